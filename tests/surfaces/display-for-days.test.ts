import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import Board from '#display/hall/Board.svelte'
import { HallDisplay } from '#display/hall/hall-display.svelte.ts'
import type { DisplayView } from '#shared/protocol/views.ts'
import { Line } from '#shared/ui/line.svelte.ts'
import { displayView } from './display-view.ts'
import { SocketForTest } from './socket-for-test.ts'

const sockets = vi.hoisted((): unknown[] => [])
vi.mock('socket.io-client', async () => {
  const { SocketForTest } = await import('./socket-for-test.ts')
  return { io: () => sockets[sockets.push(new SocketForTest()) - 1] }
})

const second = 1_000
const hour = 3_600 * second
/** Monday 24 November 2025, 10:31 in Vilnius. */
const monday = Date.UTC(2025, 10, 24, 8, 31)

let socket: SocketForTest
let line: Line<DisplayView>
let screen: object
/** The server's clock beside the page's, in ms. */
let skew: number
const reload = vi.fn()

beforeEach(() => {
  vi.useFakeTimers({ now: monday })
  reload.mockReset()
  skew = 0
  line = new Line<DisplayView>({ credential: { kind: 'device', token: 'any' }, build: 'one', reload })
  socket = sockets.at(-1) as SocketForTest
  screen = mount(Board, { target: document.body, props: { display: new HallDisplay(line), silent: false } })
  flushSync()
})

afterEach(async () => {
  await unmount(screen)
  line.close()
  vi.useRealTimers()
})

const now = () => Date.now() + skew

function connect(build = 'one') {
  socket.connected = true
  socket.tell('hall:welcomed', { build, now: now(), name: 'Ekranas' })
  socket.tell('view:changed', { version: 1, at: now(), view: displayView() })
  flushSync()
}

/** The server beats every five seconds, for so long. */
function beats(ms: number) {
  for (let past = 0; past < ms; past += 5 * second) {
    vi.advanceTimersByTime(5 * second)
    socket.tell('line:beaten', { now: now() })
  }
  flushSync()
}

function passes(ms: number) {
  vi.advanceTimersByTime(ms)
  flushSync()
}

const clock = () => document.querySelector('.clock time')?.textContent.trim()
const mark = () => document.querySelector('[role=status]')?.textContent.replaceAll(/\s+/g, ' ').trim()
const isDim = () => document.querySelector('.dim') !== null

test('what changes of the view is put in its place, and the rest stays', () => {
  connect()
  const { calls, hall } = line.view!
  socket.tell('view:updated', { version: 2, at: now(), parts: { waitingInAll: 41 }, lists: {} })
  flushSync()
  expect(document.querySelector('.total .count')?.textContent).toBe('41')
  expect(line.view).toMatchObject({ calls, hall })
})

test('after two idle days the clock is right, nothing has piled up, and a cut line comes back', () => {
  connect()
  beats(10 * second)
  const timers = vi.getTimerCount()
  const elements = document.querySelectorAll('*').length
  expect(clock()).toBe('10:31')

  // The page's own clock loses a second an hour, as those of cheap machines do.
  for (let n = 0; n < 48; n += 1) {
    beats(hour)
    skew += second
  }
  beats(10 * second)
  expect(Math.abs(line.now() - now())).toBeLessThan(second)
  expect(clock()).toBe('10:32')
  expect(new Date(now()).getUTCDate()).toBe(26)
  expect(vi.getTimerCount()).toBe(timers)
  expect(document.querySelectorAll('*')).toHaveLength(elements)
  expect(mark()).toBe('')

  passes(30 * second)
  expect(mark()).toContain('Ryšys nutrūko')
  connect()
  expect(mark()).toBe('')
  expect(reload).not.toHaveBeenCalled()
}, 60_000)

test('a line that dies without a word is marked within 20 seconds, with the time of the data, and dims after 60', () => {
  connect()
  beats(hour)
  passes(10 * second)
  expect(mark(), 'beats may be late').toBe('')
  passes(10 * second)
  expect(mark()).toContain('Ryšys nutrūko. Rodoma, kas buvo 11:31')
  expect(socket.asked, 'it is opened anew').toBeGreaterThan(0)
  passes(39 * second)
  expect(isDim()).toBe(false)
  passes(2 * second)
  expect(isDim()).toBe(true)

  passes(47 * hour)
  expect(mark()).toContain('11:31')
  expect(clock()).toBe('10:32')
  connect()
  expect(mark()).toBe('')
  expect(isDim()).toBe(false)
}, 60_000)

test('a line that the server hangs up is marked at once', () => {
  connect()
  socket.lose()
  flushSync()
  expect(mark()).toContain('Ryšys nutrūko. Rodoma, kas buvo 10:31')
})

test('of a server that serves another build the page is loaded anew, and again only when it answers', () => {
  connect('two')
  expect(reload).toHaveBeenCalledOnce()
  connect('two')
  socket.lose()
  passes(hour)
  expect(reload, 'nobody answers').toHaveBeenCalledOnce()
  connect('two')
  expect(reload).toHaveBeenCalledTimes(2)
  connect('two')
  beats(60 * second)
  expect(reload).toHaveBeenCalledTimes(3)
})

test('a line that was closed leaves no timer', () => {
  connect('two')
  connect('two')
  line.close()
  void unmount(screen)
  expect(vi.getTimerCount()).toBe(0)
  screen = mount(Board, { target: document.body, props: { display: new HallDisplay(line), silent: false } })
})
