import { expect, test } from 'vitest'

import { pathOf, ticksTo } from '#counter/supervisor/scale.ts'

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [4, [0, 1, 2, 3, 4]],
  [7, [0, 2, 4, 6, 8]],
  [23, [0, 5, 10, 15, 20, 25]],
  [31, [0, 10, 20, 30, 40]],
  [180, [0, 50, 100, 150, 200]],
] as const)('an axis up to %i has few round numbers and ends above it', (largest, ticks) => {
  expect(ticksTo(largest)).toEqual(ticks)
})

test('a line is parted where nothing is known', () => {
  expect(pathOf([[0, 10], [5, 2], null, [15, 3], [20, 4]])).toBe('M0.0 10.0L5.0 2.0M15.0 3.0L20.0 4.0')
  expect(pathOf([])).toBe('')
})

test('a point that stands alone is a dot', () => {
  expect(pathOf([[5, 2]])).toBe('M5.0 2.0h0')
  expect(pathOf([null, [5, 2], null, [7, 3]])).toBe('M5.0 2.0h0M7.0 3.0h0')
})
