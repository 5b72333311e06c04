import type { CommandOf } from './command.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import type { Overtaken } from './event.ts'
import { visitorAt, type Hall, type Shift, type Step } from './hall.ts'
import { isLabelTaken } from './number-series.ts'
import { refuse, type Refusal } from './refusal.ts'
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
  const step = stepOf(hall, own.shift)
  if (!step) return refuse('undo/nothing')
  const { before } = step
  const refused = whyNotUndone(hall, own.shift, step)
  if (refused) return refused

  // Who has joined the queue anew since the call has been overtaken by others only.
  const overtaken = only(step.overtaken, (id) => (hall.tickets.get(id)?.order ?? Infinity) < step.revision)
  const { id: ticket, label } = before
  return accept([happened(context, 'step:undone', { ticket, counter, before, overtaken })], { ticket, label })
}

/** The last step at a counter, if whoever is there now made it and can take it back. */
export function undoableStep(hall: Hall, shift: Shift): Step | null {
  const step = stepOf(hall, shift)
  return step && !whyNotUndone(hall, shift, step) ? step : null
}

function stepOf(hall: Hall, { counter, clerk }: Shift): Step | null {
  const step = hall.steps.get(counter)
  return step?.clerk === clerk ? step : null
}

function whyNotUndone(hall: Hall, { counter, pause }: Shift, { before }: Step): Refusal | null {
  if (!findService(hall, before.service)) return refuse('undo/too-late')
  if (!hall.tickets.has(before.id) && isLabelTaken(hall, before.label)) return refuse('ticket/label-taken')
  if (!isAtCounter(before)) return null
  if (pause) return refuse('shift/paused')
  const visitor = visitorAt(hall, counter)
  return visitor && visitor.id !== before.id ? refuse('undo/too-late') : null
}

function only(overtaken: Overtaken, isMeant: (ticket: string) => boolean): Overtaken {
  const left: { [O in Overtaker]?: string[] } = {}
  for (const overtaker of overtakers) {
    const tickets = overtaken[overtaker]?.filter(isMeant) ?? []
    if (tickets.length > 0) left[overtaker] = tickets
  }
  return left
}
