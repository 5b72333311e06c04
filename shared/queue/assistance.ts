import type { CommandOf } from './command.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import type { Hall } from './hall.ts'
import { refuse } from './refusal.ts'

/** A visitor asks for a member of staff at a kiosk. Asked again while nobody has answered, it stays as it is. */
export function askAssistance(hall: Hall, context: Context): Decision {
  if (!hall.day) return refuse('day/not-open')
  const kiosk = context.by.id
  if (hall.assistance.get(kiosk)?.coming === false) return accept([])
  return accept([happened(context, 'assistance:asked', { kiosk })])
}

/** The visitor does without. */
export function cancelAssistance(hall: Hall, context: Context): Decision {
  const kiosk = context.by.id
  if (!hall.assistance.has(kiosk)) return accept([])
  return accept([happened(context, 'assistance:cancelled', { kiosk })])
}

/** Somebody goes there; the first to say so is enough. */
export function answerAssistance(
  hall: Hall,
  { kiosk }: CommandOf<'assistance:answer'>,
  context: Context,
): Decision {
  if (hall.assistance.get(kiosk)?.coming !== false) return refuse('assistance/nobody-asks')
  return accept([happened(context, 'assistance:answered', { kiosk })])
}
