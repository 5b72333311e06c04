import { beforeEach, expect, test, vi } from 'vitest'
import { Kiosk } from '#kiosk/touchscreen/kiosk.svelte.ts'
import KioskScreen from '#kiosk/touchscreen/KioskScreen.svelte'
import type { KioskView } from '#shared/protocol/views.ts'
import { show } from './kiosk-screen.ts'
import { StubLine } from './kiosk-stub-line.svelte.ts'

const hall: KioskView['hall'] = {
  name: { lt: 'Paslaugų centras', en: 'Service centre' },
  timeZone: 'Europe/Vilnius',
  languages: ['lt', 'en'],
  open: true,
  opensAt: null,
  welcome: {},
}

const service = (id: string, lt: string, en: string): KioskView['services'][number] => ({
  id,
  group: 'all',
  name: { lt, en },
  help: {},
  waiting: 3,
  closed: null,
})

const view: KioskView = {
  audience: 'kiosk',
  hall,
  groups: [{ id: 'all', name: { lt: 'Visiems', en: 'For all' } }],
  services: [
    service('permits', 'Leidimai', 'Permits'),
    { ...service('payments', 'Mokėjimai', 'Payments'), closed: 'service/full' },
  ],
}

const ticket = { ticket: 't1', label: 'A017', url: 'http://localhost/t/code' }

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2025, 10, 24, 8) })
  return () => vi.useRealTimers()
})

function open(seenView: KioskView = view) {
  const line = new StubLine<KioskView>(seenView)
  const kiosk = new Kiosk(line)
  const screen = show(KioskScreen, { kiosk })
  return { line, kiosk, screen }
}

/** A kiosk whose visitor has just been given a ticket. */
async function withTicket() {
  const opened = open()
  opened.screen.press('Leidimai')
  await opened.line.accept(ticket)
  return opened
}

test('a service touched twice is asked for once', async () => {
  const { line, screen } = open()
  screen.press('Leidimai')
  screen.press('Leidimai')
  expect(line.sent).toEqual([{ name: 'ticket:issue', fields: { service: 'permits', language: 'lt' } }])
  await line.accept(ticket)
  expect(screen.words()).toContain('A017')
})

test('a service without tickets says why and cannot be chosen', () => {
  const { line, screen } = open()
  expect(screen.button('Mokėjimai')?.textContent).toContain('Šios dienos numeriai išdalyti')
  screen.press('Mokėjimai')
  expect(line.sent).toEqual([])
})

test('the ticket says how many were waiting when it was asked for', async () => {
  const { screen } = await withTicket()
  expect(screen.words()).toContain('Prieš Jus laukia 3 žmonės')
  expect(screen.find('[role="img"]')?.getAttribute('aria-label')).toContain('Nuskaitykite kodą')
})

test('a ticket that is printed is to be taken', async () => {
  const { kiosk, screen } = await withTicket()
  expect(screen.words()).toContain('Spausdiname lapelį')
  kiosk.printed({ ticket: 't1', outcome: 'printed' })
  expect(screen.words()).toContain('Paimkite lapelį')
})

test.each(['failed', 'unknown'] as const)('print outcome %s asks to remember the number', async (outcome) => {
  const { kiosk, screen } = await withTicket()
  kiosk.printed({ ticket: 't1', outcome })
  expect(screen.words()).toContain('Spausdintuvas nespausdina. Įsiminkite numerį')
  expect(screen.words()).not.toContain('Paimkite lapelį')
  vi.advanceTimersByTime(59_000)
  expect(screen.words()).toContain('A017')
  vi.advanceTimersByTime(1_000)
  expect(screen.words()).not.toContain('A017')
})

test('a failed print that is told before the ticket counts for that ticket', async () => {
  const { kiosk, line, screen } = open()
  screen.press('Leidimai')
  kiosk.printed({ ticket: 't1', outcome: 'failed' })
  await line.accept(ticket)
  expect(screen.words()).toContain('Spausdintuvas nespausdina')
})

test('how an earlier ticket was printed says nothing of this one', async () => {
  const { kiosk, screen } = await withTicket()
  kiosk.printed({ ticket: 'another', outcome: 'failed' })
  expect(screen.words()).toContain('Spausdiname lapelį')
})

test('a printer without paper is told before and after choosing', async () => {
  const { line, screen } = open()
  line.printer = 'paper-out'
  expect(screen.words()).toContain('Numerį parodysime ekrane')
  screen.press('Leidimai')
  await line.accept(ticket)
  expect(screen.words()).toContain('Spausdintuvas be popieriaus')
})

test('a kiosk without a printer does not send anybody to the slot', async () => {
  const { line, screen } = open()
  line.printer = null
  screen.press('Leidimai')
  await line.accept(ticket)
  expect(screen.words()).toContain('Įsiminkite numerį arba nuskaitykite kodą')
  expect(screen.words()).not.toContain('Spausdiname')
})

test('the ticket goes away after 15 seconds', async () => {
  const { screen } = await withTicket()
  vi.advanceTimersByTime(14_000)
  expect(screen.words()).toContain('A017')
  vi.advanceTimersByTime(1_000)
  expect(screen.words()).toContain('Ko atvykote?')
})

test('who needs more time keeps the ticket a minute longer', async () => {
  const { screen } = await withTicket()
  vi.advanceTimersByTime(10_000)
  screen.press('Man reikia daugiau laiko')
  vi.advanceTimersByTime(59_000)
  expect(screen.words()).toContain('A017')
  vi.advanceTimersByTime(1_000)
  expect(screen.words()).not.toContain('A017')
})

test('the next visitor begins in Lithuanian', async () => {
  const { line, screen } = open()
  screen.press('English')
  screen.press('Permits')
  expect(line.sent.at(-1)?.fields).toEqual({ service: 'permits', language: 'en' })
  await line.accept(ticket)
  expect(screen.words()).toContain('3 people are ahead of you')
  vi.advanceTimersByTime(2_000)
  screen.press('Done')
  expect(screen.words()).toContain('Ko atvykote?')
})

test('the second touch of a double touch does nothing on the screen that came in between', async () => {
  const { line, screen } = await withTicket()
  screen.press('Baigti')
  expect(screen.words()).toContain('A017')
  await vi.advanceTimersByTimeAsync(1_000)
  screen.press('Baigti')
  screen.press('Leidimai')
  expect(line.sent).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1_000)
  screen.press('Leidimai')
  expect(line.sent).toHaveLength(2)
})

test('a refusal is told in place, and the service can be tried again', async () => {
  const { line, screen } = open()
  screen.press('Leidimai')
  await line.refuse('series/exhausted')
  expect(screen.find('[role="alert"]')?.textContent).toContain('Kreipkitės į darbuotoją')
  screen.press('Leidimai')
  expect(line.sent).toHaveLength(2)
  expect(screen.find('[role="alert"]')).toBeNull()
})

test('no answer never promises that a second try is the same one', async () => {
  const { line, screen } = open()
  screen.press('Leidimai')
  await line.refuse('line/lost')
  expect(screen.words()).toContain('Atsakymo negavome')
  expect(screen.words()).not.toContain('du kartus')
})

test('without a line there is nothing to touch, in both languages, until it is back', () => {
  const { line, kiosk, screen } = open()
  line.lose()
  expect(screen.words()).toContain('Dabar numerių duoti negalime')
  expect(screen.words()).toContain('We cannot give numbers right now')
  expect(screen.button('Leidimai')).toBeNull()
  void kiosk.choose(view.services[0]!)
  expect(line.sent).toEqual([])
  line.comeBack()
  expect(screen.button('Leidimai')).not.toBeNull()
})

test('a kiosk that never reached the server says so as well', () => {
  const { line, screen } = open()
  line.view = null
  line.status = 'connecting'
  expect(screen.words()).toContain('Jungiamasi')
  line.lostAt = Date.now()
  expect(screen.words()).toContain('Dabar numerių duoti negalime')
})

test('a ticket stays in sight when the line is lost', async () => {
  const { line, screen } = await withTicket()
  line.lose()
  expect(screen.words()).toContain('A017')
})

test.each([
  [Date.UTC(2025, 10, 24, 9), 'Atidarysime 11:00'],
  [Date.UTC(2025, 10, 25, 6), 'Kitas priėmimas: lapkričio 25 d., antradienis, 08:00'],
])('a closed hall says when it opens', (opensAt, words) => {
  const { screen } = open({ ...view, hall: { ...hall, open: false, opensAt } })
  expect(screen.words()).toContain('Salė uždaryta')
  expect(screen.words()).toContain(words)
})

test('a language left behind goes back to Lithuanian, with 20 seconds of warning', () => {
  const { screen } = open()
  screen.press('English')
  vi.advanceTimersByTime(30_000)
  expect(screen.words()).toContain('Do you need more time?')
  vi.advanceTimersByTime(19_000)
  expect(screen.words()).toContain('What did you come for?')
  vi.advanceTimersByTime(1_000)
  expect(screen.words()).toContain('Ko atvykote?')
})

test('a touch during the warning keeps the language', () => {
  const { screen } = open()
  screen.press('English')
  vi.advanceTimersByTime(40_000)
  screen.press('Yes, continue')
  vi.advanceTimersByTime(29_000)
  expect(screen.words()).toContain('What did you come for?')
  expect(screen.words()).not.toContain('Do you need more time?')
})

test('nobody is warned in Lithuanian, where there is nothing to lose', () => {
  const { screen } = open()
  screen.press('Lietuvių')
  vi.advanceTimersByTime(60_000)
  expect(screen.words()).not.toContain('daugiau laiko')
})

test('a revoked kiosk sends visitors to the staff', () => {
  const { line, screen } = open()
  line.status = 'refused'
  line.code = 'credential/unknown'
  expect(screen.words()).toContain('Kreipkitės į salės darbuotoją')
  expect(screen.words()).toContain('Įrenginys atsietas nuo salės')
})
