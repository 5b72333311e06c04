import { flushSync, mount, tick, unmount } from 'svelte'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'

import Board from '#display/hall/Board.svelte'
import { HallDisplay } from '#display/hall/hall-display.svelte.ts'
import type { DisplayView } from '#shared/protocol/views.ts'

import { displayView } from './display-view.ts'
import { FakeLine } from './fake-line.svelte.ts'

/** 10:31 in Vilnius. */
const now = Date.UTC(2025, 10, 24, 8, 31)
const second = 1_000

type Call = DisplayView['calls'][number]
type Desk = DisplayView['desks'][number]

const main = { lt: 'Pagrindinė salė', en: 'Main hall' }
const side = { lt: 'Konsultacijų salė', en: 'Consultation hall' }

let line: FakeLine<DisplayView>
let display: HallDisplay
let screen: object

beforeEach(async () => {
  Object.assign(window, { innerWidth: 1_920, innerHeight: 1_080 })
  line = new FakeLine()
  line.time = now
  display = new HallDisplay(line)
  screen = mount(Board, { target: document.body, props: { display, silent: false } })
  await vi.dynamicImportSettled()
  await tick()
})

afterEach(() => {
  vi.restoreAllMocks()
  Object.assign(window, { innerWidth: 1_024, innerHeight: 768 })
  void unmount(screen)
})

function show(changes: Partial<DisplayView> = {}) {
  line.show(displayView(changes))
  flushSync()
}

function call(label: string, at = now, changes: Partial<Call> = {}): Call {
  return { label, counter: '5', zone: main, direction: 'left', at, state: 'called', ...changes }
}

/** The message that comes at once, before the view. */
function hear({ label, counter, zone, direction, at }: Call, again = false) {
  display.called({ call: at, label, counter, zone, direction, at, again, spoken: [] })
  flushSync()
}

function after(seconds: number) {
  line.time = now + seconds * second
  display.tick()
  flushSync()
}

function desk(counter: string, changes: Partial<Desk> = {}): Desk {
  return { counter, zone: main, direction: 'left', state: 'open', services: ['cashier'], ...changes }
}

const waiting = [
  { service: 'cashier', name: { lt: 'Kasa', en: 'Cashier' }, waiting: 0, paused: null, promised: null },
  { service: 'permits', name: { lt: 'Leidimai', en: 'Permits' }, waiting: 0, paused: null, promised: null },
]

const numbers = (selector: string) =>
  [...document.querySelectorAll(`${selector} .call`)].map((one) => one.querySelector('.number')?.textContent)
const standing = () => numbers('.standing')
const listed = () => numbers('.newest').concat(numbers('.earlier'))
const words = (selector: string) =>
  document.querySelector(selector)?.textContent.replaceAll(/\s+/g, ' ').trim() ?? null

test('a call stands over the list with number, arrow and counter, and after ten seconds is in the list', () => {
  const one = call('A001', now, { counter: '12B', direction: 'right' })
  show({ calls: [call('A000', now - 90 * second, { state: 'serving' })] })
  hear(one)
  expect(standing()).toEqual(['A001'])
  expect(words('.standing .where')).toBe('12B')
  expect(document.querySelector('.standing [role=img]')?.getAttribute('aria-label')).toBe('dešinėje')
  expect(words('.head')).toMatch(/Kviečiame ?Now calling/)
  expect(listed()).toEqual([])
  show({ calls: [one] })
  after(9)
  expect(standing()).toEqual(['A001'])
  after(10)
  expect(standing()).toEqual([])
  expect(listed()).toEqual(['A001'])
})

test('two calls within a second stand in their order, each for its own time', () => {
  show()
  hear(call('A001'))
  line.time = now + 400
  hear(call('B001', now + 400, { counter: '6' }))
  expect(standing()).toEqual(['A001', 'B001'])
  show({ calls: [call('B001', now + 400, { counter: '6' }), call('A001')] })
  after(10)
  expect(standing()).toEqual(['B001'])
  after(11)
  expect(standing()).toEqual([])
})

test('of five calls at once the fourth and the fifth stand when the first three have had their time', () => {
  const calls = ['A001', 'A002', 'A003', 'A004', 'A005'].map((label, index) =>
    call(label, now, { counter: String(index) }),
  )
  show()
  calls.forEach((one) => hear(one))
  expect(standing()).toEqual(['A001', 'A002', 'A003'])
  show({ calls })
  after(10)
  expect(standing()).toEqual(['A004', 'A005'])
  after(20)
  expect(standing()).toEqual([])
  expect(listed()).toHaveLength(4)
})

test('who has come, or whose call was taken back, no longer stands there', () => {
  const [one, other] = [call('A001'), call('A002', now, { counter: '6' })]
  show()
  hear(one)
  hear(other)
  show({ calls: [{ ...one, state: 'serving' }, other] })
  expect(standing()).toEqual(['A002'])
  show({ calls: [{ ...one, state: 'serving' }] })
  expect(standing()).toEqual([])
})

test('a number that is called to another counter stands with that one alone', () => {
  show()
  hear(call('A001'))
  hear(call('A001', now + 1, { counter: '6' }))
  show({ calls: [call('A001', now + 1, { counter: '6' })] })
  expect(standing()).toEqual(['A001'])
  expect(words('.standing .where')).toBe('6')
})

test('a recall stands anew', () => {
  show()
  hear(call('A001'))
  show({ calls: [call('A001')] })
  after(15)
  expect(standing()).toEqual([])
  hear(call('A001', now + 15 * second), true)
  expect(standing()).toEqual(['A001'])
})

test('what was called before the line went is in the list when it is back, and does not pop up', () => {
  show()
  hear(call('A001'))
  line.lose(now)
  flushSync()
  expect(standing()).toEqual([])
  after(2)
  show({ calls: [call('A001')] })
  after(3)
  expect(standing()).toEqual([])
  expect(listed()).toEqual(['A001'])
})

test('a page that is opened meets who is called already in the list', () => {
  show({ calls: [call('A001')] })
  expect(standing()).toEqual([])
  expect(listed()).toEqual(['A001'])
})

test('who is still awaited keeps a row under those who were called after them', () => {
  const awaited = call('A001', now - 60 * second, { counter: '2' })
  const come = call('A002', now - 30 * second, { counter: '3', state: 'serving' })
  show({ calls: [awaited, come] })
  hear(call('A003'))
  expect(standing()).toEqual(['A003'])
  expect(numbers('.kept')).toEqual(['A001'])
  expect(document.querySelector('.kept .pulse')).toBeNull()
})

test('on a measured panel as many stand as are legible from the last seat, the others after them', () => {
  const panel = { inches: 55, distanceMetres: 12 }
  show({ panel })
  hear(call('A001', now, { counter: '12' }))
  hear(call('A002', now, { counter: '13' }))
  show({ panel, calls: [call('A001', now, { counter: '12' }), call('A002', now, { counter: '13' })] })
  expect(standing()).toEqual(['A001'])
  const least = document.querySelector<HTMLElement>('.standing .call')!.style.getPropertyValue('--least')
  expect(Math.round(parseFloat(least) * 0.727)).toBe(231)
  after(10)
  expect(standing()).toEqual(['A002'])
})

test('the zone is named where the display shows more than one, in Lithuanian and the hall’s other language', () => {
  const calls = [call('A001'), call('A002', now - second, { zone: side })]
  show({ calls, desks: [desk('1'), desk('2')] })
  expect(document.querySelector('.zone')).toBeNull()
  show({ calls, desks: [desk('1'), desk('2', { zone: side })] })
  const zones = [...document.querySelectorAll('.zone')].map((zone) =>
    [...zone.querySelectorAll('span')].map((one) => [one.lang, one.textContent]),
  )
  expect(zones).toEqual([
    [
      ['lt', 'Pagrindinė salė'],
      ['en', 'Main hall'],
    ],
    [
      ['lt', 'Konsultacijų salė'],
      ['en', 'Consultation hall'],
    ],
  ])
  hear(calls[0]!)
  expect(words('.standing .zone')).toMatch(/Pagrindinė salė ?Main hall/)
})

test('who was missed is in a strip with the words how to come back, as long as somebody was', () => {
  show({ calls: [call('A009')], missed: ['A003', 'A001'] })
  const strip = [...document.querySelectorAll('section .numbers .number')].map((one) => one.textContent)
  expect(strip).toEqual(['A003', 'A001'])
  expect(words('.help')).toContain('Per 15 min. praneškite registratūroje arba bet kuriam darbuotojui.')
  expect(words('.help')).toContain('Missed your call?')
  show({ calls: [call('A009')] })
  expect(document.querySelector('.help')).toBeNull()
})

test('of the missed as many are told as there is room for, the newest', () => {
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(500)
  const measured = vi.spyOn(Element.prototype, 'scrollWidth', 'get').mockImplementation(function (
    this: Element,
  ) {
    return 200 * this.children.length
  })
  const missed = ['A005', 'A004', 'A003', 'A002', 'A001']
  show({ missed })
  const strip = [...document.querySelectorAll('section .numbers .number')].map((one) => one.textContent)
  expect(strip).toEqual(['A005', 'A004'])
  measured.mockClear()
  show({ missed: [...missed], waitingInAll: 1 })
  expect(measured, 'a view that says the same of them').toHaveBeenCalledOnce()
})

test('the missed are fitted anew when the page’s own type has come, and none is cut', async () => {
  const fonts = new EventTarget()
  Object.assign(document, { fonts })
  onTestFinished(() => Object.assign(document, { fonts: undefined }))
  let width = 100
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(500)
  vi.spyOn(Element.prototype, 'scrollWidth', 'get').mockImplementation(function (this: Element) {
    return width * this.children.length
  })
  show({ missed: ['A003', 'A002', 'A001'] })
  const strip = () => document.querySelectorAll('section .numbers .number').length
  expect(strip()).toBe(3)
  width = 200
  fonts.dispatchEvent(new Event('loadingdone'))
  flushSync()
  expect(strip()).toBe(2)
})

test('a panel on which a call would be too small for the strip has none', () => {
  const [calls, missed] = [[call('A001', now, { counter: '12' })], ['A000']]
  show({ calls, missed, panel: { inches: 55, distanceMetres: 8 } })
  expect(document.querySelector('.numbers')).not.toBeNull()
  show({ calls, missed, panel: { inches: 55, distanceMetres: 16 } })
  expect(document.querySelector('.numbers')).toBeNull()
})

test('while nobody is called the display tells which counter serves what', () => {
  const desks = [
    desk('1'),
    desk('2'),
    desk('3', { direction: 'right', services: ['permits'], state: 'paused' }),
    desk('4', { state: 'closed' }),
  ]
  show({ waiting, desks })
  const rows = [...document.querySelectorAll('.page li')].map((row) =>
    row.textContent.replaceAll(/\s+/g, ' ').trim(),
  )
  expect(rows[0]).toMatch(/^1, 2 ?Kasa ?Cashier$/)
  expect(rows[1]).toMatch(/^3 ?Leidimai ?Permits ?Pertrauka ?Break$/)
  expect(document.querySelector('.page li:nth-child(2) svg[aria-label]')?.getAttribute('aria-label')).toBe(
    'dešinėje',
  )
  expect(words('.foot')).toContain('Dabar nedirba: 4')
  expect(words('h2')).toContain('Kol kas niekas nekviečiamas')
  hear(call('A001'))
  expect(document.querySelector('.page')).toBeNull()
  expect(standing()).toEqual(['A001'])
})

test('where no counter serves anything the display only says that nobody is called', () => {
  show({ waiting, desks: [desk('1', { state: 'closed' })] })
  expect(document.querySelector('.page')).toBeNull()
  show({ waiting, desks: [desk('1', { state: 'closed' }), desk('2', { services: [] })] })
  expect(document.querySelector('.page')).toBeNull()
  expect(words('h1')).toBe('Kol kas niekas nekviečiamas')
})

test('after a minute without a call counters and list take turns, but not while somebody is awaited', () => {
  const shows = (seconds: number) => {
    after(seconds)
    return document.querySelector('.page') ? 'counters' : 'list'
  }
  const calls = [call('A001', now, { state: 'serving' })]
  show({ waiting, desks: [desk('1')], calls })
  const quiet = [48, 60, 72, 84, 96].map(shows)
  expect(quiet[0]).toBe('list')
  expect(new Set(quiet.slice(1, 3))).toEqual(new Set(['list', 'counters']))
  expect(quiet.slice(1, 3)).toEqual(quiet.slice(3, 5))
  show({ waiting, desks: [desk('1')], calls: [call('A001')] })
  expect([108, 120, 132, 144].map(shows)).toEqual(['list', 'list', 'list', 'list'])
})

test('counters that have no room on one page come on the next after twelve seconds, with the page’s number', () => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(100)
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(250)
  const services = ['cashier', 'permits'] as const
  const desks = Array.from({ length: 5 }, (_, index) =>
    desk(String(2 * index), { services: [services[index % 2]!], direction: index < 2 ? 'left' : 'right' }),
  )
  const distinct = desks.map((one, index) => ({ ...one, zone: { lt: `Salė ${index}` } }))
  show({ waiting, desks: distinct })
  flushSync()
  const seen = () =>
    [...document.querySelectorAll('.page li:not(.away) .counters')].map((one) => one.textContent.trim())
  const pages = [0, 12, 24, 36].map((seconds) => {
    after(seconds)
    return `${words('.count')}: ${seen().join()}`
  })
  expect(new Set(pages)).toEqual(new Set(['1 / 3: 0,2', '2 / 3: 4,6', '3 / 3: 8']))
  expect(pages[3]).toBe(pages[0])
})

test('the board stands some px aside after two minutes', () => {
  show()
  const place = () => document.querySelector<HTMLElement>('.panel')!.style.translate
  const before = place()
  after(120)
  expect(place()).not.toBe(before)
})
