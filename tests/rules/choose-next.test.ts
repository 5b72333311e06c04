import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstComeOrder } from '#shared/protocol/order-settings.ts'
import type { Candidate } from '#shared/queue/candidate.ts'
import { chooseNext } from '#shared/queue/choose-next.ts'
import type { Seat } from '#shared/queue/may-serve.ts'
import type { Order } from '#shared/queue/order.ts'
import type { Binding } from '#shared/queue/ticket.ts'
import { one } from './candidate.ts'

const seat: Seat = {
  counter: 'c1',
  clerk: 'ana',
  profile: 'papers',
  first: ['passports', 'licences'],
  fallback: ['addresses'],
}
const now = 100
const order: Order = { ...firstComeOrder, targetsMs: new Map(), turn: 0 }

const table: readonly {
  says: string
  queue: readonly Candidate[]
  chosen: number | null
  passes: readonly number[]
}[] = [
  { says: 'nobody is chosen when nobody waits', queue: [], chosen: null, passes: [] },
  {
    says: 'nobody is chosen when all wait for what the counter does not take',
    queue: [one('permits', 1), one('permits', 2)],
    chosen: null,
    passes: [],
  },
  {
    says: 'who came first goes first, be it for one service or the other',
    queue: [one('passports', 9), one('licences', 3), one('passports', 5)],
    chosen: 1,
    passes: [],
  },
  {
    says: 'who came in the same millisecond goes by the order of issue',
    queue: [
      one('passports', 5, { order: 12 }),
      one('passports', 5, { order: 11 }),
      one('passports', 5, { order: 13 }),
    ],
    chosen: 1,
    passes: [],
  },
  {
    says: 'a later one of the first choice goes before a fallback, who is overtaken',
    queue: [one('addresses', 1), one('passports', 8)],
    chosen: 1,
    passes: [0],
  },
  {
    says: 'the fallback is taken when nobody waits for the first choice',
    queue: [one('addresses', 6), one('addresses', 4), one('permits', 1)],
    chosen: 1,
    passes: [],
  },
  {
    says: 'one who is bound to the counter is a first choice there, whatever the service',
    queue: [one('passports', 5), one('permits', 2, { bound: { counter: 'c1' } })],
    chosen: 1,
    passes: [],
  },
  {
    says: 'one who is bound to the clerk is a first choice with that clerk',
    queue: [one('addresses', 1), one('permits', 2, { bound: { clerk: 'ana' } })],
    chosen: 1,
    passes: [0],
  },
  {
    says: 'one who is bound elsewhere is passed by, and that is no overtaking',
    queue: [
      one('passports', 1, { bound: { counter: 'c2' } }),
      one('passports', 2, { bound: { clerk: 'bob' } }),
      one('passports', 3),
    ],
    chosen: 2,
    passes: [],
  },
  {
    says: 'a bound one does not jump the queue of those who came before',
    queue: [one('passports', 1), one('permits', 2, { bound: { clerk: 'ana' } })],
    chosen: 0,
    passes: [],
  },
]

test.each(table)('$says', ({ queue, chosen, passes }) => {
  const choice = chooseNext(queue, seat, order, now)
  expect(choice?.chosen ?? null).toBe(chosen)
  if (choice) {
    expect(choice.reason).toEqual({ rule: 'first-come', waitedMs: now - queue[choice.chosen]!.since })
    expect(choice.overtaken).toEqual({ earlier: passes, later: [] })
  }
})

test('a counter with nothing in its profile calls only those who are bound to it', () => {
  const bare: Seat = { ...seat, first: [], fallback: [] }
  expect(chooseNext([one('passports', 1)], bare, order, now)).toBeNull()
  expect(
    chooseNext([one('passports', 1), one('passports', 2, { bound: { counter: 'c1' } })], bare, order, now)
      ?.chosen,
  ).toBe(1)
})

test('a clerk and a counter of the same name are not taken for each other', () => {
  const namesake: Seat = { ...seat, counter: 'ana', clerk: 'c1' }
  const queue = [
    one('passports', 1, { bound: { clerk: 'ana' } }),
    one('passports', 2, { bound: { counter: 'c1' } }),
  ]
  expect(chooseNext(queue, namesake, order, now)).toBeNull()
})

const bound = fc.constantFrom<Binding>(
  null,
  null,
  null,
  { clerk: 'ana' },
  { counter: 'c1' },
  { counter: 'c2' },
)
const candidate = fc.record({
  service: fc.constantFrom('passports', 'licences', 'addresses', 'permits'),
  since: fc.integer({ min: 0, max: 4 }),
  bound,
})
const queues = fc
  .array(candidate, { maxLength: 12 })
  .map((list) => list.map(({ service, since, bound }, order) => one(service, since, { order, bound })))
const shuffled = queues.chain((queue) =>
  fc.record({
    queue: fc.constant(queue),
    other: fc.shuffledSubarray(queue, { minLength: queue.length, maxLength: queue.length }),
  }),
)

test('who is chosen and who is overtaken do not depend on how the candidates lie in the array', () => {
  fc.assert(
    fc.property(shuffled, ({ queue, other }) => {
      const orders = [queue, other].map((candidates) => {
        const choice = chooseNext(candidates, seat, order, now)
        if (!choice) return null
        const passed = choice.overtaken.earlier.map((index) => candidates[index]!.order)
        return { chosen: candidates[choice.chosen]!.order, passed: passed.sort((a, b) => a - b) }
      })
      expect(orders[1]).toEqual(orders[0])
    }),
    { numRuns: 500 },
  )
})

test('called one after another, each service is served in the order of arrival', () => {
  fc.assert(
    fc.property(queues, (queue) => {
      const left = [...queue]
      const called: Candidate[] = []
      for (
        let choice = chooseNext(left, seat, order, now);
        choice;
        choice = chooseNext(left, seat, order, now)
      ) {
        called.push(...left.splice(choice.chosen, 1))
      }
      for (const service of seat.first.concat(seat.fallback)) {
        const ofIt = called.filter((one) => one.service === service && one.bound === null)
        const sorted = [...ofIt].sort((a, b) => a.since - b.since || a.order - b.order)
        expect(ofIt).toEqual(sorted)
      }
    }),
    { numRuns: 300 },
  )
})
