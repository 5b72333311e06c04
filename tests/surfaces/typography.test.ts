import { describe, expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { boardMessages } from '#shared/messages/board.ts'
import { keptMessages } from '#shared/messages/kept.ts'
import { orderMessages } from '#shared/messages/order.ts'
import { sheetLanguages } from '#shared/messages/sheet.ts'
import { ruleMessages } from '#shared/messages/rule.ts'
import { staffLanguages, staffMessages } from '#shared/messages/staff.ts'
import { isLanguage, type Language, languageOrder } from '#shared/messages/text.ts'

import { wordsOf } from './message-parts.ts'
import { publicMessages } from './public-messages.ts'

interface Script {
  readonly letters: RegExp
  /** The quotation marks and the apostrophe that the language may use. */
  readonly marks: string
}

const scripts: Readonly<Record<Language, Script>> = {
  lt: { letters: /^[a-ząčęėįšųūž]+$/iu, marks: '„“' },
  en: { letters: /^[a-z]+$/iu, marks: '“”’' },
  ru: { letters: /^[а-яё]+$/iu, marks: '«»' },
  pl: { letters: /^[a-ząćęłńóśźż]+$/iu, marks: '„”' },
  uk: { letters: /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя]+$/iu, marks: '«»’' },
}

/** Written alike in every language: names, addresses, what is typed. */
const everywhere = /Wi-Fi|QR|npm run \S+|\S+@\S+|www\.\S+/gu

const unitWithPlainSpace = /[\d}] (?:min|val|h|mm|godz|мин|ч|хв|год|€|%)(?!\p{L})|godz\. [\d{]/u

/** A place, and what stands there. */
type Said = readonly [place: string, message: string]

describe.each(languageOrder)('every text in %s', (language) => {
  const { letters, marks } = scripts[language]
  const said = [...messagesIn(language), ...hallTextsIn(language)]

  test('is written in the letters of the language, look-alikes of other scripts left out', () => {
    for (const [place, message] of said) {
      const words =
        wordsOf(message)
          .replace(everywhere, '')
          .match(/\p{L}+/gu) ?? []
      expect(
        words.filter((word) => !letters.test(word)),
        place,
      ).toEqual([])
    }
  })

  test('has the quotation marks and the apostrophe of the language', () => {
    for (const [place, message] of said) {
      const used = wordsOf(message).match(/["'`«»„“”‘’‚‹›]/gu) ?? []
      expect(
        used.filter((mark) => !marks.includes(mark)),
        place,
      ).toEqual([])
    }
  })

  test('has real ellipses, real dashes and no stray spaces', () => {
    for (const [place, message] of said) {
      expect(message, place).not.toMatch(/\.\.\.| - |[}\d]-[{\d]|\u2014/u)
      expect(message, place).not.toMatch(/^\s|\s$| {2}| [,.:;!?…]/u)
    }
  })

  test('keeps a number and its unit on one line', () => {
    for (const [place, message] of said) expect(message, place).not.toMatch(unitWithPlainSpace)
  })
})

function messagesIn(language: Language): Said[] {
  const staff = staffLanguages.find((one) => one === language)
  const sheet = sheetLanguages.find((one) => one === language)
  return Object.entries({
    ...publicMessages[language],
    ...ruleMessages[language],
    ...boardMessages[language],
    ...(staff && staffMessages[staff]),
    ...(sheet && keptMessages[sheet]),
    ...(sheet && orderMessages[sheet]),
  })
}

function hallTextsIn(language: Language): Said[] {
  return textsIn(exampleHall, 'example-hall').filter(([place]) => place.endsWith(`.${language}`))
}

/** The texts of a hall's file by their paths; the last step is the language. */
function textsIn(value: unknown, path: string): Said[] {
  if (typeof value === 'string') return isLanguage(path.split('.').at(-1) ?? '') ? [[path, value]] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([step, part]) => textsIn(part, `${path}.${step}`))
}
