import { turnOf } from './choose-next.ts'
import { visitorAt, type Hall } from './hall.ts'
import { openLines } from './lines.ts'
import type { Seat } from './may-serve.ts'
import { orderOf } from './order.ts'
import { seatOf } from './seat.ts'
import type { WaitingTicket } from './ticket.ts'
import { candidatesOf } from './waiting.ts'

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

export interface Offer {
  readonly ticket: WaitingTicket
  /** Who would be called there now: if not, that one is offered to a counter before this one. */
  readonly isNext: boolean
}

/** By counter: the waiting ticket that each free one is offered. Nobody is offered twice. */
export function offersOf(hall: Hall, now: number): Map<string, Offer> {
  const offers = new Map<string, Offer>()
  if (!hall.config) return offers
  const order = orderOf(hall.config, hall.turn)
  const seats = freeSeats(hall)
  const lines = openLines<WaitingTicket>(order, seats)
  for (const ticket of candidatesOf(hall)) lines.add(ticket)
  const turnAt = (seat: Seat, n: number) => {
    const usable = lines.usableBy(n, now)
    const turn = turnOf(usable, seat, order, now)
    return usable.find((ticket) => ticket === turn?.candidate)
  }
  const next = seats.map(turnAt)
  seats.forEach((seat, n) => {
    const ticket = turnAt(seat, n)
    if (!ticket) return
    offers.set(seat.counter, { ticket, isNext: ticket === next[n] })
    lines.remove(ticket)
  })
  return offers
}

function breadth({ first, fallback }: Seat): number {
  return new Set([...first, ...fallback]).size
}
