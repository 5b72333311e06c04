import { readdirSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = new URL('../../', import.meta.url)

/** A document of the project, by its path from the root. */
export interface Document {
  readonly path: string
  readonly text: string
}

export interface Link {
  readonly isPicture: boolean
  readonly says: string
  /** As it is written, without its fragment. */
  readonly to: string
}

/** The README and all that is under docs/. */
export function readDocuments(): Document[] {
  const found = readdirSync(new URL('docs/', root), { recursive: true, withFileTypes: true })
  const files = found
    .filter(({ name }) => name.endsWith('.md'))
    .map(({ parentPath, name }) => relative(fileURLToPath(root), `${parentPath}/${name}`))
  return ['README.md', ...files].map((path) => ({
    path,
    text: readFileSync(new URL(path, root), 'utf8'),
  }))
}

/** Links and pictures to files of the project; not to the web, nor within the page. */
export function linksIn({ text }: Document): Link[] {
  return [...withoutCode(text).matchAll(/(!?)\[([^\]]*)\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, mark, says = '', to = '']) => ({ isPicture: mark === '!', says, to }))
    .filter(({ to }) => !/^[a-z]+:/.test(to))
}

/** What a guide says is written on a screen: `*so*`. */
export function screenWordsIn({ text }: Document): string[] {
  const found = withoutCode(text).matchAll(/(?<!\*)\*(?!\*)([^*]+)\*(?!\*)/g)
  return [...found].map(([, words = '']) => words.replace(/\s+/g, ' '))
}

export function keysIn({ text }: Document): string[] {
  return [...text.matchAll(/<kbd>([^<]+)<\/kbd>/g)].map(([, key = '']) => key)
}

/** What stands in backquotes, and each line of a block. */
export function codeIn({ text }: Document): string[] {
  const blocks = [...text.matchAll(/^```.*\n([^]*?)^```/gm)].flatMap(([, block = '']) => block.split('\n'))
  const pieces = [...text.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
  return [...blocks, ...pieces]
}

function withoutCode(text: string): string {
  return text.replace(/^```[^]*?^```/gm, '').replace(/`[^`]*`/g, '')
}
