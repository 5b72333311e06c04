import type { DeskView } from '#shared/protocol/views.ts'
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
  const kept = firstOf([...mostly, ...waiting])
  return waiting.filter((ticket) => kept.has(ticket))
}

/** Those that may be taken up at a desk first, with what was written of them; the others for who may see the queue. */
export function parkedFor(
  { parked, visits }: DeskHall,
  { rights }: DeskPerson,
  seat: Seat | null,
): DeskView['parked'] {
  const own = new Set(seat ? parked.filter((ticket) => mayTakeUp(keptForOf(ticket), seat)) : [])
  const kept = firstOf(rights.includes('queue:see') ? [...own, ...parked] : [...own])
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
  const kept = firstOf([...missed.filter(({ counter }) => counter === seat?.counter), ...missed])
  return missed.filter((ticket) => kept.has(ticket)).map(({ id, label, until }) => ({ id, label, until }))
}

function firstOf<T>(all: readonly T[]): ReadonlySet<T> {
  return new Set([...new Set(all)].slice(0, listed))
}
