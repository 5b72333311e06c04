import { flushSync, mount, unmount } from 'svelte'
import { expect, onTestFinished, test } from 'vitest'

import { Desk } from '#counter/desk/desk.svelte.ts'
import DeskScreen from '#counter/desk/DeskScreen.svelte'
import { type StaffLanguage, staffLanguages } from '#shared/messages/staff.ts'
import type { DeskTicket, DeskView } from '#shared/protocol/views.ts'

import { called, deskView, minute, now, waitingRow } from './desk-view.ts'
import { FakeLine } from './fake-line.svelte.ts'

/** The desk at 10:31 in Vilnius. */
function show(changes: Partial<DeskView>, language: StaffLanguage): void {
  localStorage.clear()
  const line = new FakeLine<DeskView>()
  line.time = now
  const desk = new Desk(line)
  const screen = mount(DeskScreen, { target: document.body, props: { desk, onsession: () => {} } })
  onTestFinished(() => unmount(screen))
  desk.speech.choose(language)
  line.show(deskView(changes))
  flushSync()
}

const wordsOf = (selector: string) =>
  (document.querySelector(selector)?.textContent ?? '')
    .replaceAll('\u2060', '')
    .replaceAll(/\s+/g, ' ')
    .trim()

test.each(staffLanguages)(
  'how long a service takes stands beside how many wait for it, in %s',
  (language) => {
    const [papers, ...others] = deskView().services
    show({ services: [{ ...papers!, promised: { low: 10, high: 20 } }, ...others] }, language)
    expect(wordsOf('.services')).toBe(
      language === 'lt' ? 'Dokumentai 2, apie 10–20 min.' : 'Papers 2, about 10–20 min',
    )
  },
)

const promises: readonly [DeskTicket['promised'], lt: string, en: string, isBroken: boolean][] = [
  [{ until: now + 9 * minute, kept: true }, 'Žadėta iki 10:40 val.', 'Promised by 10:40', false],
  [
    { until: now + 9 * minute, kept: false },
    'Žadėta iki 10:40 val.: tikriausiai vėluosime',
    'Promised by 10:40: will probably be late',
    true,
  ],
  [{ until: now - minute, kept: false }, 'Žadėta iki 10:30 val.: vėluojame', 'Promised by 10:30: late', true],
]

test.each(promises)('a promise %j is told in words at the ticket', (promised, lt, en, isBroken) => {
  for (const language of staffLanguages) {
    show({ waiting: [waitingRow('A012', { promised })] }, language)
    const row = [...document.querySelectorAll('ol li')].at(-1)!
    expect(row.textContent.replaceAll(/\s+/g, ' ')).toContain(language === 'lt' ? lt : en)
    expect(row.querySelector('.broken') !== null).toBe(isBroken)
  }
})

test.each([
  [true, 'Žadėta iki 10:30 val.: pakviesta laiku', 'Promised by 10:30: called in time'],
  [false, 'Žadėta iki 10:30 val.: pakviesta vėliau', 'Promised by 10:30: called later'],
])('of a visitor who is here it is told whether the promise was kept: %s', (kept, lt, en) => {
  for (const language of staffLanguages) {
    show({ visitor: called({ promised: { until: now - minute, kept } }) }, language)
    const desk = [...document.querySelectorAll('main')].at(-1)!
    expect(desk.textContent).toContain(language === 'lt' ? lt : en)
  }
})

test('a ticket to which nothing was promised says nothing of it', () => {
  show({ waiting: [waitingRow('A012')] }, 'lt')
  expect(wordsOf('ol li')).not.toContain('Žadėta')
})
