import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test } from 'vitest'
import Board from '#display/hall/Board.svelte'
import { HallDisplay } from '#display/hall/hall-display.svelte.ts'
import type { DisplayView } from '#shared/protocol/views.ts'
import { displayView } from './display-view.ts'
import { FakeLine } from './fake-line.svelte.ts'

const now = Date.UTC(2025, 10, 24, 8, 31)
const panel = { inches: 43, distanceMetres: 8 }

let line: FakeLine<DisplayView>
let screen: object

beforeEach(() => {
  Object.assign(window, { innerWidth: 1_920, innerHeight: 1_080 })
  line = new FakeLine()
  line.time = now
  screen = mount(Board, { target: document.body, props: { display: new HallDisplay(line), silent: false } })
})

afterEach(() => {
  Object.assign(window, { innerWidth: 1_024, innerHeight: 768 })
  return unmount(screen)
})

function show(panel: DisplayView['panel'], ...counters: string[]) {
  const calls = counters.map((counter, index) => ({
    label: `A00${9 - index}`,
    counter,
    zone: { lt: 'Salė' },
    direction: 'left' as const,
    at: now - index * 1_000,
    state: 'called' as const,
  }))
  line.show(displayView({ calls, panel }))
  flushSync()
}

const calls = () => [...document.querySelectorAll<HTMLElement>('.call')]
const labels = () => calls().map((one) => one.querySelector('.number')?.textContent)
const least = () => calls().map((one) => Math.round(parseFloat(one.style.getPropertyValue('--least'))))
const arrows = () => calls().map((one) => one.querySelector('svg')?.getAttribute('width'))

test('as many calls stand there as are legible from the last seat, the newest first', () => {
  show(panel, '1', '2', '3', '4', '5')
  expect(labels()).toEqual(['A009', 'A008', 'A007'])
  expect(least()).toEqual([271, 271, 271])
  expect(document.querySelector('.stacked')).toBeNull()
  show({ inches: 43, distanceMetres: 2 }, '1', '2', '3', '4', '5')
  expect(labels()).toEqual(['A009', 'A008', 'A007', 'A006', 'A005'])
  expect(least()).toEqual([68, 68, 68, 68, 68])
})

test('an arrow is as high as a capital', () => {
  show(panel, '1', '2')
  // 16.5 of 24 units of the sign are drawn on.
  for (const size of arrows()) expect((parseFloat(size ?? '') * 16.5) / 24).toBeGreaterThanOrEqual(0.727)
})

test('where number and counter have no room beside each other the counter stands under the number', () => {
  show(panel, '1', '12B', '3')
  expect(labels()).toEqual(['A009'])
  expect(calls()[0]?.classList.contains('stacked')).toBe(true)
})

test('turned upright, a panel lays its calls out anew', () => {
  show(panel, '1', '2', '3')
  Object.assign(window, { innerWidth: 1_080, innerHeight: 1_920 })
  window.dispatchEvent(new Event('resize'))
  flushSync()
  expect(labels()).toEqual(['A009', 'A008'])
  expect(document.querySelectorAll('.stacked')).toHaveLength(2)
})

test('a display that nobody measured is as it always was', () => {
  show(null, '1', '2', '3', '4', '5')
  expect(labels()).toEqual(['A009', 'A008', 'A007', 'A006'])
  expect(calls().every((one) => one.style.getPropertyValue('--least') === '')).toBe(true)
  expect(arrows()).toEqual(['0.8em', '0.8em', '0.8em', '0.8em'])
  expect(document.querySelector<HTMLElement>('.newest')?.style.flexGrow).toBe('')
  expect(document.querySelector('main')?.getAttribute('style') ?? '').toBe('')
})
