import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { staffErrorText, staffLanguages, staffMessages, staffTexts } from '#shared/messages/staff.ts'
import { standardMessages } from '#shared/messages/standard.ts'
import {
  errorText,
  isLanguage,
  type Language,
  languageOrder,
  languages,
  texts,
  translator,
} from '#shared/messages/text.ts'
import { boardMessages } from '#shared/messages/board.ts'
import { keptMessages } from '#shared/messages/kept.ts'
import { orderMessages } from '#shared/messages/order.ts'
import { sheetLanguages } from '#shared/messages/sheet.ts'
import { ruleMessages } from '#shared/messages/rule.ts'
import { talkMessages } from '#shared/messages/talk.ts'
import { openingWords } from '#shared/messages/opening.ts'
import { clockTime, longDay, timer } from '#shared/messages/time.ts'
import { errorCodes } from '#shared/protocol/error.ts'

import { elements, placeholders } from './message-parts.ts'
import { publicMessages } from './public-messages.ts'

type Messages = Readonly<Record<string, string>>

test.each(languageOrder)('numbers in %s are written as Intl writes them', (language) => {
  const { locale } = languages[language]
  const t = translator({ number: '{value, plural, other {#}}' }, locale)
  for (const value of [0, 7, 100, 999, 1_000, 12_345, -7, 2.5])
    expect(t('number', { value })).toBe(new Intl.NumberFormat(locale).format(value))
})

test('Lithuanian is the first language', () => {
  expect(languageOrder[0]).toBe('lt')
  expect(staffLanguages[0]).toBe('lt')
})

const catalogues: (readonly [string, Language, Messages, Messages])[] = [
  ...languageOrder.map((one) => ['public', one, publicMessages[one], publicMessages.lt] as const),
  ...staffLanguages.map((one) => ['staff', one, staffMessages[one], staffMessages.lt] as const),
  ...languageOrder.map((one) => ['board', one, boardMessages[one], boardMessages.lt] as const),
  ...languageOrder.map((one) => ['rule', one, ruleMessages[one], ruleMessages.lt] as const),
  ...languageOrder.map((one) => ['standard', one, standardMessages[one], standardMessages.lt] as const),
  ...languageOrder.map((one) => ['talk', one, talkMessages[one], talkMessages.lt] as const),
  ...sheetLanguages.map((one) => ['kept', one, keptMessages[one], keptMessages.lt] as const),
  ...sheetLanguages.map((one) => ['order', one, orderMessages[one], orderMessages.lt] as const),
]

describe.each(catalogues)('%s texts in %s', (_, language, messages, lithuanian) => {
  const { locale } = languages[language]
  const keys = Object.keys(lithuanian)

  test('are there for each key, and for no other', () => {
    expect(Object.keys(messages).sort()).toEqual(keys.toSorted())
  })

  test('are not empty', () => {
    expect(keys.filter((key) => messages[key]!.trim() === '')).toEqual([])
  })

  test('name the same values', () => {
    for (const key of keys) expect(placeholders(messages[key]!), key).toEqual(placeholders(lithuanian[key]!))
  })

  test('format with their values', () => {
    for (const key of keys) {
      const values = Object.fromEntries(placeholders(messages[key]!).map((name) => [name, 7]))
      expect(String(new IntlMessageFormat(messages[key]!, locale).format(values)), key).not.toMatch(
        /[{}]|undefined/,
      )
    }
  })

  test('have all the plural forms of the language', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
    for (const key of keys) {
      for (const element of elements(messages[key]!)) {
        if ('pluralType' in element)
          expect(Object.keys(element.options), key).toEqual(expect.arrayContaining(forms))
      }
    }
  })
})

test('staff have a text for every code that a page can be shown', () => {
  const known = { ...publicMessages.lt, ...staffMessages.lt }
  expect(errorCodes.filter((code) => !(`error.${code}` in known))).toEqual([])
})

const waiting: Readonly<Record<Language, Readonly<Record<number, string>>>> = {
  lt: {
    0: 'Niekas nelaukia',
    1: 'Laukia 1 žmogus',
    2: 'Laukia 2 žmonės',
    9: 'Laukia 9 žmonės',
    10: 'Laukia 10 žmonių',
    11: 'Laukia 11 žmonių',
    21: 'Laukia 21 žmogus',
    22: 'Laukia 22 žmonės',
  },
  en: {
    0: 'Nobody is waiting',
    1: '1 person is waiting',
    2: '2 people are waiting',
    21: '21 people are waiting',
  },
  ru: {
    0: 'Никто не ждёт',
    1: 'Ждёт 1 человек',
    2: 'Ждут 2 человека',
    5: 'Ждут 5 человек',
    11: 'Ждут 11 человек',
    12: 'Ждут 12 человек',
    21: 'Ждёт 21 человек',
    22: 'Ждут 22 человека',
    25: 'Ждут 25 человек',
  },
  pl: {
    0: 'Nikt nie czeka',
    1: 'Czeka 1 osoba',
    2: 'Czekają 2 osoby',
    5: 'Czeka 5 osób',
    11: 'Czeka 11 osób',
    12: 'Czeka 12 osób',
    21: 'Czeka 21 osób',
    22: 'Czekają 22 osoby',
    25: 'Czeka 25 osób',
  },
  uk: {
    0: 'Ніхто не чекає',
    1: 'Чекає 1 людина',
    2: 'Чекають 2 людини',
    5: 'Чекають 5 людей',
    11: 'Чекають 11 людей',
    12: 'Чекають 12 людей',
    21: 'Чекає 21 людина',
    22: 'Чекають 22 людини',
    25: 'Чекають 25 людей',
  },
}

test.each(languageOrder)('people waiting are counted in the forms of %s', (language) => {
  const t = texts(language)
  for (const [count, text] of Object.entries(waiting[language]))
    expect(t('people.waiting', { count: Number(count) })).toBe(text)
})

test('in Lithuanian one person is „jis“, and twenty-one are „jie“', () => {
  const t = staffTexts('lt')
  expect(t('services.pause.waiting', { count: 1 })).toBe(
    'Laukia 1 žmogus: jis liks eilėje, jį galima kviesti.',
  )
  expect(t('services.pause.waiting', { count: 21 })).toBe(
    'Laukia 21 žmogus: jie liks eilėje, juos galima kviesti.',
  )
})

test('there is no error text without a code', () => {
  const keys = [...Object.keys(publicMessages.lt), ...Object.keys(staffMessages.lt)]
  const codes = keys.filter((key) => key.startsWith('error.')).map((key) => key.slice('error.'.length))
  expect(codes.filter((code) => !errorCodes.some((known) => known === code))).toEqual([])
})

test('a message without one of its values throws', () => {
  expect(() => texts('lt')('phone.goToCounter')).toThrow(/counter/)
})

test('a code without a text says that something unexpected happened', () => {
  const t = texts('en')
  expect(errorText(t, 'no/such-code')).toBe(t('error.server/internal'))
  expect(staffErrorText(staffTexts('en'), 'no/such-code')).toBe(t('error.server/internal'))
})

test('a language is told apart from other tags', () => {
  expect(['lt', 'uk', 'xx', 'toString'].filter(isLanguage)).toEqual(['lt', 'uk'])
})

test('the clock shows the time of the zone, not of the machine', () => {
  const at = Date.UTC(2025, 10, 24, 8, 31)
  expect(clockTime(at, 'lt', 'Europe/Vilnius')).toBe('10:31')
  expect(clockTime(at, 'en', 'Europe/London')).toBe('08:31')
})

test.each<[Language, string]>([
  ['lt', 'lapkričio 24 d., pirmadienis'],
  ['en', 'Monday 24 November'],
  ['ru', 'понедельник, 24 ноября'],
  ['pl', 'poniedziałek, 24 listopada'],
  ['uk', 'понеділок, 24 листопада'],
])('a day is named in the form of %s', (language, text) => {
  expect(longDay(Date.UTC(2025, 10, 24, 8), language, 'Europe/Vilnius')).toBe(text)
})

test.each(languageOrder)('the clock is read the same in %s', (language) => {
  const morning = Date.UTC(2025, 10, 24, 6, 5)
  expect(clockTime(morning, language, 'Europe/Vilnius')).toBe('08:05')
  expect(clockTime(morning + 12 * 3_600_000, language, 'Europe/Vilnius')).toBe('20:05')
})

test.each<[Language, string, string]>([
  ['lt', 'Atidarysime 10:31\u00a0val.', 'Kitas priėmimas: lapkričio 24 d., pirmadienis, 10:31\u00a0val.'],
  ['en', 'We open at 10:31', 'Next opening: Monday 24 November, 10:31'],
  ['ru', 'Откроемся в 10:31', 'Следующий приём: понедельник, 24 ноября, 10:31'],
  ['pl', 'Otwieramy o 10:31', 'Następne otwarcie: poniedziałek, 24 listopada, 10:31'],
  ['uk', 'Початок роботи: 10:31', 'Наступний прийом: понеділок, 24 листопада, 10:31'],
])(
  'the next opening is said in %s by its time, and by its day unless that is today',
  (language, today, later) => {
    const opensAt = Date.UTC(2025, 10, 24, 8, 31)
    const twoDays = 48 * 3_600_000
    expect(openingWords(opensAt, opensAt - 3_600_000, language, 'Europe/Vilnius')).toBe(today)
    expect(openingWords(opensAt, opensAt - twoDays, language, 'Europe/Vilnius')).toBe(later)
  },
)

test.each([
  [-5, '0:00'],
  [7_900, '0:07'],
  [760_000, '12:40'],
  [3_725_000, '1:02:05'],
])('a timer of %i ms reads %s', (ms, text) => {
  expect(timer(ms)).toBe(text)
})
