import { expect, test } from 'vitest'
import { normalCdf, normalQuantile } from '#shared/queue/twin/normal.ts'
import { exponential, seeded } from '#shared/queue/twin/random.ts'
import { drawRest, drawService, lawOf } from '#shared/queue/twin/service-law.ts'

const minute = 60_000

test.each([
  [0, 0.5],
  [1, 0.8413447],
  [-1.959964, 0.025],
  [2.575829, 0.995],
  [-4, 0.0000316712],
])('below %f lies %f of the standard normal', (z, part) => {
  expect(normalCdf(z)).toBeCloseTo(part, 6)
  expect(normalQuantile(part)).toBeCloseTo(z, 4)
})

test('visits drawn from a law have its mean and its spread', () => {
  const random = seeded(1)
  const law = lawOf(9 * minute, 0.5)
  const draws = Array.from({ length: 40_000 }, () => drawService(law, random))
  const mean = meanOf(draws)
  expect(mean / minute).toBeCloseTo(9, 0)
  expect(Math.sqrt(meanOf(draws.map((one) => (one - mean) ** 2))) / mean).toBeCloseTo(0.5, 1)
})

test('what is left of a visit is what is left of those that lasted longer than it has', () => {
  const random = seeded(2)
  const law = lawOf(9 * minute, 0.5)
  const elapsed = 8 * minute
  const longer = Array.from({ length: 60_000 }, () => drawService(law, random)).filter((one) => one > elapsed)
  const rests = Array.from({ length: 30_000 }, () => drawRest(law, elapsed, random))
  expect(Math.min(...rests)).toBeGreaterThanOrEqual(0)
  expect(meanOf(rests) / minute).toBeCloseTo((meanOf(longer) - elapsed) / minute, 0)
})

test('a visit longer than any before still ends', () => {
  const rest = drawRest(lawOf(minute, 0.3), 600 * minute, seeded(3))
  expect(rest).toBeGreaterThan(0)
  expect(Number.isFinite(rest)).toBe(true)
})

test('a seed gives the same numbers, another one others, and they are spread evenly', () => {
  const take = (seed: number) => Array.from({ length: 20_000 }, seeded(seed))
  expect(take(5)).toEqual(take(5))
  expect(take(5)).not.toEqual(take(6))
  expect(meanOf(take(5))).toBeCloseTo(0.5, 2)
  const random = seeded(7)
  expect(meanOf(Array.from({ length: 20_000 }, () => exponential(random, 0.25)))).toBeCloseTo(4, 0)
})

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
