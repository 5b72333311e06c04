import { expect, test } from 'vitest'

import { quartersOf } from '#server/past/day-waits.ts'

const minute = 60_000
const nine = Date.UTC(2026, 2, 2, 7)
const leg = (queued: number, called: number | null, ended: number | null = null) => ({
  queued_at: nine + queued * minute,
  called_at: called === null ? null : nine + called * minute,
  ended_at: ended === null ? null : nine + ended * minute,
  waited_ms: ((called ?? ended ?? queued) - queued) * minute,
})

test('a day without visitors has no quarters', () => {
  expect(quartersOf([], nine)).toEqual([])
})

test('each quarter has who came, who was called, how long those waited, and who waits at its end', () => {
  const legs = [leg(2, 10), leg(3, 20), leg(4, null, 12), leg(14, null), leg(31, null)]
  expect(quartersOf(legs, nine + 34 * minute)).toEqual([
    { from: nine, arrivals: 4, calls: 1, meanWaitMs: 8 * minute, waiting: 2 },
    { from: nine + 15 * minute, arrivals: 0, calls: 1, meanWaitMs: 17 * minute, waiting: 1 },
    { from: nine + 30 * minute, arrivals: 1, calls: 0, meanWaitMs: null, waiting: 2 },
  ])
})

test('an appointment that is yet to come waits from its time on', () => {
  expect(quartersOf([leg(40, null)], nine)).toEqual([])
})
