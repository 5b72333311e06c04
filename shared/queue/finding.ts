import type { Context } from './decision.ts'
import type { Hall } from './hall.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ownShift } from './seat.ts'
import { isAtCounter, type LivingTicket, type TicketAtCounter } from './ticket.ts'

export type Found<T> = { readonly ok: true; readonly ticket: T } | Refusal

/** A living ticket that is in one of the states, or why not. */
export function findTicket<S extends LivingTicket['state']>(
  hall: Hall,
  id: string,
  states: readonly S[],
): Found<Extract<LivingTicket, { state: S }>> {
  const ticket = hall.tickets.get(id)
  if (!ticket) return refuse('ticket/unknown')
  if (!isIn(ticket, states)) return refuse('ticket/wrong-state', { state: ticket.state })
  return { ok: true, ticket }
}

/** The same, of a ticket at the sender's own counter, or at any if the sender may act for others. */
export function findOwnTicket<S extends TicketAtCounter['state']>(
  hall: Hall,
  id: string,
  states: readonly S[],
  context: Pick<Context, 'by' | 'mayActForOthers'>,
): Found<Extract<TicketAtCounter, { state: S }>> {
  const ticket = hall.tickets.get(id)
  if (!ticket) return refuse('ticket/unknown')
  if (!isAtCounter(ticket)) return refuse('ticket/wrong-state', { state: ticket.state })
  const own = context.mayActForOthers || ownShift(hall, ticket.counter, context).ok
  if (!own) return refuse('ticket/at-another-counter', { counter: ticket.counter })
  if (!isIn(ticket, states)) return refuse('ticket/wrong-state', { state: ticket.state })
  return { ok: true, ticket }
}

function isIn<T extends LivingTicket, S extends T['state']>(
  ticket: T,
  states: readonly S[],
): ticket is Extract<T, { state: S }> {
  return (states as readonly string[]).includes(ticket.state)
}
