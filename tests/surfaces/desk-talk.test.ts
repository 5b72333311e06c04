import { flushSync } from 'svelte'
import { expect, test } from 'vitest'

import { sentences, talkMessages } from '#shared/messages/talk.ts'

import { called, now, serving } from './desk-view.ts'
import { stagedDesk } from './staged-desk.ts'

// jsdom opens no dialogs.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false
}

const ukrainian = serving({ language: 'uk', spoken: false })
const staged = stagedDesk()
const { show } = staged

function press(key: string) {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  flushSync()
}

function click(words: string) {
  const found = [...document.querySelectorAll('button')].findLast((one) => one.textContent.includes(words))
  if (!found) throw new Error(`There is no button "${words}"`)
  found.click()
  flushSync()
}

const dialogs = () => [...document.querySelectorAll('dialog')]
const inLanguage = (language: string) =>
  [...document.querySelectorAll(`li [lang=${language}]`)].map((one) => one.textContent)

test('the card has every sentence in the visitor’s language, with the clerk’s beneath', () => {
  show({ visitor: ukrainian })
  press('l')
  expect(inLanguage('uk')).toEqual(sentences.map((one) => talkMessages.uk[one]))
  expect([...document.querySelectorAll('li .ours')].map((one) => one.textContent)).toEqual(
    sentences.map((one) => talkMessages.lt[one]),
  )
})

test('another of the five languages is chosen on the card; the clerk’s own stands there once', () => {
  show({ visitor: ukrainian })
  press('l')
  click('Polski')
  expect(inLanguage('pl')).toContain('Proszę tutaj podpisać.')
  click('Lietuvių')
  expect(inLanguage('lt')).toContain('Prašom čia pasirašyti.')
  expect(document.querySelectorAll('li .ours')).toHaveLength(0)
})

test('a sentence fills the screen until it is closed, and the card stays', () => {
  show({ visitor: ukrainian })
  press('l')
  click('Розпишіться тут, будь ласка.')
  const shown = dialogs().at(-1)!
  expect(shown.querySelector('p[lang=uk]')?.textContent).toBe('Розпишіться тут, будь ласка.')
  expect(shown.textContent).toContain('Prašom čia pasirašyti.')
  shown.dispatchEvent(new Event('cancel', { cancelable: true }))
  flushSync()
  expect(dialogs()).toHaveLength(1)
  expect(inLanguage('uk')).not.toEqual([])
})

test('what to bring and the price stand there first, where the hall says them in the visitor’s language', () => {
  const information = { bring: { lt: 'Pasas\nPrašymas', uk: 'Паспорт\nЗаява' }, price: { lt: '8 Eur' } }
  show({ visitor: ukrainian, information })
  press('l')
  expect(inLanguage('uk')).toEqual([
    talkMessages.uk['talk.bring'],
    ...sentences.map((one) => talkMessages.uk[one]),
  ])
  click(talkMessages.uk['talk.bring'])
  const shown = dialogs().at(-1)!
  expect([...shown.querySelectorAll('ul[lang=uk] li')].map((one) => one.textContent)).toEqual([
    'Паспорт',
    'Заява',
  ])
  shown.dispatchEvent(new Event('cancel', { cancelable: true }))
  flushSync()
  click('Polski')
  expect(inLanguage('pl')).not.toContain(talkMessages.pl['talk.bring'])
})

test('for all else it leads to the hall’s translator, which is told two languages and nothing more', () => {
  show({ visitor: ukrainian, translator: 'https://translate.example/{from}-{to}?from={from}' })
  press('l')
  const link = () => document.querySelector<HTMLAnchorElement>('dialog a')
  expect(link()?.getAttribute('href')).toBe('https://translate.example/lt-uk?from=lt')
  expect([link()?.target, link()?.rel]).toEqual(['_blank', 'noreferrer'])
  click('Polski')
  expect(link()?.getAttribute('href')).toBe('https://translate.example/lt-pl?from=lt')
  show({ visitor: ukrainian, translator: null })
  expect(link()).toBeNull()
  expect(document.querySelector('dialog')?.textContent).toContain('adresą administratorius įrašo')
})

test('beside the visitor stands what to bring, a line each, and the price', () => {
  const information = { bring: { lt: 'Pasas\n\nPrašymas', en: 'A passport' }, price: { lt: '8 Eur' } }
  show({ visitor: called(), information })
  const words = (selector: string) => [...document.querySelectorAll(selector)].map((one) => one.textContent)
  expect(words('dt')).toEqual(['Ką turėti su savimi', 'Kaina'])
  expect(words('dd')).toEqual(['Pasas', 'Prašymas', '8 Eur'])
  staged.desk.speech.choose('en')
  flushSync()
  expect(words('dd')).toEqual(['A passport', '8 Eur'])
  show({ visitor: called(), information: { bring: {}, price: { lt: '8 Eur' } } })
  expect(words('dd')).toEqual(['8 Eur'])
})

test('it helps while the line is down, and is gone with its visitor', () => {
  show({ visitor: called({ language: 'pl' }) })
  staged.line.lose(now)
  flushSync()
  press('l')
  expect(inLanguage('pl')).not.toEqual([])
  show({ visitor: null })
  expect(dialogs()).toEqual([])
  press('l')
  expect(dialogs()).toEqual([])
})

test.each([
  ['whose language is not spoken there', { spoken: false }, 'normal'],
  ['who hears badly', { needs: ['hearing'] }, 'normal'],
  ['who signs', { needs: ['sign-language'] }, 'normal'],
  ['with whom nothing stands in the way', {}, 'quiet'],
] as const)('beside a visitor %s its button is %s', (_, changes, weight) => {
  show({ visitor: called({ ...changes, needs: 'needs' in changes ? [...changes.needs] : [] }) })
  const button = [...document.querySelectorAll('button')].find((one) =>
    one.textContent.includes('Pokalbio kortelė'),
  )
  expect([...button!.classList]).toContain(weight)
})
