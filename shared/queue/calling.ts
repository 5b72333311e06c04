import type { CallReason } from './call-reason.ts'
import { chooseNext, overtakesOf, type Overtakes } from './choose-next.ts'
import type { CommandOf } from './command.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import type { HallEvent, Overtaken } from './event.ts'
import { findOwnTicket, findTicket } from './finding.ts'
import { visitorAt, type Hall } from './hall.ts'
import { mayCall, type Seat } from './may-serve.ts'
import { orderOf } from './order.ts'
import { keptForOf, mayTakeUp } from './putting-aside.ts'
import { refuse, type Refusal } from './refusal.ts'
import { findService, ownShift, seatOf } from './seat.ts'
import type { Overtaker, WaitingTicket } from './ticket.ts'
import { candidatesOf, waitingTickets } from './waiting.ts'

export function callNext(hall: Hall, command: CommandOf<'ticket:call-next'>, context: Context): Decision {
  const free = freeSeat(hall, command.counter, context)
  if (!free.ok) return free
  if (command.service !== null) return callNextOf(hall, command.service, free.seat, context)
  const waiting = waitingTickets(hall)
  const order = orderOf(hall.config!, hall.turn)
  const choice = chooseNext(candidatesOf(hall, waiting), free.seat, order, context.now)
  if (!choice) return refuse('queue/empty')
  const ticket = waiting[choice.chosen]!
  return called(ticket, choice.reason, named(choice.overtaken, waiting, choice.reason), free.seat, context)
}

/** Whose turn it would be if nobody waited for another service: the clerk's choice, and on record as such. */
function callNextOf(hall: Hall, service: string, seat: Seat, context: Context): Decision {
  if (!findService(hall, service)) return refuse('service/unknown')
  const order = orderOf(hall.config!, hall.turn)
  const waiting = waitingTickets(hall).filter((ticket) => ticket.service === service)
  const choice = chooseNext(candidatesOf(hall, waiting), seat, order, context.now)
  return choice ? byHand(hall, waiting[choice.chosen]!, seat, context) : refuse('queue/empty')
}

/** A given ticket, out of order: the clerk's choice, and on record as such. */
export function call(hall: Hall, command: CommandOf<'ticket:call'>, context: Context): Decision {
  const free = freeSeat(hall, command.counter, context)
  if (!free.ok) return free
  const found = findTicket(hall, command.ticket, ['waiting'])
  if (!found.ok) return elsewhere(hall, command.ticket) ?? found
  const { ticket } = found
  const { seat } = free
  const order = orderOf(hall.config!, hall.turn)
  if (!mayCall(seat, ticket, order, context.now)) {
    return refuse(ticket.bound ? 'ticket/bound-elsewhere' : 'ticket/not-served-here')
  }
  return byHand(hall, ticket, seat, context)
}

function byHand(hall: Hall, ticket: WaitingTicket, seat: Seat, context: Context): Decision {
  const order = orderOf(hall.config!, hall.turn)
  const waiting = waitingTickets(hall)
  const candidates = candidatesOf(hall, waiting)
  const chosen = candidates[waiting.indexOf(ticket)]!
  const reason: CallReason = { rule: 'by-hand' }
  const overtakes = overtakesOf(chosen, candidates, seat, order, context.now)
  return called(ticket, reason, named(overtakes, waiting, reason), seat, context)
}

export function recall(hall: Hall, command: CommandOf<'ticket:recall'>, context: Context): Decision {
  const found = findOwnTicket(hall, command.ticket, ['called'], context)
  if (!found.ok) return found
  const { recalls: limit, recallSeconds } = hall.config!.rules
  if (found.ticket.recalls >= limit) return refuse('ticket/recalls-used-up', { limit })
  const wait = found.ticket.lastCallAt + recallSeconds * 1000 - context.now
  if (wait > 0) return refuse('ticket/recalled-too-soon', { seconds: Math.ceil(wait / 1000) })
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
  if (!mayTakeUp(keptForOf(ticket), free.seat)) return refuse('ticket/kept-for-another')
  return accept([happened(context, 'ticket:taken-up', { ticket: ticket.id, counter, clerk })], {
    ticket: ticket.id,
    label: ticket.label,
  })
}

/** The call of a waiting ticket to a seat, as an event. */
export function callOf(
  { id: ticket }: WaitingTicket,
  reason: CallReason,
  overtaken: Overtaken,
  { counter, clerk }: Seat,
  context: Context,
): HallEvent {
  return happened(context, 'ticket:called', { ticket, counter, clerk, reason, overtaken })
}

/** Whom a call passes over, by id, each under what let it. */
export function named(
  { earlier, later }: Overtakes,
  waiting: readonly Pick<WaitingTicket, 'id'>[],
  { rule }: CallReason,
): Overtaken {
  const ids = (indexes: readonly number[]) => indexes.map((index) => waiting[index]!.id)
  const overtaker: Overtaker = rule === 'by-hand' ? 'byHand' : rule === 'out-of-turn' ? 'outOfTurn' : 'rule'
  return {
    ...(earlier.length > 0 && { [overtaker]: ids(earlier) }),
    ...(later.length > 0 && { back: ids(later) }),
  }
}

function called(
  ticket: WaitingTicket,
  reason: CallReason,
  overtaken: Overtaken,
  seat: Seat,
  context: Context,
): Decision {
  return accept([callOf(ticket, reason, overtaken, seat, context)], {
    ticket: ticket.id,
    label: ticket.label,
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
