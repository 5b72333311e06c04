import type { Candidate } from '#shared/queue/candidate.ts'
import type { Seat } from '#shared/queue/may-serve.ts'
import { standardOrder, type Order, type OrderSettings } from '#shared/queue/order.ts'

export const minute = 60_000

/** One that waits since a moment, by default as an ordinary ticket whose order is that moment. */
export function one(service: string, since: number, changes: Partial<Candidate> = {}): Candidate {
  return {
    service,
    class: 'ordinary',
    queuedAt: since,
    since,
    order: since,
    slot: null,
    bound: null,
    boundAt: changes.bound ? since : null,
    back: null,
    speakers: null,
    overtaken: { rule: 0 },
    ...changes,
  }
}

/** A counter for passports and licences (targets 30 and 10 minutes), and addresses (20) as a fallback. */
export const papers: Seat = {
  counter: 'c1',
  clerk: 'ana',
  profile: 'papers',
  first: ['passports', 'licences'],
  fallback: ['addresses'],
}

export function orderWith(changes: Partial<OrderSettings> = {}, turn = 0): Order {
  const targetsMs = new Map([
    ['passports', 30 * minute],
    ['licences', 10 * minute],
    ['addresses', 20 * minute],
    ['permits', 20 * minute],
  ])
  return { ...standardOrder, ...changes, targetsMs, turn }
}
