import { chooseNext, overtakenBy, serves, type Seat } from './choose-next.ts'
import type { CommandOf } from './command.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import type { CallReason } from './event.ts'
import { findOwnTicket, findTicket } from './finding.ts'
import { visitorAt, type Hall } from './hall.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ownShift, seatOf } from './seat.ts'
import type { WaitingTicket } from './ticket.ts'

export function callNext(hall: Hall, { counter }: CommandOf<'ticket:call-next'>, context: Context): Decision {
  const free = freeSeat(hall, counter, context)
  if (!free.ok) return free
  const waiting = waitingTickets(hall)
  const choice = chooseNext(waiting, free.seat, context.now)
  if (!choice) return refuse('queue/empty')
  return called(waiting, choice.chosen, choice.reason, free.seat, context)
}

/** A given ticket, out of order: the clerk's choice, and on record as such. */
export function call(hall: Hall, command: CommandOf<'ticket:call'>, context: Context): Decision {
  const free = freeSeat(hall, command.counter, context)
  if (!free.ok) return free
  const found = findTicket(hall, command.ticket, ['waiting'])
  if (!found.ok) return elsewhere(hall, command.ticket) ?? found
  const { ticket } = found
  if (!serves(free.seat, ticket)) {
    return refuse(ticket.bound ? 'ticket/bound-elsewhere' : 'ticket/not-served-here')
  }
  const waiting = waitingTickets(hall)
  return called(waiting, waiting.indexOf(ticket), { rule: 'by-hand' }, free.seat, context)
}

export function recall(hall: Hall, command: CommandOf<'ticket:recall'>, context: Context): Decision {
  const found = findOwnTicket(hall, command.ticket, ['called'], context)
  if (!found.ok) return found
  const limit = hall.config!.rules.recalls
  if (found.ticket.recalls >= limit) return refuse('ticket/recalls-used-up', { limit })
  return accept([happened(context, 'ticket:recalled', { ticket: command.ticket })])
}

/** A ticket that was put aside goes on where it stopped, at this counter. */
export function takeUp(hall: Hall, command: CommandOf<'ticket:take-up'>, context: Context): Decision {
  const free = freeSeat(hall, command.counter, context)
  if (!free.ok) return free
  const found = findTicket(hall, command.ticket, ['parked'])
  if (!found.ok) return elsewhere(hall, command.ticket) ?? found
  const { ticket } = found
  const { counter, clerk } = free.seat
  const isKept =
    (ticket.keptFor === 'clerk' && ticket.clerk !== clerk) ||
    (ticket.keptFor === 'counter' && ticket.counter !== counter)
  if (isKept) return refuse('ticket/kept-for-another')
  return accept([happened(context, 'ticket:taken-up', { ticket: ticket.id, counter, clerk })], {
    ticket: ticket.id,
    label: ticket.label,
  })
}

/** The waiting tickets as the plain array that the order works on. */
export function waitingTickets(hall: Hall): WaitingTicket[] {
  const waiting: WaitingTicket[] = []
  for (const ticket of hall.tickets.values()) if (ticket.state === 'waiting') waiting.push(ticket)
  return waiting
}

function called(
  waiting: readonly WaitingTicket[],
  chosen: number,
  reason: CallReason,
  seat: Seat,
  context: Context,
): Decision {
  const { id: ticket, label } = waiting[chosen]!
  const { counter, clerk } = seat
  const overtaken = overtakenBy(chosen, waiting, seat).map((index) => waiting[index]!.id)
  return accept([happened(context, 'ticket:called', { ticket, counter, clerk, reason, overtaken })], {
    ticket,
    label,
    reason,
  })
}

/** The sender's own counter, open and without a visitor. */
function freeSeat(hall: Hall, counter: string, context: Context): { ok: true; seat: Seat } | Refusal {
  const own = ownShift(hall, counter, context)
  if (!own.ok) return own
  if (own.shift.pause) return refuse('shift/paused')
  if (visitorAt(hall, counter)) return refuse('counter/busy')
  return { ok: true, seat: seatOf(hall.config!, own.shift) }
}

/** A ticket that somebody else was faster to take. */
function elsewhere(hall: Hall, id: string): Refusal | null {
  const ticket = hall.tickets.get(id)
  if (ticket?.state !== 'called' && ticket?.state !== 'serving') return null
  return refuse('ticket/at-another-counter', { counter: ticket.counter })
}
