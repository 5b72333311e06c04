import { expect, test } from 'vitest'
import { accumulatingWaits, erlangC } from '#tests/bench/order/oracles.ts'
import { waitsIn } from '#tests/bench/order/plain-hall.ts'
import { accumulatingRows } from '#tests/bench/order/theory.ts'
import { diceOf } from '#tests/demo/dice.ts'

test.each([
  [10, 8, 0.4092],
  [8, 7, 0.6353],
  [5, 4, 0.5541],
])(
  'of %i counters under a load of %i all are busy as often as in Erlang’s table',
  (counters, load, chance) => {
    expect(erlangC(counters, load)).toBeCloseTo(chance, 4)
  },
)

const mixes: [rates: number[], shares: number[], minutes: number[]][] = [
  [
    [1 / 30, 1 / 20, 1 / 10],
    [0.7, 0.2, 0.1],
    [17.9, 12.56, 7.11],
  ],
  [
    [1, 3],
    [0.6, 0.4],
    [20.73, 8.29],
  ],
  [
    [1, 1],
    [0.7, 0.3],
    [15.76, 15.76],
  ],
  [
    [1, 1e9],
    [0.7, 0.3],
    [21.58, 2.16],
  ],
]

test.each(mixes)(
  'priority that grows at %j for %j of all gives the mean waits %j',
  (rates, shares, minutes) => {
    const classes = rates.map((rate, index) => ({ rate, share: shares[index]! }))
    const waits = accumulatingWaits(classes, 4, 3.6, 8)
    waits.forEach((wait, index) => expect(Math.abs(wait - minutes[index]!)).toBeLessThan(0.006))
  },
)

/** Of fewer visitors the rarest kind would be off by as much merely by chance. */
test('in a simulated hall the services wait as long as theory says, within 2 %', { timeout: 60_000 }, () => {
  expect(accumulatingRows('theory', 700_000).filter(({ ok }) => !ok)).toEqual([])
})

test('strict priority gives the waits of theory within 5 %', () => {
  const kinds = [
    { service: 'any', class: 'ordinary', share: 0.7, targetMinutes: 30 },
    { service: 'any', class: 'priority', share: 0.3, targetMinutes: 30 },
  ] as const
  const hall = { rule: 'strict', counters: 4, load: 3.6, servingMinutes: 8, kinds } as const
  const { means, mean } = waitsIn(hall, 100_000, diceOf('strict'))
  const [ordinary, priority] = means.map((one) => (one * 15.76) / mean)
  expect(Math.abs(ordinary! / 21.58 - 1)).toBeLessThan(0.05)
  expect(Math.abs(priority! / 2.16 - 1)).toBeLessThan(0.05)
})

test('with equal targets the share of the target is first come, first served', () => {
  const kinds = (['a', 'b'] as const).map((service) => {
    return { service, class: 'ordinary', share: 0.5, targetMinutes: 20 } as const
  })
  const hall = { counters: 4, load: 3.6, servingMinutes: 8, kinds }
  const byShare = waitsIn({ ...hall, rule: 'share' }, 20_000, diceOf('equal'))
  expect(byShare).toEqual(waitsIn({ ...hall, rule: 'first-come' }, 20_000, diceOf('equal')))
})
