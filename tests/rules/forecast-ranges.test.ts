import { expect, test } from 'vitest'

import { adapted, marginsNow, type Drift } from '#server/forecast/adaptive.ts'
import { calibrate, calibratedMargins, conformalQuantile, type Score } from '#server/forecast/conformal.ts'
import type { Place } from '#server/forecast/place.ts'
import { seeded } from '#shared/queue/twin/random.ts'

const misses = { low: 0.06, high: 0.14 }
const papers: Place = { hall: 'one', service: 'papers', foundSomebody: true }
const homes: Place = { ...papers, service: 'homes' }

/** How far waits of a made-up line lie outside a range from 1 to 2. */
function scores(place: Place, count: number, random: () => number, spread = 1): Score[] {
  return Array.from({ length: count }, () => {
    const wait = 1.5 + spread * (random() + random() + random() - 1.5)
    return { place, low: 1 - wait, high: wait - 2 }
  })
}

const outcomeOf = ({ low, high }: Score, margins: { low: number; high: number }) => ({
  below: low > margins.low,
  above: high > margins.high,
})

test('the conformal quantile is the one that theory asks for', () => {
  const values = () => Float64Array.from({ length: 99 }, (_, n) => 99 - n)
  expect(conformalQuantile(values(), 0.1)).toBe(90)
  expect(conformalQuantile(values(), 0)).toBe(99)
  expect(conformalQuantile(Float64Array.of(5, 3), 0.1)).toBe(5)
})

test('calibrated ranges hold the share that they are to hold', () => {
  const random = seeded(5)
  const calibration = calibrate(scores(papers, 4_000, random), 2, misses)
  const margins = calibratedMargins(calibration, papers)
  const fresh = scores(papers, 4_000, random).map((score) => outcomeOf(score, margins))
  expect(fresh.filter(({ below }) => below).length / 4_000).toBeCloseTo(misses.low, 1.5)
  expect(fresh.filter(({ above }) => above).length / 4_000).toBeCloseTo(misses.high, 1.5)
})

test('a service with few tickets is led by its hall, and an unknown one by all halls', () => {
  const random = seeded(6)
  const few = scores(homes, 5, random, 3)
  const calibration = calibrate([...scores(papers, 2_000, random), ...few], 2, misses)
  const [own, hall] = [calibratedMargins(calibration, homes), calibratedMargins(calibration, papers)]
  expect(Math.abs(own.high - hall.high)).toBeLessThan(0.1)
  const elsewhere = calibratedMargins(calibration, { ...papers, hall: 'two' })
  expect(elsewhere.high).toBeCloseTo(hall.high, 1)
  const alone = calibratedMargins(calibration, { ...papers, foundSomebody: false })
  expect(alone).toEqual({ low: 0, high: 0 })
})

test('when waits change, adapted ranges come back to the share; calibrated ones do not', () => {
  const random = seeded(7)
  const calibration = calibrate(scores(papers, 120, random), 2, misses)
  const later = scores(papers, 3_000, random, 2)
  const still = calibratedMargins(calibration, papers)
  let drift: Drift = {}
  let outside = 0
  let outsideStill = 0
  for (const score of later) {
    const outcome = outcomeOf(score, marginsNow(calibration, drift, papers))
    outside += Number(outcome.below || outcome.above)
    const unadapted = outcomeOf(score, still)
    outsideStill += Number(unadapted.below || unadapted.above)
    drift = adapted(calibration, drift, papers, outcome, misses)
  }
  expect(outsideStill / later.length).toBeGreaterThan(0.3)
  expect(outside / later.length).toBeGreaterThan(0.19)
  expect(outside / later.length).toBeLessThan(0.22)
})

/** The bound of the theory: an adapted margin moves by steps, so misses can pile up only as far as it has room to. */
test('even against the worst waits, misses stay within their bound', () => {
  const calibration = calibrate(scores(papers, 120, seeded(8)), 2, misses)
  let drift: Drift = {}
  let above = 0
  const count = 4_000
  for (let n = 0; n < count; n += 1) {
    const margins = marginsNow(calibration, drift, papers)
    // A wait just above the range while the margin is below 2, one far below it otherwise.
    const outcome = { below: false, above: margins.high < 2 }
    above += Number(outcome.above)
    drift = adapted(calibration, drift, papers, outcome, misses)
  }
  expect(Math.abs(above / count - misses.high)).toBeLessThan(0.03)
})

test('what one service teaches moves it and, less, its hall; no other hall', () => {
  const random = seeded(9)
  const calibration = calibrate([...scores(papers, 100, random), ...scores(homes, 100, random)], 2, misses)
  const outcome = { below: false, above: true }
  const drift = adapted(calibration, {}, papers, outcome, misses)
  const rise = (place: Place) =>
    marginsNow(calibration, drift, place).high - calibratedMargins(calibration, place).high
  expect(rise(papers)).toBeGreaterThan(rise(homes))
  expect(rise(homes)).toBeGreaterThan(0)
  expect(rise({ ...papers, hall: 'two' })).toBe(0)
  expect(JSON.parse(JSON.stringify(drift))).toEqual(drift)
})
