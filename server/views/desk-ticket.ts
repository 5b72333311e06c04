import type { DeskTicket } from '#shared/protocol/views.ts'
import { lateness, promisedUntil } from '#shared/queue/lateness.ts'
import { mayCall, type Seat } from '#shared/queue/may-serve.ts'
import { targetMsOf } from '#shared/queue/order.ts'
import type { LivingTicket } from '#shared/queue/ticket.ts'

import type { DeskMoment } from './desk-moment.ts'

/** A ticket as a desk sees it; `seat` is who sits there, if anybody does. */
export function deskTicket(at: DeskMoment, ticket: LivingTicket, seat: Seat | null): DeskTicket {
  const { id, label, service, since, slot, bound, overtaken } = ticket
  const visit = at.visits.get(ticket.visit)
  return {
    id,
    label,
    service,
    class: ticket.class,
    language: visit?.language ?? 'lt',
    needs: [...(visit?.needs ?? [])],
    bound,
    since,
    targetMs: targetMsOf(at.order, ticket),
    slot,
    overtaken,
    promised: promiseOf(at, ticket),
    mine: seat !== null && mayCall(seat, ticket, at.order, at.now),
  }
}

export function promiseOf({ hall, forecast, now }: DeskMoment, ticket: LivingTicket): DeskTicket['promised'] {
  const until = promisedUntil(ticket)
  if (until === null || ticket.state !== 'waiting') return null
  return { until, kept: lateness(hall, ticket, forecast, now) === null }
}
