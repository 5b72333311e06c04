import { comesBefore, type Candidate } from './candidate.ts'
import { mayTake } from './choose-next.ts'
import { exceptionOf, isAble, type Seat } from './may-serve.ts'
import type { Order } from './order.ts'

/** One that waits in lines. */
export interface InLine extends Candidate {
  readonly overtaken: { rule: number }
}

/** Tickets of one service, class and binding, in the order in which they came. */
interface Line<T> {
  readonly tickets: T[]
  /** By seat: whether it could take them at all, and as a first choice. */
  readonly isAble: readonly boolean[]
  readonly isFirst: readonly boolean[]
  /** None has anything that could keep from it a counter of which its service is a first choice. */
  isPlain: boolean
}

/** All who wait, kept so that a counter need not look at everybody. Seats go by their index. */
export interface Lines<T extends InLine> {
  readonly add: (ticket: T) => void
  readonly remove: (ticket: T) => void
  /** Of those a seat may take, as many as the choice depends on. */
  readonly usableBy: (seat: number, now: number) => T[]
  /** Counts the call of one on all whom the rule lets it overtake. */
  readonly overtakenBy: (called: T, seat: number, now: number) => void
  /** Until when the nearest exception keeps a seat from one that waits; Infinity if none does. */
  readonly nextEnd: (seat: number, now: number) => number
}

export function openLines<T extends InLine>(order: Order, seats: readonly Seat[]): Lines<T> {
  const lines = new Map<string, Line<T>>()
  const most = order.mostOvertaken ?? Infinity
  let atBound = 0

  function findLine(ticket: T): Line<T> {
    const { service, bound } = ticket
    const key = service + ' ' + ticket.class + (bound === null ? '' : JSON.stringify(bound))
    let line = lines.get(key)
    if (!line) {
      line = {
        tickets: [],
        isAble: seats.map((seat) => isAble(seat, ticket)),
        isFirst: seats.map(({ first }) => first.includes(service)),
        isPlain: true,
      }
      lines.set(key, line)
    }
    return line
  }

  return {
    add(ticket) {
      const line = findLine(ticket)
      if (ticket.bound || ticket.back || ticket.speakers) line.isPlain = false
      if (ticket.overtaken.rule >= most) atBound += 1
      let at = line.tickets.length
      while (at > 0 && comesBefore(ticket, line.tickets[at - 1]!)) at -= 1
      line.tickets.splice(at, 0, ticket)
    },
    remove(ticket) {
      const { tickets } = findLine(ticket)
      tickets.splice(tickets.indexOf(ticket), 1)
      if (ticket.overtaken.rule >= most) atBound -= 1
    },
    usableBy(seat, now) {
      const usable: T[] = []
      for (const { tickets, isAble, isFirst, isPlain } of lines.values()) {
        if (!isAble[seat]) continue
        const isOpen = isPlain && isFirst[seat]
        let isFound = false
        for (const ticket of tickets) {
          if (isFound && atBound === 0) break
          if (isFound && ticket.overtaken.rule < most) continue
          const exception = isOpen ? null : exceptionOf(seats[seat]!, ticket, order, now)
          if (exception !== null && exception.why !== 'fallback') continue
          usable.push(ticket)
          if (exception === null) isFound = true
        }
      }
      return usable
    },
    overtakenBy(called, seat, now) {
      if (called.class === 'out-of-turn') return
      for (const { tickets, isAble, isPlain } of lines.values()) {
        if (!isAble[seat]) continue
        for (const ticket of tickets) {
          if (!comesBefore(ticket, called)) break
          if (!isPlain && !mayTake(seats[seat]!, ticket, order, now)) continue
          ticket.overtaken.rule += 1
          if (ticket.overtaken.rule === most) atBound += 1
        }
      }
    },
    nextEnd(seat, now) {
      let end = Infinity
      for (const { tickets, isAble, isPlain } of lines.values()) {
        if (isPlain || !isAble[seat]) continue
        for (const ticket of tickets) {
          const until = exceptionOf(seats[seat]!, ticket, order, now)?.until
          if (until != null && until > now) end = Math.min(end, until)
        }
      }
      return end
    },
  }
}
