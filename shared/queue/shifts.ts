import type { CommandOf } from './command.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import { shiftOf, visitorAt, type Hall } from './hall.ts'
import { refuse } from './refusal.ts'
import { findCounter, ownShift } from './seat.ts'

const minute = 60_000

/** One clerk at one counter, one counter for one clerk. */
export function openShift(hall: Hall, command: CommandOf<'shift:open'>, context: Context): Decision {
  const { counter, profile, takeOver } = command
  if (!hall.day) return refuse('day/not-open')
  if (!findCounter(hall, counter)) return refuse('counter/unknown')
  if (profile !== null && !hall.config!.profiles.some(({ id }) => id === profile))
    return refuse('profile/unknown')

  const clerk = context.by.id
  const own = shiftOf(hall, clerk)
  if (own?.counter === counter) return refuse('shift/already-open')
  if (own) return refuse('shift/elsewhere', { counter: own.counter })

  const opened = happened(context, 'shift:opened', { counter, clerk, profile })
  if (!hall.shifts.has(counter)) return accept([opened])
  if (!takeOver) return refuse('shift/counter-taken')
  if (visitorAt(hall, counter)) return refuse('counter/busy')
  return accept([happened(context, 'shift:closed', { counter, why: 'taken-over' }), opened])
}

export function pauseShift(
  hall: Hall,
  { counter, reason, minutes }: CommandOf<'shift:pause'>,
  context: Context,
): Decision {
  const own = ownShift(hall, counter, context)
  if (!own.ok) return own
  if (own.shift.pause) return refuse('shift/paused')
  if (visitorAt(hall, counter)) return refuse('counter/busy')
  const until = minutes === null ? null : context.now + minutes * minute
  return accept([happened(context, 'shift:paused', { counter, reason, until })])
}

export function resumeShift(hall: Hall, { counter }: CommandOf<'shift:resume'>, context: Context): Decision {
  const own = ownShift(hall, counter, context)
  if (!own.ok) return own
  if (!own.shift.pause) return refuse('shift/not-paused')
  return accept([happened(context, 'shift:resumed', { counter })])
}

/** By its clerk, or by who may act for others where the clerk forgot it. */
export function closeShift(hall: Hall, { counter }: CommandOf<'shift:close'>, context: Context): Decision {
  const own = ownShift(hall, counter, context)
  const isForAnother = !own.ok && own.code === 'shift/not-yours' && context.mayActForOthers
  if (!own.ok && !isForAnother) return own
  if (visitorAt(hall, counter)) return refuse('counter/busy')
  return accept([happened(context, 'shift:closed', { counter, why: isForAnother ? 'supervisor' : 'clerk' })])
}
