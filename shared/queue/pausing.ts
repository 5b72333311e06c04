import type { CommandOf } from './command.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import type { Hall } from './hall.ts'
import { refuse } from './refusal.ts'
import { findService } from './seat.ts'

/** For now the service gives no tickets; those who wait are served. It ends with the day. */
export function pauseService(
  hall: Hall,
  { service, reason }: CommandOf<'service:pause'>,
  context: Context,
): Decision {
  if (!hall.day) return refuse('day/not-open')
  if (!findService(hall, service)) return refuse('service/unknown')
  if (hall.paused.get(service) === reason) return accept([])
  return accept([happened(context, 'service:paused', { service, reason })])
}

export function resumeService(
  hall: Hall,
  { service }: CommandOf<'service:resume'>,
  context: Context,
): Decision {
  if (!findService(hall, service)) return refuse('service/unknown')
  if (!hall.paused.has(service)) return accept([])
  return accept([happened(context, 'service:resumed', { service })])
}
