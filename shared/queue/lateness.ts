import type { PauseReason } from './command.ts'
import { relied, type Forecast } from './forecast.ts'
import type { Hall } from './hall.ts'
import { seatOf } from './seat.ts'
import type { LivingTicket } from './ticket.ts'

const minute = 60_000

/** Why a promise will not be kept: the service is paused for a reason, or counters that take it are. */
export type WhyLate = PauseReason | 'counters'

/** A promise that will more likely than not be broken, epoch ms, and why, if that is known. */
export interface Lateness {
  readonly promised: number
  readonly why: WhyLate | null
}

/** Until when a ticket's visitor was promised to be called, epoch ms; null if nothing was, or the first call has come. */
export function promisedUntil({ issuedAt, promised, leg, calledAt }: LivingTicket): number | null {
  return promised === null || leg > 1 || calledAt !== null ? null : issuedAt + promised.high * minute
}

export function lateness(
  hall: Hall,
  ticket: LivingTicket,
  forecast: Forecast | null,
  now: number,
): Lateness | null {
  const until = promisedUntil(ticket)
  if (until === null) return null
  const expected = relied(forecast, now)?.tickets.get(ticket.id)
  const isLate = Math.max(now, expected?.mid ?? now) > until
  return isLate ? { promised: until, why: whyLate(hall, ticket) } : null
}

function whyLate(hall: Hall, { service }: LivingTicket): WhyLate | null {
  const pause = hall.paused.get(service)
  if (pause) return pause.reason
  const isAwayFrom = [...hall.shifts.values()].some((shift) => {
    const { first, fallback } = seatOf(hall.config!, shift)
    return shift.pause !== null && [...first, ...fallback].includes(service)
  })
  return isAwayFrom ? 'counters' : null
}
