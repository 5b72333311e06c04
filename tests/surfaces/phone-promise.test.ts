import { flushSync } from 'svelte'
import { beforeEach, describe, expect, test, vi } from 'vitest'

import { Phone } from '#kiosk/phone/phone.svelte.ts'
import PhoneScreen from '#kiosk/phone/PhoneScreen.svelte'
import { type Language, languageOrder } from '#shared/messages/text.ts'
import type { PhoneView } from '#shared/protocol/views.ts'

import { show } from './kiosk-screen.ts'
import { StubLine } from './kiosk-stub-line.svelte.ts'
import { waiting } from './phone-view.ts'

type Words = Readonly<Record<Language, string>>
type Late = NonNullable<PhoneView['late']>

/** 10:40 in Vilnius. */
const promised = Date.UTC(2025, 10, 24, 8, 40)
const minute = 60_000

beforeEach(() => {
  vi.useFakeTimers({ now: promised + minute })
  return () => vi.useRealTimers()
})

function open(changes: Partial<PhoneView>) {
  const line = new StubLine<PhoneView>({ ...waiting, ...changes })
  return { line, screen: show(PhoneScreen, { phone: new Phone(line, ['lt']) }) }
}

const still: Words = {
  lt: 'Dar apie 10–20 min.',
  en: 'Still to wait: about 10–20 min',
  ru: 'Ещё около 10–20 мин',
  pl: 'Jeszcze około 10–20 min',
  uk: 'Ще близько 10–20 хв',
}

test.each(languageOrder)('who waits is told in %s how long it still takes', (language) => {
  const { screen } = open({ language, promised: { low: 10, high: 20 } })
  expect(plain(screen.find('main[aria-live] .wait'))).toBe(still[language])
  expect(screen.find('.late')).toBeNull()
})

test('where nothing can be said, people are ahead and no minutes', () => {
  const { screen } = open({})
  expect(screen.words()).toContain('Prieš Jus laukia 3 žmonės')
  expect(screen.words()).not.toContain('min.')
})

const late: Words = {
  lt: 'Atsiprašome, vėluojame: žadėjome pakviesti iki 10:40 val.',
  en: 'We are sorry for the delay: we promised to call you by 10:40.',
  ru: 'Извините за задержку: мы обещали вызвать вас до 10:40.',
  pl: 'Przepraszamy za opóźnienie: obiecaliśmy wezwać Państwa do godz. 10:40.',
  uk: 'Вибачте за затримку: ми обіцяли викликати вас до 10:40.',
}

const likely: Words = {
  lt: 'Atsiprašome, tikriausiai vėluosime: žadėjome pakviesti iki 10:40 val.',
  en: 'We are sorry, we will probably be late: we promised to call you by 10:40.',
  ru: 'Извините, вероятно, будет задержка: мы обещали вызвать вас до 10:40.',
  pl: 'Przepraszamy, prawdopodobnie będzie opóźnienie: obiecaliśmy wezwać Państwa do godz. 10:40.',
  uk: 'Вибачте, імовірно, буде затримка: ми обіцяли викликати вас до 10:40.',
}

test.each(languageOrder)('in %s lateness is only likely until the promised time is over', (language) => {
  vi.setSystemTime(promised - minute)
  const { screen } = open({ language, late: { promised, why: null } })
  expect(plain(screen.find('.late'))).toBe(likely[language])
  vi.advanceTimersByTime(minute)
  flushSync()
  expect(plain(screen.find('.late'))).toBe(likely[language])
  vi.advanceTimersByTime(2_000)
  flushSync()
  expect(plain(screen.find('.late'))).toBe(late[language])
})

const reasons: readonly [Late['why'], Words | null][] = [
  [null, null],
  [
    'counters',
    {
      lt: 'Laikinai dirba ne visi langeliai',
      en: 'Not all counters are open at the moment',
      ru: 'Временно работают не все окна',
      pl: 'Chwilowo nie wszystkie okienka są czynne',
      uk: 'Тимчасово працюють не всі вікна',
    },
  ],
  [
    'technical',
    {
      lt: 'Dėl techninių kliūčių',
      en: 'For technical reasons',
      ru: 'По техническим причинам',
      pl: 'Z przyczyn technicznych',
      uk: 'З технічних причин',
    },
  ],
]

describe.each(reasons)('a promise that will not be kept (%s)', (why, words) => {
  test.each(languageOrder)('is told in %s as soon as that is known, where it is read out', (language) => {
    const { line, screen } = open({ language })
    line.view = { ...waiting, language, promised: { low: 20, high: 30 }, late: { promised, why } }
    const said = plain(screen.find('main[aria-live] .late'))
    expect(said).toBe([late[language], words && `${words[language]}.`].filter(Boolean).join(' '))
  })
})

test.each(['staff', 'unforeseen'] as const)('late for the reason %s, it says so', (why) => {
  const { screen } = open({ late: { promised, why } })
  expect(plain(screen.find('.late'))).toMatch(/nėra darbuotojo|nenumatytų aplinkybių/)
})

function plain(element: Element | null): string {
  return (element?.textContent ?? '').replaceAll('\u2060', '').replaceAll(/\s+/g, ' ').trim()
}
