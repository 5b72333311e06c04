import { expect, test } from 'vitest'

import { stretched, stretchedFurther, type Stretches } from '#server/forecast/stretch.ts'
import { isKept, promised } from '#shared/queue/promise.ts'
import { drawService, lawOf } from '#shared/queue/twin/service-law.ts'
import { seeded } from '#shared/queue/twin/random.ts'

const minute = 60_000
const foreseen = { low: 20 * minute, mid: 25 * minute, high: 30 * minute }

test('before anything has been called a range is as it was foreseen', () => {
  expect(stretched(foreseen, {}, 'passports')).toEqual(foreseen)
})

test('a range moves out where waits fall outside, of its own service only, and never below nothing', () => {
  let stretches: Stretches = {}
  for (let n = 0; n < 20; n += 1)
    stretches = stretchedFurther(stretches, 'passports', { low: 20, high: 30 }, 45 * minute)
  const { low, mid, high } = stretched(foreseen, stretches, 'passports')
  expect(high).toBeGreaterThan(foreseen.high + 2 * minute)
  expect(low).toBeGreaterThan(foreseen.low)
  expect(mid).toBe(foreseen.mid)
  expect(stretched(foreseen, stretches, 'licences')).toEqual(foreseen)
  expect(stretched({ low: 0, mid: 0, high: 0 }, stretches, 'passports').low).toBe(0)
})

test.each([
  ['too sure by half', 0.5],
  ['not sure enough', 2],
])('whoever foresees is %s, four of five waits come to lie in what is said', (_, sureness) => {
  const random = seeded(11)
  const truth = lawOf(40 * minute, 0.5)
  const sorted = Array.from({ length: 4_000 }, () => drawService(truth, random)).sort((a, b) => a - b)
  const mid = sorted[2_000]!
  const outlook = {
    low: mid - (mid - sorted[200]!) * sureness,
    mid,
    high: mid + (sorted[3_400]! - mid) * sureness,
  }
  let stretches: Stretches = {}
  let inside = 0
  for (let n = 0; n < 3_000; n += 1) {
    const said = promised(stretched(outlook, stretches, 'passports'))!
    const took = drawService(truth, random)
    if (n >= 1_000 && isKept(said, took) === 'inside') inside += 1
    stretches = stretchedFurther(stretches, 'passports', said, took)
  }
  expect(inside / 2_000).toBeGreaterThan(0.77)
  expect(inside / 2_000).toBeLessThan(0.83)
})
