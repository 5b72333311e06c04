import { chooseNext } from './choose-next.ts'
import { visitorAt, type Hall } from './hall.ts'
import type { Seat } from './may-serve.ts'
import { orderOf } from './order.ts'
import { seatOf } from './seat.ts'
import type { WaitingTicket } from './ticket.ts'
import { candidatesOf, waitingTickets } from './waiting.ts'

/**
 * Open counters without a visitor, in the order in which they are offered one: who takes the fewest services, so that
 * the others stay free for what only they can, then who has been free longest.
 */
export function freeSeats(hall: Hall): Seat[] {
  const free = [...hall.shifts.values()].filter(({ counter, pause }) => !pause && !visitorAt(hall, counter))
  return free
    .map((shift) => ({ shift, seat: seatOf(hall.config!, shift) }))
    .sort(
      (a, b) =>
        breadth(a.seat) - breadth(b.seat) ||
        a.shift.freeSince - b.shift.freeSince ||
        (a.seat.counter < b.seat.counter ? -1 : 1),
    )
    .map(({ seat }) => seat)
}

/** By counter: the waiting ticket that each free one is offered. Nobody is offered twice. */
export function offersOf(hall: Hall, now: number): Map<string, WaitingTicket> {
  const offers = new Map<string, WaitingTicket>()
  if (!hall.config) return offers
  const order = orderOf(hall.config, hall.turn)
  const waiting = waitingTickets(hall)
  const candidates = candidatesOf(hall, waiting)
  for (const seat of freeSeats(hall)) {
    const choice = chooseNext(candidates, seat, order, now)
    if (!choice) continue
    offers.set(seat.counter, waiting[choice.chosen]!)
    waiting.splice(choice.chosen, 1)
    candidates.splice(choice.chosen, 1)
  }
  return offers
}

function breadth({ first, fallback }: Seat): number {
  return new Set([...first, ...fallback]).size
}
