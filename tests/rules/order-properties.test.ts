import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comesBefore, type Candidate } from '#shared/queue/candidate.ts'
import { chooseNext } from '#shared/queue/choose-next.ts'
import { exceptionOf, isAble, type Seat } from '#shared/queue/may-serve.ts'
import type { Order } from '#shared/queue/order.ts'
import { minute, one, orderWith, papers } from './candidate.ts'
import { mornings, play, settings } from './hall-steps.ts'

type Called = {
  readonly candidate: Candidate
  readonly waiting: readonly Candidate[]
  readonly seat: Seat
  readonly order: Order
  readonly now: number
}

test('inside a service and class it is first come, first served, among those whom no exception keeps', () => {
  always(({ candidate, waiting, seat, order, now }) => {
    const before = waiting.filter(
      (other) =>
        other.service === candidate.service &&
        other.class === candidate.class &&
        comesBefore(other, candidate) &&
        isAble(seat, other) &&
        exceptionOf(seat, other, order, now) === null,
    )
    expect(before).toEqual([])
  }, 'before')
})

test('nobody is overtaken by the rule more often than allowed, whatever the sequence', () => {
  always(({ waiting, order }) => {
    for (const { overtaken } of waiting)
      expect(overtaken.rule).toBeLessThanOrEqual(order.mostOvertaken ?? Infinity)
  })
})

test('at the bound only the out-of-turn goes before', () => {
  always(({ candidate, waiting, seat, order, now }) => {
    const { mostOvertaken } = order
    const atBound = waiting.filter(
      (other) =>
        mostOvertaken !== null &&
        other.overtaken.rule >= mostOvertaken &&
        comesBefore(other, candidate) &&
        isAble(seat, other) &&
        exceptionOf(seat, other, order, now) === null,
    )
    if (candidate.class !== 'out-of-turn') expect(atBound).toEqual([])
  }, 'before')
})

test('no counter stays idle beside one whom no exception keeps from it, or a fallback', () => {
  fc.assert(
    fc.property(mornings, ({ order, steps }) => {
      play(order, steps, ({ candidate, waiting, seat, now }) => {
        if (candidate) return
        const idleBeside = waiting.filter((other) => {
          const exception = isAble(seat, other) ? exceptionOf(seat, other, order, now) : { why: 'not able' }
          return exception === null || exception.why === 'fallback'
        })
        expect(idleBeside).toEqual([])
      })
    }),
    { numRuns: 150 },
  )
})

test('with equal targets, one class and no exceptions every rule is first come, first served', () => {
  const equal = new Map(['passports', 'licences', 'addresses', 'permits'].map((id) => [id, 20 * minute]))
  const everything: Seat = { ...papers, first: [...equal.keys()], fallback: [] }
  const arrivals = fc.array(
    fc.record({ service: fc.constantFrom(...equal.keys()), since: fc.integer({ min: 0, max: 9 }) }),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(arrivals, settings, (list, changes) => {
      const order: Order = { ...orderWith({ ...changes, weights: {} }), targetsMs: equal }
      const waiting = list.map(({ service, since }, n) => one(service, since * minute, { order: n }))
      const sorted = [...waiting].sort((a, b) => a.since - b.since || a.order - b.order)
      const called: Candidate[] = []
      for (;;) {
        const choice = chooseNext(waiting, everything, order, 10 * minute)
        if (!choice) break
        expect(choice.overtaken).toEqual({ earlier: [], later: [] })
        called.push(...waiting.splice(choice.chosen, 1))
      }
      expect(called).toEqual(sorted)
    }),
    { numRuns: 300 },
  )
})

test('the choice does not depend on how the candidates lie in the array', () => {
  always(({ candidate, waiting, seat, order, now }) => {
    const all = [...waiting, candidate].sort((a, b) => b.order - a.order)
    expect(all[chooseNext(all, seat, order, now)!.chosen]!.order).toBe(candidate.order)
  }, 'before')
})

/** Looks at each call; at those who wait as they are after it, or as they were before. */
function always(look: (called: Called) => void, when: 'before' | 'after' = 'after'): void {
  fc.assert(
    fc.property(mornings, ({ order, steps }) => {
      play(order, steps, ({ candidate, waiting, before, seat, now }) => {
        if (candidate) look({ candidate, waiting: when === 'after' ? waiting : before, seat, order, now })
      })
    }),
    { numRuns: 150 },
  )
}
