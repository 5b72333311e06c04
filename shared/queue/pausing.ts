import type { CommandOf } from './command.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import type { Hall } from './hall.ts'
import { refuse } from './refusal.ts'
import { findService } from './seat.ts'

/** For now the service gives no tickets; those who wait are served. It ends by its time, and with the day. */
export function pauseService(
  hall: Hall,
  { service, reason, until }: CommandOf<'service:pause'>,
  context: Context,
): Decision {
  if (!hall.day) return refuse('day/not-open')
  if (!findService(hall, service)) return refuse('service/unknown')
  if (until !== null && until <= context.now) return refuse('time/past')
  const known = hall.paused.get(service)
  if (known?.reason === reason && known.until === until) return accept([])
  return accept([happened(context, 'service:paused', { service, reason, until })])
}

export function resumeService(
  hall: Hall,
  { service }: CommandOf<'service:resume'>,
  context: Context,
): Decision {
  // A pause may outlive its service in the hall's configuration.
  if (!hall.paused.has(service)) return findService(hall, service) ? accept([]) : refuse('service/unknown')
  return accept([happened(context, 'service:resumed', { service })])
}
