import type { PastDay, PastTicket } from './past-day.ts'

export interface Walker {
  /** Just before the ticket is part of the queue: what is known now is what its forecast may use. */
  readonly issued: (ticket: PastTicket) => void
  readonly called: (ticket: PastTicket, at: number) => void
  readonly left?: (ticket: PastTicket) => void
}

interface Step {
  readonly at: number
  readonly turn: number
  readonly ticket: PastTicket
}

/**
 * Goes through a day in the order in which things became known. At the same minute calls come first, but for those of
 * tickets issued in that very minute.
 */
export function walkDay({ tickets }: PastDay, { issued, called, left }: Walker): void {
  const steps: Step[] = []
  for (const ticket of tickets) {
    steps.push({ at: ticket.issued, turn: 1, ticket })
    if (ticket.left != null) steps.push({ at: ticket.left, turn: 3, ticket })
    if (ticket.called === null) continue
    steps.push({ at: ticket.called, turn: ticket.called > ticket.issued ? 0 : 2, ticket })
  }
  steps.sort((a, b) => a.at - b.at || a.turn - b.turn)
  for (const { at, turn, ticket } of steps) {
    if (turn === 1) issued(ticket)
    else if (turn === 3) left?.(ticket)
    else called(ticket, at)
  }
}
