import type { CommandOf } from './command.ts'
import type { Service } from './config.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import { relied, type Forecast } from './forecast.ts'
import type { Hall } from './hall.ts'
import { refuse } from './refusal.ts'
import { findService } from './seat.ts'

/** How long before its end the last tickets of a service are spoken of. */
const spokenOfMs = 60 * 60_000
/** Before that nobody is cut off: counters that open later are not foreseen. */
const nearMs = 3 * 60 * 60_000
const aboutMs = 5 * 60_000

/** Until about when a service still gives tickets today, epoch ms, and about how many; none are left once it is cut off. */
export interface LastTickets {
  readonly until: number
  readonly left: number
}

/**
 * The last tickets of a service, where its end is near: who takes one later would not be served by closing (foreseen wait
 * and visit, both at their middle). Null where nothing is foreseen, the hall does not cut off, or it was lifted today.
 */
export function lastTickets(
  hall: Hall,
  service: Service,
  forecast: Forecast | null,
  now: number,
): LastTickets | null {
  if (!hall.config!.rules.cutOff || hall.cutOffLifted.has(service.id)) return null
  const newcomer = relied(forecast, now)?.services.get(service.id)
  const closes = closing(hall, now)
  if (!newcomer || closes === null || closes - now > nearMs) return null
  const until = closes - newcomer.mid - newcomer.visitMs
  if (until <= now) return { until: Math.floor(now / aboutMs) * aboutMs, left: 0 }
  if (until - now > spokenOfMs) return null
  // As it is said: a view is not to change with each second.
  const about = Math.floor(until / aboutMs) * aboutMs
  return {
    until: about > now ? about : about + aboutMs,
    left: Math.max(1, Math.floor((until - now) / newcomer.gapMs)),
  }
}

/** The supervisor takes it on: the service gives tickets until it closes. */
export function liftCutOff(
  hall: Hall,
  { service }: CommandOf<'service:lift-cut-off'>,
  context: Context,
): Decision {
  if (!hall.day) return refuse('day/not-open')
  if (!findService(hall, service)) return refuse('service/unknown')
  if (hall.cutOffLifted.has(service)) return accept([])
  return accept([happened(context, 'service:cut-off-lifted', { service })])
}

/** When the hall closes for the day; who is inside by then is served. A hall that never closes cuts nobody off. */
function closing({ day }: Hall, now: number): number | null {
  const end = Math.max(0, ...day!.open.map(({ to }) => to))
  return end > now && end < day!.endsAt ? end : null
}
