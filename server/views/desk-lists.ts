import type { DeskView } from '#shared/protocol/views.ts'
import { comesBefore } from '#shared/queue/candidate.ts'
import type { Seat } from '#shared/queue/may-serve.ts'
import { keptForOf, mayTakeUp } from '#shared/queue/putting-aside.ts'
import type { WaitingTicket } from '#shared/queue/ticket.ts'

import type { DeskHall } from './desk-hall.ts'
import type { DeskPerson } from './desk-view.ts'

/** The longest lists that a desk is sent: beyond them only the count. */
const listed = 20

/** Of who waits those that concern a desk most, and as many others as there is room for, in the order of the queue. */
export function waitingFor(
  waiting: readonly WaitingTicket[],
  mostly: readonly WaitingTicket[],
): readonly WaitingTicket[] {
  return [...firstOf(mostly, waiting)].sort((a, b) => (comesBefore(a, b) ? -1 : 1))
}

/** Those that may be taken up at a desk first, with what was written of them; the others for who may see the queue. */
export function parkedFor(
  { parked, visits }: DeskHall,
  { rights }: DeskPerson,
  seat: Seat | null,
): DeskView['parked'] {
  const own = new Set(seat ? parked.filter((ticket) => mayTakeUp(keptForOf(ticket), seat)) : [])
  const kept = firstOf(own, rights.includes('queue:see') ? parked : [])
  return [...kept].map((ticket) => ({
    id: ticket.id,
    label: ticket.label,
    until: ticket.until,
    counter: ticket.counter,
    keptFor: keptForOf(ticket),
    notes: own.has(ticket) ? [...(visits.get(ticket.visit)?.notes ?? [])] : [],
  }))
}

/** Those who did not come to a desk first, for who may say that they came back. */
export function missedFor(
  { missed }: DeskHall,
  { rights }: DeskPerson,
  seat: Seat | null,
): DeskView['missed'] {
  if (!rights.includes('ticket:report')) return []
  const own = missed.filter(({ counter }) => counter === seat?.counter)
  const kept = firstOf(own, missed)
  return missed.filter((ticket) => kept.has(ticket)).map(({ id, label, until }) => ({ id, label, until }))
}

/** So many at most: of the first list, then of the second. */
function firstOf<T>(first: Iterable<T>, second: Iterable<T>): ReadonlySet<T> {
  const found = new Set<T>()
  for (const list of [first, second]) {
    for (const one of list) {
      if (found.size === listed) return found
      found.add(one)
    }
  }
  return found
}
