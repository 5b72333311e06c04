import type { CommandOf } from './command.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import type { Hall } from './hall.ts'
import { refuse } from './refusal.ts'
import { ownShift } from './seat.ts'

/** A clerk quietly calls colleagues to the own counter. Asked again while nobody has answered, it stays as it is. */
export function askHelp(hall: Hall, { counter }: CommandOf<'help:ask'>, context: Context): Decision {
  const own = ownShift(hall, counter, context)
  if (!own.ok) return own
  if (hall.help.get(counter)?.coming === null) return accept([])
  return accept([happened(context, 'help:asked', { counter, clerk: own.shift.clerk })])
}

/** A colleague goes there; the first to say so is enough. */
export function answerHelp(hall: Hall, { counter }: CommandOf<'help:answer'>, context: Context): Decision {
  const asked = hall.help.get(counter)
  if (asked?.coming !== null) return refuse('help/nobody-asks')
  if (asked.clerk === context.by.id) return refuse('help/own')
  return accept([happened(context, 'help:answered', { counter, clerk: context.by.id })])
}

/** The clerk does without, or has been helped. */
export function cancelHelp(hall: Hall, { counter }: CommandOf<'help:cancel'>, context: Context): Decision {
  const own = ownShift(hall, counter, context)
  if (!own.ok) return own
  if (!hall.help.has(counter)) return accept([])
  return accept([happened(context, 'help:cancelled', { counter })])
}
