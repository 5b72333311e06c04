import { describe, expect, test } from 'vitest'

import { type Language, languageOrder, languages } from '#shared/messages/text.ts'
import type { KioskView } from '#shared/protocol/views.ts'

import { hall, openKiosk, service, ticket, view } from './kiosk-hall.ts'

type Words = Readonly<Record<Language, string>>

const ranges: readonly [NonNullable<KioskView['services'][number]['promised']>, Words, Words][] = [
  [
    { low: 10, high: 20 },
    {
      lt: 'apie 10–20 min.',
      en: 'about 10–20 min',
      ru: 'около 10–20 мин',
      pl: 'około 10–20 min',
      uk: 'близько 10–20 хв',
    },
    {
      lt: 'Laukti reikės apie 10–20 min.',
      en: 'Expected wait: about 10–20 min',
      ru: 'Ожидание: около 10–20 мин',
      pl: 'Czas oczekiwania: około 10–20 min',
      uk: 'Очікування: близько 10–20 хв',
    },
  ],
  [
    { low: 0, high: 5 },
    { lt: 'iki 5 min.', en: 'up to 5 min', ru: 'до 5 мин', pl: 'do 5 min', uk: 'до 5 хв' },
    {
      lt: 'Laukti reikės iki 5 min.',
      en: 'Expected wait: up to 5 min',
      ru: 'Ожидание: до 5 мин',
      pl: 'Czas oczekiwania: do 5 min',
      uk: 'Очікування: до 5 хв',
    },
  ],
]

/** 16:40 in Vilnius. */
const last = { until: Date.UTC(2025, 10, 24, 14, 40), left: 6 }
const lastWords: Words = {
  lt: 'Šiandien numeriai – maždaug iki 16:40 val., liko apie 6',
  en: 'Numbers today until about 16:40, about 6 left',
  ru: 'Номера сегодня примерно до 16:40, осталось около 6',
  pl: 'Numery dziś mniej więcej do godz. 16:40, zostało około 6',
  uk: 'Номери сьогодні приблизно до 16:40, залишилося близько 6',
}

/** The only service, at a kiosk that speaks this language. */
async function kioskIn(language: Language, changes: Partial<KioskView['services'][number]>) {
  const name = Object.fromEntries(languageOrder.map((one) => [one, 'Leidimai']))
  const services = [service('permits', 'Leidimai', { name, ...changes })]
  const opened = openKiosk({ ...view, hall: { ...hall, languages: [...languageOrder] }, services })
  if (language !== 'lt') await opened.press(languages[language].name)
  return opened
}

describe.each(ranges)('how long it takes: %j', (promised, range, wait) => {
  test.each(languageOrder)(
    'is said in %s before the choice, and on the page of the service',
    async (language) => {
      const { screen, press } = await kioskIn(language, { promised })
      expect(plain(screen.button('Leidimai')!.textContent)).toContain(range[language])
      await press('Leidimai')
      expect(plain(screen.words())).toContain(wait[language])
    },
  )
})

test('a ticket says what its paper says, whatever is foreseen by now', async () => {
  const { line, screen, press } = await kioskIn('lt', { promised: { low: 10, high: 20 } })
  await press('Leidimai', 'Paimti numerį')
  await line.accept({ ...ticket, promised: { low: 15, high: 25 } })
  expect(plain(screen.words())).toContain('Laukti reikės apie 15–25 min.')
  expect(plain(screen.words())).not.toContain('10–20')
})

test('where nothing can be said, people wait and no minutes', async () => {
  const { line, screen, press } = await kioskIn('lt', {})
  expect(screen.button('Leidimai')?.textContent).not.toContain('min')
  await press('Leidimai')
  expect(screen.words()).not.toContain('Laukti reikės')
  await press('Paimti numerį')
  await line.accept(ticket)
  expect(screen.words()).not.toContain('Laukti reikės')
})

test('a service that gives no numbers promises nothing', async () => {
  const { screen, press } = await kioskIn('lt', { closed: 'service/full', promised: { low: 10, high: 20 } })
  expect(screen.words()).not.toContain('min.')
  await press('Leidimai')
  expect(screen.words()).not.toContain('min.')
})

test.each(languageOrder)('the last numbers of the day are spoken of in %s', async (language) => {
  const { screen, press } = await kioskIn(language, { lastTickets: last })
  expect(plain(screen.button('Leidimai')!.textContent)).toContain(lastWords[language])
  await press('Leidimai')
  expect(plain(screen.words())).toContain(lastWords[language])
})

test.each([
  [
    'while others give numbers',
    [service('taxes', 'Mokesčiai')],
    'Pasirinkite kitą paslaugą, ateikite kitą dieną',
  ],
  ['when no other gives any', [], 'Ateikite kitą dieną arba pakvieskite darbuotoją.'],
])('a service that is cut off says what to do instead %s', async (_, others, next) => {
  const cutOff = service('permits', 'Leidimai', {
    closed: 'service/cut-off',
    lastTickets: { ...last, left: 0 },
  })
  const { screen, press } = openKiosk({ ...view, services: [cutOff, ...others] })
  expect(screen.button('Leidimai')?.textContent).toContain('Šiandien iki uždarymo aptarnauti nebespėtume')
  expect(screen.words()).not.toContain('liko apie')
  await press('Leidimai')
  expect(screen.words()).toContain(next)
  expect(screen.button('Paimti numerį')).toBeNull()
})

/** Without what keeps numbers and their units on one line. */
function plain(words: string): string {
  return words.replaceAll('\u2060', '').replaceAll('\u00a0', ' ')
}
