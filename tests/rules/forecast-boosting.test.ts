import { expect, test } from 'vitest'

import { binned } from '#server/forecast/bins.ts'
import { boost, boostedAnswer, type BoostingSettings } from '#server/forecast/boosting.ts'
import { seeded } from '#shared/queue/twin/random.ts'

const settings: BoostingSettings = {
  trees: 60,
  rate: 0.2,
  leaves: 12,
  leafRows: 20,
  rows: 0.5,
  features: 1,
  seed: 3,
}

/** Spread grows with the first feature; the second says nothing; the third is often not known, which matters. */
function madeUp(rows: number, seed: number): { table: Float64Array; target: Float64Array } {
  const random = seeded(seed)
  const table = new Float64Array(rows * 3)
  const target = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const [one, two] = [random(), random()]
    const unknown = random() < 0.3
    table.set([one, two, unknown ? NaN : random()], row * 3)
    target[row] = (unknown ? 10 : 0) + 4 * one * random()
  }
  return { table, target }
}

const { table, target } = madeUp(4_000, 1)
const bins = binned(table, 3, 32)

for (const quantile of [0.1, 0.5, 0.9]) {
  test(`the ${quantile} quantile of rows to come is above that share of them, and depends on the features`, () => {
    const model = boost(bins, target, quantile, settings)
    const fresh = madeUp(4_000, 2)
    const answers = fresh.target.map((_, row) => boostedAnswer(model, fresh.table, row * 3))
    const below = fresh.target.filter((value, row) => value <= answers[row]!).length / fresh.target.length
    expect(below).toBeGreaterThan(quantile - 0.04)
    expect(below).toBeLessThan(quantile + 0.04)
    const answer = (...features: number[]) => boostedAnswer(model, Float64Array.from(features))
    expect(answer(0.9, 0.5, NaN) - answer(0.9, 0.5, 0.5)).toBeCloseTo(10, 0)
    expect(answer(0.9, 0.5, 0.5) - answer(0.3, 0.5, 0.5)).toBeCloseTo(4 * 0.6 * quantile, 0)
  })
}

test('the same seed learns the same, and a model is plain data', () => {
  const few = { ...settings, trees: 5 }
  const model = boost(bins, target, 0.5, few)
  expect(boost(bins, target, 0.5, few)).toEqual(model)
  expect(boost(bins, target, 0.5, { ...few, seed: 4 })).not.toEqual(model)
  const stored = JSON.parse(JSON.stringify(model)) as typeof model
  expect(stored).toEqual(model)
  expect(boostedAnswer(stored, table, 30)).toBe(boostedAnswer(model, table, 30))
})

test('no leaf holds fewer rows than asked, so that few rows make one leaf', () => {
  const small = binned(table.slice(0, 30 * 3), 3, 32)
  const model = boost(small, target.slice(0, 30), 0.5, { ...settings, trees: 3, rows: 1 })
  for (const tree of model.trees) expect(tree.feature).toEqual([-1])
})
