import { expect, test } from 'vitest'

import { learnAndTry } from '#server/forecast/trial.ts'
import { madeUpDay } from './forecast-day.ts'

const days = Array.from({ length: 14 }, (_, n) => madeUpDay(n))

test('what is learned says how far off it was on the last two days, which it had not seen then', () => {
  const learned = learnAndTry(days)!
  expect(learned.tried).toEqual(['2026-02-13', '2026-02-14'])
  expect(Object.keys(learned.errors).sort()).toEqual(['homes', 'papers'])
  expect(learned.error).toBeGreaterThan(0)
  expect(learned.errors.papers).toBeLessThan(learned.errors.homes!)

  expect(JSON.parse(JSON.stringify(learned))).toEqual(learned)
}, 30_000)

test('of a few days nothing is learned', () => {
  expect(learnAndTry(days.slice(0, 4))).toBeNull()
  expect(learnAndTry([])).toBeNull()
})
