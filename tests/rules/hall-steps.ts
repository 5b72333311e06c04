import fc from 'fast-check'
import type { Candidate } from '#shared/queue/candidate.ts'
import { chooseNext } from '#shared/queue/choose-next.ts'
import type { Seat } from '#shared/queue/may-serve.ts'
import type { Order, OrderSettings } from '#shared/queue/order.ts'
import { minute, one, orderWith, papers } from './candidate.ts'

export const seats: readonly Seat[] = [
  papers,
  { ...papers, counter: 'c2', clerk: 'bob', fallback: [] },
  { counter: 'c3', clerk: 'cid', profile: 'homes', first: ['addresses', 'permits'], fallback: ['passports'] },
]
export const settings = fc.record({
  rule: fc.constantFrom<OrderSettings['rule']>('share', 'first-come', 'strict', 'ratio'),
  mostOvertaken: fc.constantFrom(null, 1, 2, 3, 12),
  aheadFrom: fc.constantFrom(null, 0, 0.5, 1),
  weights: fc.constantFrom<OrderSettings['weights']>({}, { passports: 2, permits: 0.4 }),
  fallbackMinutes: fc.constantFrom(null, 0, 15),
})
/** A minute of the hall: who comes, and which counters call. */
const step = fc.record({
  comes: fc.array(
    fc.record({
      service: fc.constantFrom('passports', 'licences', 'addresses', 'permits'),
      class: fc.constantFrom<Candidate['class']>(
        'ordinary',
        'ordinary',
        'ordinary',
        'priority',
        'appointment',
        'out-of-turn',
      ),
      /** Minutes from now to an appointment’s time. */
      early: fc.integer({ min: 0, max: 8 }),
      bound: fc.constantFrom<Candidate['bound']>(null, null, null, null, { clerk: 'bob' }, { counter: 'c3' }),
      speakers: fc.constantFrom(null, null, null, ['homes']),
      backFor: fc.constantFrom(null, null, null, 0, 1),
    }),
    { maxLength: 4 },
  ),
  calls: fc.array(fc.nat(2), { maxLength: 3 }),
})
/** A morning under one order. */
export const mornings = fc.record({
  order: settings.map((changes) => orderWith(changes)),
  steps: fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }),
})

export type Played = {
  readonly candidate: Candidate | null
  readonly waiting: readonly Candidate[]
  readonly before: readonly Candidate[]
  readonly seat: Seat
  readonly now: number
}

/** Lets a morning go by, and shows each call that was asked for. */
export function play(
  order: Order,
  steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[],
  look: (played: Played) => void,
): void {
  let waiting: Candidate[] = []
  let revision = 0
  steps.forEach(({ comes, calls }, n) => {
    const now = n * minute
    for (const { service, class: ticketClass, early, bound, speakers, backFor } of comes) {
      const slot = ticketClass === 'appointment' ? now + early * minute : null
      revision += 1
      const back = backFor === null ? null : { at: now - backFor * minute, revision }
      const since = slot ?? now - (back ? 10 * minute : 0)
      const changes = {
        class: ticketClass,
        slot,
        bound,
        speakers,
        back,
        order: revision,
        boundAt: bound && now,
      }
      waiting.push(one(service, since, changes))
    }
    for (const index of calls) {
      const seat = seats[index]!
      const before = waiting
      const choice = chooseNext(before, seat, order, now)
      const passed = new Set(choice?.overtaken.earlier)
      const isCounted = choice?.reason.rule !== 'out-of-turn'
      waiting = before
        .map((other, at) =>
          passed.has(at) && isCounted ? { ...other, overtaken: { rule: other.overtaken.rule + 1 } } : other,
        )
        .filter((_, at) => at !== choice?.chosen)
      const candidate = choice ? before[choice.chosen]! : null
      look({ candidate, waiting, before: before.filter((other) => other !== candidate), seat, now })
    }
  })
}
