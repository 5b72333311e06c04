import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import Board from '#display/hall/Board.svelte'
import { HallDisplay } from '#display/hall/hall-display.svelte.ts'
import { openingWords } from '#shared/messages/opening.ts'
import { loadLanguages } from '#shared/messages/catalogue.ts'
import { languageOrder, texts } from '#shared/messages/text.ts'
import { brandColours } from '#shared/ui/brand.ts'
import { callWidth } from '#shared/display/call-width.ts'
import type { DisplayView } from '#shared/protocol/views.ts'
import { displayView } from './display-view.ts'
import { FakeLine } from './fake-line.svelte.ts'

const minute = 60_000
/** Monday 24 November 2025, 10:31 in Vilnius. */
const now = Date.UTC(2025, 10, 24, 8, 31)

type Call = DisplayView['calls'][number]

let line: FakeLine<DisplayView>
let display: HallDisplay
let screen: object

beforeEach(() => {
  line = new FakeLine()
  line.time = now
  display = new HallDisplay(line)
  screen = mount(Board, { target: document.body, props: { display, silent: false } })
  flushSync()
})

afterEach(() => unmount(screen))

const zone = { lt: 'Salė' }

function show(changes: Partial<DisplayView> = {}) {
  line.show(displayView(changes))
  flushSync()
}

function call(label: string, at: number, changes: Partial<Call> = {}): Call {
  return { label, counter: '5', zone, direction: 'left', at, state: 'called', ...changes }
}

/** The event that comes at once, before the view. */
function hear(label: string, at: number, counter = '5') {
  display.called({ call: at, label, counter, zone, direction: 'left', at, again: false, spoken: [] })
  flushSync()
}

const words = () => document.body.textContent.replaceAll(/\s+/g, ' ')
const newest = () => document.querySelector('.newest .number')?.textContent
const labels = () =>
  [...document.querySelectorAll('.call')].map((one) => one.querySelector('.number')?.textContent)
const pulsing = () => [...document.querySelectorAll('.pulse')].map((one) => one.textContent)

test('the newest call stands first and the earlier ones follow', () => {
  show({ calls: [call('A001', now - minute), call('B007', now - 1_000), call('A002', now - 9_000)] })
  expect(labels()).toEqual(['B007', 'A002', 'A001'])
  expect(newest()).toBe('B007')
})

test('a number that is called twice before the view follows is shown once, at the counter of the second call', () => {
  show()
  hear('A001', now, '5')
  hear('A001', now + 10, '6')
  expect(display.calls.map(({ label, counter }) => [label, counter])).toEqual([['A001', '6']])
})

test('a call is shown with the way to its counter', () => {
  show({ calls: [call('A001', now, { counter: '12B', direction: 'right' })] })
  expect(document.querySelector('.newest .where')?.textContent).toContain('12B')
  expect(document.querySelector('.newest [role=img]')?.getAttribute('aria-label')).toBe('dešinėje')
})

test('labels and names cannot bring markup in', () => {
  show({
    calls: [call('<img src=x>', now, { counter: '<b>1</b>' })],
    waiting: [
      { service: 's', name: { lt: '<script>alert(1)</script>' }, waiting: 1, paused: null, promised: null },
    ],
  })
  expect(newest()).toBe('<img src=x>')
  expect(words()).toContain('<b>1</b>')
  expect(words()).toContain('<script>alert(1)</script>')
  expect(document.body.querySelector('main img, main b, main script')).toBeNull()
})

test('two calls within a second are both shown, before and after their view', () => {
  show({ calls: [call('A001', now - minute)] })
  hear('A002', now)
  hear('B001', now + 400, '6')
  expect(labels()).toEqual(['B001', 'A002', 'A001'])
  expect(pulsing()).toEqual(['B001', 'A002'])
  show({ calls: [call('B001', now + 400, { counter: '6' }), call('A002', now), call('A001', now - minute)] })
  expect(labels()).toEqual(['B001', 'A002', 'A001'])
  expect(pulsing()).toEqual(['B001', 'A002'])
})

test('a recall brings its number to the top and pulses again', () => {
  show({ calls: [call('A002', now - 20_000), call('A001', now - minute)] })
  hear('A001', now)
  expect(labels()).toEqual(['A001', 'A002'])
  expect(pulsing()).toEqual(['A001'])
})

test('a call that was taken back is gone with the next view', () => {
  show()
  hear('A001', now)
  show()
  expect(labels()).toEqual([])
})

test('a number does not go on pulsing because the clock is set back', () => {
  hear('A001', now)
  show({ calls: [call('A001', now)] })
  line.time = now - 10 * minute
  display.tick()
  flushSync()
  expect(pulsing()).toEqual([])
})

test('a number stops pulsing after ten seconds, or once its visitor is there', () => {
  show()
  hear('A001', now)
  show({ calls: [call('A001', now)] })
  expect(pulsing()).toEqual(['A001'])
  line.time = now + 10_000
  display.tick()
  flushSync()
  expect(pulsing()).toEqual([])

  hear('A001', now + 10_000)
  show({ calls: [call('A001', now, { state: 'serving' })] })
  expect(pulsing()).toEqual([])
})

test('old data are marked with their time, nothing pulses, and the screen dims after a minute', () => {
  show({ calls: [call('A001', now)] })
  hear('A001', now)
  line.lose(now)
  flushSync()
  expect(document.querySelector('[role=status]')?.textContent).toMatch(
    /Ryšys nutrūko\. Rodoma, kas buvo \d\d:\d\d/,
  )
  expect(pulsing()).toEqual([])
  expect(newest()).toBe('A001')
  expect(document.querySelector('.dim')).toBeNull()
  line.lostAt = now - minute
  display.tick()
  flushSync()
  expect(document.querySelector('.dim')).not.toBeNull()
})

test('Lithuanian comes first and the hall’s other language under it', () => {
  show({
    calls: [call('A001', now)],
    waiting: [
      { service: 's', name: { lt: 'Kasa', en: 'Cashier' }, waiting: 4, paused: null, promised: null },
    ],
  })
  const heads = [...document.querySelectorAll('.heads p:first-child span')].map((one) => one.textContent)
  expect(heads).toEqual(['Numeris', 'Number'])
  expect(words()).toMatch(/Kasa ?Cashier/)
  line.show({ ...line.view!, hall: { ...line.view!.hall, languages: ['lt'] } })
  flushSync()
  expect(words()).not.toContain('Number')
})

test('a quiet hall says so, a closed one when it opens next', () => {
  show()
  expect(words()).toContain('Kol kas niekas nekviečiamas')
  const { hall } = displayView()
  show({ hall: { ...hall, open: false, opensAt: now + 24 * 60 * minute } })
  expect(words()).toContain('Salė uždaryta')
  expect(words()).toContain('Kitas priėmimas: lapkričio 25 d., antradienis, 10:31')
})

test('the calls stay in sight when the hall has closed', () => {
  show({ hall: { ...displayView().hall, open: false }, calls: [call('A001', now)] })
  expect(newest()).toBe('A001')
  expect(words()).toContain('Salė uždaryta')
})

test('a display that was revoked says so and shows no numbers', () => {
  show({ calls: [call('A001', now)] })
  line.status = 'ended'
  line.code = 'credential/unknown'
  flushSync()
  expect(labels()).toEqual([])
  expect(words()).toContain(texts('lt')('device.unpaired'))
})

test('an opening of today is told without the day', () => {
  const words = (at: number) => openingWords(at, now, 'en', 'Europe/Vilnius')
  expect(words(now + 30 * minute)).toBe('We open at 11:01')
  expect(words(now + 24 * 60 * minute)).toBe('Next opening: Tuesday 25 November, 10:31')
})

test('a longer call is wider', () => {
  expect(callWidth({ label: 'A0001', counter: '12B' })).toBeGreaterThan(
    callWidth({ label: 'A1', counter: '5' }),
  )
})

test('a service that is paused is told with its sign, in words and with the reason, even if nobody waits for it', () => {
  const waiting = [
    { service: 'a', name: { lt: 'Kasa' }, waiting: 0, paused: 'technical' as const, promised: null },
    { service: 'b', name: { lt: 'Leidimai' }, waiting: 0, paused: null, promised: null },
  ]
  show({ waiting })
  const rows = [...document.querySelectorAll('aside li')]
  expect(rows).toHaveLength(1)
  expect(rows[0]!.textContent.replaceAll(/\s+/g, ' ')).toMatch(
    /Kasa.*Laikinai neteikiama\. Dėl techninių kliūčių\./,
  )
  expect(rows[0]!.querySelector('svg')).not.toBeNull()
})

test('of too many queues the longest are told, and every paused service, in the hall’s own order', () => {
  const waiting = Array.from({ length: 12 }, (_, index) => ({
    service: `s${index}`,
    name: { lt: `Paslauga ${index}` },
    waiting: index,
    paused: index === 0 ? ('staff' as const) : null,
    promised: null,
  }))
  show({ waiting, waitingInAll: 66 })
  const told = [...document.querySelectorAll('aside li .words p:first-child')].map((one) =>
    one.textContent.trim(),
  )
  expect(told).toEqual([0, 5, 6, 7, 8, 9, 10, 11].map((index) => `Paslauga ${index}`))
})

test('rows that fitted and no longer do, once the type has come, are as many fewer', () => {
  const fonts = new EventTarget()
  Object.defineProperty(document, 'fonts', { value: fonts, configurable: true })
  void unmount(screen)
  screen = mount(Board, { target: document.body, props: { display, silent: false } })
  let rowHeight = 10
  const rows = () => document.querySelectorAll('aside li').length
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(80)
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockImplementation(() => rows() * rowHeight)
  onTestFinished(() => {
    vi.restoreAllMocks()
    Reflect.deleteProperty(document, 'fonts')
  })
  const names = Array.from({ length: 8 }, (_, index) => `Paslauga ${index}`)
  show({
    waiting: names.map((lt, index) => ({
      service: lt,
      name: { lt },
      waiting: index + 1,
      paused: null,
      promised: null,
    })),
  })
  expect(rows()).toBe(8)
  rowHeight = 20
  fonts.dispatchEvent(new Event('loadingdone'))
  flushSync()
  expect(rows()).toBe(4)
})

test('of too many calls those are shown whose visitors have not come, and then the newest', () => {
  const served = (label: string, at: number) => call(label, at, { state: 'serving' })
  show({
    calls: [
      served('A009', now - 1_000),
      served('A008', now - 2_000),
      served('A007', now - 3_000),
      served('A006', now - 4_000),
      call('A001', now - 5 * minute),
    ],
  })
  expect(labels()).toEqual(['A009', 'A008', 'A007', 'A001'])
})

test('a closed hall says so in each of its languages, Lithuanian first', async () => {
  await loadLanguages(languageOrder)
  const hall = { ...displayView().hall, open: false, opensAt: now + minute }
  show({ hall: { ...hall, languages: ['lt', 'en', 'ru', 'pl', 'uk'] } })
  const titles = [...document.querySelectorAll('.calls h1')].map((one) => one.textContent)
  expect(titles).toEqual(languageOrder.map((language) => texts(language)('display.hallClosed')))
  expect(document.querySelector('.total')).toBeNull()
})

test('a hall that is configured with its colour and mark shows them', () => {
  show({ hall: { ...displayView().hall, brand: { colour: '#e4002b', logo: 'abc' } } })
  expect(document.querySelector('aside img')?.getAttribute('src')).toBe('/api/brand/logo?v=abc')
  expect(document.documentElement.style.getPropertyValue('--hall-on-dark')).toBe(
    brandColours('#e4002b')!.dark,
  )
  show()
  expect(document.querySelector('aside img')).toBeNull()
  expect(document.documentElement.style.getPropertyValue('--hall-on-dark')).toBe('')
})
