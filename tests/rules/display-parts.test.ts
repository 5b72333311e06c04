import { expect, test } from 'vitest'

import { shiftAt } from '#display/hall/burn-in.ts'
import { closedDesks, counterWords, deskGroups } from '#display/hall/desk-groups.ts'
import { pageStarts } from '#display/hall/pages.ts'
import type { DisplayView } from '#shared/protocol/views.ts'

type Desk = DisplayView['desks'][number]

function desk(counter: string, changes: Partial<Desk> = {}): Desk {
  return { counter, zone: { lt: 'Salė' }, direction: 'left', state: 'open', services: ['a', 'b'], ...changes }
}

test.each([
  [['1', '2', '3', '4'], '1–4'],
  [['1', '2', '4'], '1, 2, 4'],
  [['1', '2', '3', '12B', '13'], '1–3, 12B, 13'],
  [['9', '10', '11'], '9–11'],
  [['A', 'B', 'C'], 'A, B, C'],
  [['7'], '7'],
])('counters %j are said as %s', (labels, words) => {
  expect(counterWords(labels)).toBe(words)
})

test('counters that serve the same in the same place are one row, in the hall’s order', () => {
  const groups = deskGroups([
    desk('1'),
    desk('2', { services: ['b'] }),
    desk('3', { services: ['b', 'a'] }),
    desk('4', { state: 'paused' }),
    desk('5', { direction: 'right' }),
    desk('6', { zone: { lt: 'Kita salė' } }),
    desk('7', { state: 'closed' }),
    desk('8', { services: [] }),
  ])
  expect(groups.map(({ counters, paused }) => [counters.join(), paused])).toEqual([
    ['1,3', false],
    ['2', false],
    ['4', true],
    ['5', false],
    ['6', false],
  ])
  expect(closedDesks([desk('1'), desk('7', { state: 'closed' })])).toEqual(['7'])
})

test.each([
  [[], 100, []],
  [[40, 40, 20], 100, [0]],
  [[40, 40, 40, 40, 40], 100, [0, 2, 4]],
  [[40, 150, 40], 100, [0, 1, 2]],
  [[0, 0, 0], 0, [0]],
])('rows of %j in %d begin pages at %j', (heights, room, starts) => {
  expect(pageStarts(heights, room)).toEqual(starts)
})

test('the board moves by a step every two minutes, never far, and stands at each place as long', () => {
  const picture = { width: 3_840, height: 2_160 }
  const minute = 60_000
  const places = Array.from({ length: 18 }, (_, turn) => shiftAt(turn * 2 * minute, picture))
  expect(shiftAt(2 * minute - 1, picture)).toEqual(places[0])
  expect(places[1]).not.toEqual(places[0])
  for (const { x, y } of places) {
    expect(Math.abs(x)).toBeLessThanOrEqual(0.004 * picture.width)
    expect(Math.abs(y)).toBeLessThanOrEqual(0.004 * picture.height)
  }
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(9)
  expect(places.slice(9)).toEqual(places.slice(0, 9))
  for (const [turn, { x, y }] of places.entries()) {
    const next = places[(turn + 1) % places.length]!
    expect(Math.abs(next.x - x)).toBeLessThanOrEqual(0.004 * picture.width)
    expect(Math.abs(next.y - y)).toBeLessThanOrEqual(0.004 * picture.height)
  }
})
