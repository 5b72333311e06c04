import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { allActions } from '#counter/desk/actions.ts'
import { keptMessages } from '#shared/messages/kept.ts'
import { staffLanguages, staffMessages, type StaffLanguage } from '#shared/messages/staff.ts'
import { languages, translator } from '#shared/messages/text.ts'
import { placeholders } from '#tests/surfaces/message-parts.ts'
import { publicMessages } from '#tests/surfaces/public-messages.ts'

import { codeIn, keysIn, linksIn, readDocuments, root, screenWordsIn, type Document } from './guide-text.ts'

const documents = readDocuments()
const guides = Object.fromEntries(
  staffLanguages.map((one) => [one, documents.filter(({ path }) => path.startsWith(`docs/guides/${one}/`))]),
) as Record<StaffLanguage, Document[]>

/** All pictures together are fetched by whoever clones the project. */
const mostPictureBytes = 2_000_000
/** In a PNG: where it says how colours are written, and that they are those of a palette. */
const [colourType, paletteColour] = [25, 3]

describe.each(documents.map((document) => [document.path, document] as const))('%s', (path, document) => {
  const links = linksIn(document)

  test('leads only to what is there', () => {
    const broken = links.filter(({ to }) => !existsSync(new URL(to, new URL(path, root))))
    expect(broken).toEqual([])
  })

  test('says in words what its pictures show', () => {
    expect(links.filter(({ isPicture, says }) => isPicture && says.length < 10)).toEqual([])
  })

  test('names only scripts that there are', () => {
    const named = [...document.text.matchAll(/npm run ([\w:]+)|npm (start|test)\b/g)]
    const { scripts: known } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
      scripts: Record<string, string>
    }
    const scripts = Object.keys(known)
    expect(
      named.map(([, script, short]) => script ?? short).filter((one) => !scripts.includes(one!)),
    ).toEqual([])
  })

  test('gives the command line only orders that it takes', () => {
    const usage = readFileSync(new URL('server/cli.ts', root), 'utf8')
    const orders = [...document.text.matchAll(/npm run hall -- (export|import|\w+ \w+)/g)].map(
      ([, order = '']) => order,
    )
    expect(
      orders.filter((order) => !usage.includes(`\n  ${order} `) && !usage.includes(`\n  ${order}\n`)),
    ).toEqual([])
  })
})

describe.each(staffLanguages)('the guides in %s', (language) => {
  test('quote only words that stand on a screen of that language', () => {
    const onScreens = wordsOnScreens(language)
    const unknown = guides[language].flatMap((guide) =>
      screenWordsIn(guide)
        .filter((words) => !['Taip', 'Words like these'].includes(words) && !onScreens.has(words))
        .map((words) => `${guide.path}: ${words}`),
    )
    expect(unknown).toEqual([])
  })

  test('name only keys that do something', () => {
    const onKeyboard = allActions.map(({ key }) => key.replace('Control', 'Ctrl'))
    const onPad = allActions.flatMap(({ pad }) => pad ?? [])
    const keys = new Set(['Esc', ...onKeyboard, ...onPad])
    const named = guides[language].flatMap(keysIn)
    expect(named.filter((key) => !keys.has(key) && !['taip', 'keys'].includes(key))).toEqual([])
  })

  test('name only pages that are served', () => {
    const addresses = guides[language].flatMap(codeIn).flatMap(addressesIn)
    expect(addresses).toContain('/counter/devices')
    expect(addresses.filter((address) => !isServed(address))).toEqual([])
  })
})

test('every guide is there in both languages, and each leads to the other', () => {
  const [lt, en] = [guides.lt.map(otherOf), guides.en.map(otherOf)]
  expect(guides.lt.length).toBeGreaterThan(3)
  expect(lt.toSorted()).toEqual(guides.en.map(({ path }) => path).toSorted())
  expect(en.toSorted()).toEqual(guides.lt.map(({ path }) => path).toSorted())
})

test('a guide shows the same pictures and has the same parts in both languages', () => {
  for (const guide of guides.lt) {
    const other = guides.en.find(({ path }) => path === otherOf(guide))!
    expect(outline(other), other.path).toEqual(outline(guide))
  }
})

test('every picture is shown somewhere and has a palette, and together they stay small', () => {
  const kept = readdirSync(new URL('docs/pictures/', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.png'))
    .map((name) => new URL(`docs/pictures/${name}`, root).href)
  const shown = new Set(
    documents.flatMap((document) =>
      linksIn(document).map(({ to }) => new URL(to, new URL(document.path, root)).href),
    ),
  )
  expect(kept.filter((picture) => !shown.has(picture))).toEqual([])
  const isColoured = (picture: string) => readFileSync(new URL(picture))[colourType] !== paletteColour
  expect(kept.filter(isColoured)).toEqual([])
  const sizes = kept.map((picture) => statSync(new URL(picture)).size)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(mostPictureBytes)
})

test('what is on no screen is found out', () => {
  const guide = { path: 'guide.md', text: 'Press *Call next*, then *Fly\naway*, `*.png`, **not this**.' }
  const onScreens = wordsOnScreens('en')
  expect(screenWordsIn(guide).filter((words) => !onScreens.has(words))).toEqual(['Fly away'])
})

/** Every text that is said as it stands. */
function wordsOnScreens(language: StaffLanguage): Set<string> {
  const messages: Readonly<Record<string, string>> = {
    ...publicMessages[language],
    ...staffMessages[language],
    ...keptMessages[language],
  }
  const plain = Object.keys(messages).filter((key) => placeholders(messages[key]!).length === 0)
  const t = translator(messages, languages[language].locale)
  return new Set(plain.map((key) => t(key)))
}

function addressesIn(code: string): string[] {
  const found = code.match(/(?<![\w.])\/(?!etc\/|dev\/|usr\/)[a-z][a-z/]*(?![\w./])/g)
  return code.startsWith('/') || /https?:/.test(code) ? (found ?? []) : []
}

function isServed(address: string): boolean {
  if (existsSync(new URL(`server/routes${address}/+page.svelte`, root))) return true
  return readFileSync(new URL('server/http/open-http.ts', root), 'utf8').includes(`'${address}'`)
}

/** The guide in the other language, which the first paragraph leads to. */
function otherOf(guide: Document): string {
  const link = linksIn(guide).find(({ to }) => /^\.\.\/(lt|en)\//.test(to))
  return new URL(link?.to ?? '', new URL(guide.path, root)).href.slice(root.href.length)
}

function outline(guide: Document): { pictures: string[]; parts: number } {
  const pictures = linksIn(guide).filter(({ isPicture }) => isPicture)
  return {
    pictures: pictures.map(({ to }) => to.replace(/\/(lt|en)\//, '/')),
    parts: guide.text.match(/^##+ /gm)?.length ?? 0,
  }
}
