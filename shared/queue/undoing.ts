import type { CommandOf } from './command.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import type { Overtaken } from './event.ts'
import { visitorAt, type Hall } from './hall.ts'
import { isLabelTaken } from './number-series.ts'
import { refuse } from './refusal.ts'
import { findService, ownShift } from './seat.ts'
import { isAtCounter, overtakers, type Overtaker } from './ticket.ts'

/**
 * Takes back the last step of a counter: the ticket and the overtakes of its call are as before, and the undoing is on
 * record. Once anything else has happened to the ticket there is nothing to take back; nor while somebody else stands at
 * the counter.
 */
export function undo(hall: Hall, { counter }: CommandOf<'step:undo'>, context: Context): Decision {
  const own = ownShift(hall, counter, context)
  if (!own.ok) return own
  const step = hall.steps.get(counter)
  if (!step || step.clerk !== own.shift.clerk) return refuse('undo/nothing')

  const { before } = step
  if (!findService(hall, before.service)) return refuse('undo/too-late')
  if (!hall.tickets.has(before.id) && isLabelTaken(hall, before.label)) return refuse('ticket/label-taken')
  if (isAtCounter(before)) {
    if (own.shift.pause) return refuse('shift/paused')
    const visitor = visitorAt(hall, counter)
    if (visitor && visitor.id !== before.id) return refuse('undo/too-late')
  }

  // Who has joined the queue anew since the call has been overtaken by others only.
  const overtaken = only(step.overtaken, (id) => (hall.tickets.get(id)?.order ?? Infinity) < step.revision)
  const { id: ticket, label } = before
  return accept([happened(context, 'step:undone', { ticket, counter, before, overtaken })], { ticket, label })
}

function only(overtaken: Overtaken, isMeant: (ticket: string) => boolean): Overtaken {
  const left: { [O in Overtaker]?: string[] } = {}
  for (const overtaker of overtakers) {
    const tickets = overtaken[overtaker]?.filter(isMeant) ?? []
    if (tickets.length > 0) left[overtaker] = tickets
  }
  return left
}
