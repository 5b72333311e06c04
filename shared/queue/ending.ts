import type { CommandOf } from './command.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import { findOwnTicket, findTicket } from './finding.ts'
import type { Hall } from './hall.ts'
import { isLabelTaken } from './number-series.ts'
import { refuse } from './refusal.ts'
import { findService } from './seat.ts'
import { factsOf } from './ticket-life.ts'

export function finish(hall: Hall, command: CommandOf<'ticket:finish'>, context: Context): Decision {
  const { ticket, result, quantity } = command
  const found = findOwnTicket(hall, ticket, ['serving'], context)
  return found.ok ? accept([happened(context, 'ticket:finished', { ticket, result, quantity })]) : found
}

/** By the visitor, or by staff for somebody who has left. One that is being served is finished instead. */
export function cancel(hall: Hall, { ticket }: CommandOf<'ticket:cancel'>, context: Context): Decision {
  const found = findTicket(hall, ticket, ['waiting', 'called', 'parked'])
  return found.ok ? accept([happened(context, 'ticket:cancelled', { ticket })]) : found
}

/** A missed visitor who did not report within the term is a no-show. */
export function lapse(hall: Hall, { ticket }: CommandOf<'ticket:lapse'>, context: Context): Decision {
  const found = findTicket(hall, ticket, ['missed'])
  if (!found.ok) return found
  if (context.now < found.ticket.until) return refuse('ticket/not-due')
  return accept([happened(context, 'ticket:lapsed', { ticket })])
}

/** An ended ticket of today waits again. */
export function restore(
  hall: Hall,
  { ticket, place }: CommandOf<'ticket:restore'>,
  context: Context,
): Decision {
  if (!hall.day) return refuse('day/not-open')
  const living = hall.tickets.get(ticket)
  if (living) return refuse('ticket/wrong-state', { state: living.state })
  const { ended } = context
  if (!ended) return refuse('ticket/unknown')
  if (!findService(hall, ended.service)) return refuse('service/unknown')
  if (isLabelTaken(hall, ended.label)) return refuse('ticket/label-taken')
  return accept([happened(context, 'ticket:restored', { ticket, place, from: factsOf(ended) })], {
    ticket,
    label: ended.label,
  })
}
