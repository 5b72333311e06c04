import type { DeskTicket } from '#shared/protocol/views.ts'
import { lateness, promisedUntil } from '#shared/queue/lateness.ts'
import { mayCall, type Seat } from '#shared/queue/may-serve.ts'
import { targetMsOf } from '#shared/queue/order.ts'
import type { LivingTicket } from '#shared/queue/ticket.ts'

import type { DeskMoment } from './desk-moment.ts'

/** A ticket as a desk sees it; `seat` is who sits there, if anybody does. */
export function deskTicket(at: DeskMoment, ticket: LivingTicket, seat: Seat | null): DeskTicket {
  const { bound, overtaken } = ticket
  const mine = seat !== null && mayCall(seat, ticket, at.order, at.now)
  return { ...queuedTicket(at, ticket), bound, overtaken, mine }
}

/** What all staff see of it who may see the queue. */
export function queuedTicket(at: DeskMoment, ticket: LivingTicket) {
  const { id, label, service, since, slot } = ticket
  const visit = at.visits.get(ticket.visit)
  return {
    id,
    label,
    service,
    class: ticket.class,
    language: visit?.language ?? 'lt',
    needs: [...(visit?.needs ?? [])],
    since,
    targetMs: targetMsOf(at.order, ticket),
    slot,
    promised: promiseOf(at, ticket),
  }
}

function promiseOf({ hall, forecast, now }: DeskMoment, ticket: LivingTicket): DeskTicket['promised'] {
  const until = promisedUntil(ticket)
  if (until === null || ticket.state !== 'waiting') return null
  return { until, kept: lateness(hall, ticket, forecast, now) === null }
}
