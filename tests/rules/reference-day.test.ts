import { expect, test } from 'vitest'
import { exceptionOf, isAble } from '#shared/queue/may-serve.ts'
import { daysOf } from '#tests/bench/order/days.ts'
import { referenceHall } from '#tests/bench/order/reference-hall.ts'
import { ruleNames, rulesOf } from '#tests/bench/order/rules.ts'
import { simulate } from '#tests/bench/order/simulate.ts'

const days = daysOf(referenceHall, 'a few days', 5)
const rules = rulesOf(referenceHall)

test('the same seed gives the same days', () => {
  expect(daysOf(referenceHall, 'a few days', 5)).toEqual(days)
  expect(daysOf(referenceHall, 'other days', 5)).not.toEqual(days)
})

for (const name of ruleNames) {
  const rule = rules[name]

  test(`${name}: all are called once, and once more if they report back`, () => {
    for (const visitors of days) {
      const called = simulate(referenceHall, visitors, rule).map((call) => call.called.visitor)
      const back = visitors.filter(({ misses }) => (misses?.returnsAfterMs ?? null) !== null)
      expect(new Set(called)).toEqual(new Set(visitors))
      expect(called.length).toBe(visitors.length + back.length)
    }
  })

  test(`${name}: within a service and class nobody passes an earlier one`, () => {
    const calls = days.flatMap((visitors) => simulate(referenceHall, visitors, rule))
    const passes = calls.flatMap(({ called, passed }) => passed.map((one) => [called, one] as const))
    expect(passes.filter(([a, b]) => a.service === b.service && a.class === b.class)).toEqual([])
  })

  test(`${name}: no counter is idle beside somebody it may take`, () => {
    let looks = 0
    for (const visitors of days) {
      simulate(referenceHall, visitors, rule, ({ now, waiting, desks }, joined) => {
        for (const { seat } of desks.filter(({ doing }) => doing === 'idle')) {
          for (const one of waiting.filter((other) => other !== joined && isAble(seat, other))) {
            expect(exceptionOf(seat, one, rule.order, now)).toMatchObject({ why: 'just-back' })
          }
          looks += 1
        }
      })
    }
    expect(looks).toBeGreaterThan(0)
  })
}

test('ours lets nobody be passed more than 12 times', () => {
  const calls = days.flatMap((visitors) => simulate(referenceHall, visitors, rules.relative))
  expect(Math.max(...calls.map(({ called }) => called.overtaken.rule))).toBeLessThanOrEqual(12)
})
