import type { HallEvent, Overtaken } from './event.ts'
import type { Hall } from './hall.ts'
import {
  deskOf,
  isAtCounter,
  isLiving,
  overtakers,
  type EndedTicket,
  type LivingTicket,
  type Ticket,
} from './ticket.ts'

/** What a clerk does at a counter and may take back. */
export const undoable: ReadonlySet<HallEvent['type']> = new Set([
  'ticket:called',
  'ticket:started',
  'ticket:paused',
  'ticket:resumed',
  'ticket:missed',
  'ticket:returned',
  'ticket:transferred',
  'ticket:parked',
  'ticket:taken-up',
  'ticket:moved-on',
  'ticket:changed',
  'ticket:finished',
  'ticket:cancelled',
])

/** Remembers an event as the last step of its counter, if a clerk made it there. */
export function keepStep(
  hall: Hall,
  event: HallEvent,
  before: LivingTicket,
  after: Ticket,
  turnBefore: number,
): void {
  if (event.by.kind !== 'staff' || !undoable.has(event.type)) return
  const counter = isAtCounter(after) ? after.counter : deskOf(before).counter
  const shift = counter === null ? undefined : hall.shifts.get(counter)
  if (counter === null || shift?.clerk !== event.by.id) return
  hall.steps.set(counter, {
    kind: event.type,
    clerk: event.by.id,
    before,
    ended: isLiving(after) ? null : after,
    revision: hall.revision,
    at: event.at,
    overtaken: event.type === 'ticket:called' ? event.overtaken : {},
    freeSince: shift.freeSince,
    turn: { before: turnBefore, after: hall.turn },
  })
}

/** A ticket of which finishing was the last step of its counter. */
export function servedLast(hall: Hall, id: string): EndedTicket | undefined {
  for (const { ended } of hall.steps.values()) if (ended?.id === id && ended.state === 'served') return ended
  return undefined
}

/** What happens to a ticket next ends the chance to take back what happened before. */
export function forgetSteps(hall: Hall, ticket: string): void {
  for (const [counter, step] of hall.steps) if (step.before.id === ticket) hall.steps.delete(counter)
}

/** Counts overtakes up or down, on the tickets and on what an undo would make of them. */
export function countOvertakes(hall: Hall, overtaken: Overtaken, by: 1 | -1): void {
  for (const overtaker of overtakers) {
    for (const id of overtaken[overtaker] ?? []) {
      const counted = <T extends LivingTicket>(ticket: T): T => ({
        ...ticket,
        overtaken: { ...ticket.overtaken, [overtaker]: ticket.overtaken[overtaker] + by },
      })
      const ticket = hall.tickets.get(id)
      if (ticket) hall.tickets.set(id, counted(ticket))
      for (const [counter, step] of hall.steps) {
        if (step.before.id === id) hall.steps.set(counter, { ...step, before: counted(step.before) })
      }
    }
  }
}
