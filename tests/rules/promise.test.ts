import { expect, test } from 'vitest'
import { isKept, promised } from '#shared/queue/promise.ts'

const minute = 60_000

test.each([
  [0, 0, { low: 0, high: 5 }],
  [0, 4.9, { low: 0, high: 5 }],
  [2, 5, { low: 0, high: 5 }],
  [3, 5.1, { low: 5, high: 10 }],
  [12, 19, { low: 10, high: 20 }],
  [17, 23, { low: 15, high: 25 }],
  [24, 24.5, { low: 20, high: 25 }],
  [50, 82, { low: 50, high: 90 }],
  [100, 240, { low: 105, high: 240 }],
])('from %f to %f minutes is said as people say it', (low, high, expected) => {
  expect(promised({ low: low * minute, high: high * minute })).toEqual(expected)
})

test.each([241, Infinity])('a wait of up to %f minutes is not promised', (high) => {
  expect(promised({ low: minute, high: high * minute })).toBeNull()
})

test('a promise is kept from its begin to its end', () => {
  const range = { low: 10, high: 20 }
  const kept = [9.9, 10, 20, 20.1].map((minutes) => isKept(range, minutes * minute))
  expect(kept).toEqual(['early', 'inside', 'inside', 'late'])
})
