import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import lt from '#shared/messages/lt.json' with { type: 'json' }
import {
  errorText,
  hasTexts,
  type Language,
  languageOrder,
  languages,
  type TextKey,
  texts,
} from '#shared/messages/text.ts'
import { clockTime, longDay, timer } from '#shared/messages/time.ts'
import { errorCodes } from '#shared/protocol/error.ts'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]
const [literal] = new IntlMessageFormat('words', 'en').getAst()

const keys = Object.keys(lt) as TextKey[]
const others = languageOrder.filter((language) => language !== 'lt')

test('Lithuanian is the first language', () => {
  expect(languageOrder[0]).toBe('lt')
})

describe.each(languageOrder)('in %s', (language) => {
  const messages = languages[language].messages

  test('no text is empty', () => {
    expect(keys.filter((key) => messages[key].trim() === '')).toEqual([])
  })

  test('every message formats with its values', () => {
    const t = texts(language)
    for (const key of keys) {
      const values = Object.fromEntries(placeholders(messages[key]).map((name) => [name, 7]))
      expect(t(key, values), key).not.toMatch(/[{}]|undefined/)
    }
  })

  test('every plural has all the forms of the language', () => {
    const forms = new Intl.PluralRules(languages[language].locale).resolvedOptions().pluralCategories
    for (const key of keys) {
      for (const element of elements(messages[key])) {
        if ('pluralType' in element)
          expect(Object.keys(element.options), key).toEqual(expect.arrayContaining(forms))
      }
    }
  })

  test('every code that a page can be shown has a text', () => {
    expect(errorCodes.filter((code) => !(`error.${code}` in messages))).toEqual([])
  })
})

describe.each(others)('%s against Lithuanian', (language) => {
  const messages: Readonly<Record<string, string>> = languages[language].messages

  test('the keys are the same', () => {
    expect(Object.keys(messages)).toEqual(keys)
  })

  test('the placeholders are the same', () => {
    for (const key of keys) expect(placeholders(messages[key]!), key).toEqual(placeholders(lt[key]))
  })
})

test.each([
  [0, 'Niekas nelaukia'],
  [1, 'Laukia 1 žmogus'],
  [2, 'Laukia 2 žmonės'],
  [9, 'Laukia 9 žmonės'],
  [10, 'Laukia 10 žmonių'],
  [11, 'Laukia 11 žmonių'],
  [21, 'Laukia 21 žmogus'],
  [22, 'Laukia 22 žmonės'],
])('%i people waiting are said in Lithuanian as "%s"', (count, text) => {
  expect(texts('lt')('people.waiting', { count })).toBe(text)
})

test('there is no error text without a code', () => {
  const codes = keys.filter((key) => key.startsWith('error.')).map((key) => key.slice('error.'.length))
  expect(codes.filter((code) => !errorCodes.some((known) => known === code))).toEqual([])
})

test('a message without one of its values throws', () => {
  expect(() => texts('lt')('phone.goToCounter')).toThrow(/counter/)
})

test('a code without a text says that something unexpected happened', () => {
  const t = texts('en')
  expect(errorText(t, 'no/such-code')).toBe(t('error.server/internal'))
})

test('a language without texts is told apart from one with them', () => {
  expect(['lt', 'en', 'xx', 'toString'].filter(hasTexts)).toEqual(['lt', 'en'])
})

test('the clock shows the time of the zone, not of the machine', () => {
  const at = Date.UTC(2025, 10, 24, 8, 31)
  expect(clockTime(at, 'lt', 'Europe/Vilnius')).toBe('10:31')
  expect(clockTime(at, 'en', 'Europe/London')).toBe('08:31')
})

test.each<[Language, string]>([
  ['lt', 'lapkričio 24 d., pirmadienis'],
  ['en', 'Monday 24 November'],
])('a day is named in the form of %s', (language, text) => {
  expect(longDay(Date.UTC(2025, 10, 24, 8), language, 'Europe/Vilnius')).toBe(text)
})

test.each([
  [-5, '0:00'],
  [7_900, '0:07'],
  [760_000, '12:40'],
  [3_725_000, '1:02:05'],
])('a timer of %i ms reads %s', (ms, text) => {
  expect(timer(ms)).toBe(text)
})

function placeholders(message: string): string[] {
  const names = elements(message).flatMap((element) =>
    'value' in element && element.type !== literal?.type ? [element.value] : [],
  )
  return [...new Set(names)].sort()
}

function elements(message: string): Element[] {
  return flat(new IntlMessageFormat(message, 'en').getAst())
}

function flat(tree: readonly Element[]): Element[] {
  return tree.flatMap((element) =>
    'options' in element
      ? [element, ...Object.values(element.options).flatMap((option) => flat(option.value))]
      : [element],
  )
}
