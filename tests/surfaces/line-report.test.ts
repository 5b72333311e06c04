import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { DisplayView } from '#shared/protocol/views.ts'
import { reportHealth } from '#shared/ui/line-report.ts'

import { displayView } from './display-view.ts'
import { FakeLine } from './fake-line.svelte.ts'

let line: FakeLine<DisplayView>
let stop: () => void
let lastCall: { call: number; at: number } | null
let draws: boolean
let ahead: number

const picture = { width: innerWidth, height: innerHeight }

beforeEach(() => {
  vi.useFakeTimers()
  line = new FakeLine()
  draws = true
  ahead = 0
  lastCall = null
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => (draws ? setTimeout(frame, 16) : 0))
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => clearTimeout(frame))
  stop = reportHealth({
    line: {
      send: line.send,
      get status() {
        return line.status
      },
      get ahead() {
        return ahead
      },
    },
    build: 'one',
    lastCall: () => lastCall,
  })
})

afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** What was reported in so many seconds. */
function reportsIn(seconds: number): object[] {
  const before = line.sent.length
  vi.advanceTimersByTime(seconds * 1_000)
  return line.sent.slice(before).map(({ fields }) => fields)
}

test('a device reports as soon as its line is live, then every 30 seconds', () => {
  expect(reportsIn(60)).toEqual([])
  line.show(displayView())
  expect(reportsIn(5)).toEqual([
    { build: 'one', drawnAgo: expect.any(Number), ahead: 0, lastCall: null, picture },
  ])
  expect(reportsIn(29)).toHaveLength(0)
  expect(reportsIn(1)).toHaveLength(1)
  expect(reportsIn(3_600)).toHaveLength(120)
})

test('a call that was drawn, a clock that jumps and a picture that stands still are told within seconds', () => {
  line.show(displayView())
  reportsIn(5)
  lastCall = { call: 3, at: 1 }
  expect(reportsIn(5)).toMatchObject([{ lastCall }])
  ahead = 2_500
  expect(reportsIn(5)).toMatchObject([{ ahead: 2_500 }])
  draws = false
  const [still] = reportsIn(20) as { drawnAgo: number }[]
  expect(still?.drawnAgo).toBeGreaterThanOrEqual(14_000)
  draws = true
  const [drawing] = reportsIn(10) as { drawnAgo: number }[]
  expect(drawing?.drawnAgo).toBeLessThan(6_000)
})

test('a line that is lost is not spoken into; when it is back the hall is told at once', () => {
  line.show(displayView())
  reportsIn(5)
  line.lose(0)
  expect(reportsIn(600)).toEqual([])
  line.show(displayView())
  expect(reportsIn(5)).toHaveLength(1)
})

test('a page that is left reports no more', () => {
  line.show(displayView())
  stop()
  expect(reportsIn(600)).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})
