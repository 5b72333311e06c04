import { turnOf } from './choose-next.ts'
import type { Hall } from './hall.ts'
import { openLines, type Lines } from './lines.ts'
import type { Seat } from './may-serve.ts'
import { orderOf } from './order.ts'
import { seatOf } from './seat.ts'
import { isAtCounter, type WaitingTicket } from './ticket.ts'
import { candidatesOf } from './waiting.ts'

/**
 * Open counters without a visitor, in the order in which they are offered one: who takes the fewest services, so that
 * the others stay free for what only they can, then who has been free longest.
 */
export function freeSeats(hall: Hall): Seat[] {
  const taken = new Set([...hall.tickets.values()].filter(isAtCounter).map(({ counter }) => counter))
  const free = [...hall.shifts.values()].filter(({ counter, pause }) => !pause && !taken.has(counter))
  return free
    .map((shift) => {
      const seat = seatOf(hall.config!, shift)
      return { shift, seat, breadth: breadth(seat) }
    })
    .sort(
      (a, b) =>
        a.breadth - b.breadth ||
        a.shift.freeSince - b.shift.freeSince ||
        (a.seat.counter < b.seat.counter ? -1 : 1),
    )
    .map(({ seat }) => seat)
}

export interface Offer {
  readonly ticket: WaitingTicket
  /**
   * Whether that is who would be called there now: if not, that one is offered to a counter before this one. A choice
   * among all who wait, so it is made once it is asked for.
   */
  readonly isNext: () => boolean
}

/** By counter: the waiting ticket that each free one is offered. Nobody is offered twice. */
export function offersOf(hall: Hall, now: number): Map<string, Offer> {
  const offers = new Map<string, Offer>()
  if (!hall.config) return offers
  const order = orderOf(hall.config, hall.turn)
  const seats = freeSeats(hall)
  const candidates = candidatesOf(hall)
  const inLines = () => {
    const lines = openLines<WaitingTicket>(order, seats)
    for (const ticket of candidates) lines.add(ticket)
    return lines
  }
  let all: Lines<WaitingTicket> | null = null
  const left = inLines()
  const turnIn = (lines: Lines<WaitingTicket>, n: number) => {
    const usable = lines.usableBy(n, now)
    const turn = turnOf(usable, seats[n]!, order, now)
    return usable.find((ticket) => ticket === turn?.candidate)
  }
  seats.forEach((seat, n) => {
    const ticket = turnIn(left, n)
    if (!ticket) return
    let next: boolean | null = null
    offers.set(seat.counter, { ticket, isNext: () => (next ??= turnIn((all ??= inLines()), n) === ticket) })
    left.remove(ticket)
  })
  return offers
}

function breadth({ first, fallback }: Seat): number {
  return new Set([...first, ...fallback]).size
}
