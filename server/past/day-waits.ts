import type { Quarter } from '#shared/protocol/day.ts'

import type { LegRow } from '../db/schema.ts'

type Leg = Pick<LegRow, 'queued_at' | 'called_at' | 'ended_at' | 'waited_ms'>

const quarterMs = 15 * 60_000

/** The day so far in quarters of an hour, from the first that somebody came in to now. */
export function quartersOf(legs: readonly Leg[], now: number): Quarter[] {
  const came = legs.filter(({ queued_at }) => queued_at <= now)
  if (came.length === 0) return []
  const first = quarterOf(Math.min(...came.map(({ queued_at }) => queued_at)))
  const last = quarterOf(now)
  const quarters = Array.from({ length: (last - first) / quarterMs + 1 }, (_, n) => first + n * quarterMs)
  const joined = Map.groupBy(came, ({ queued_at }) => quarterOf(queued_at))
  const called = Map.groupBy(
    came.filter(({ called_at }) => called_at !== null),
    ({ called_at }) => quarterOf(called_at!),
  )
  return quarters.map((from) => {
    const calls = called.get(from) ?? []
    const waits = calls.reduce((sum, { waited_ms }) => sum + waited_ms, 0)
    const end = Math.min(from + quarterMs, now)
    return {
      from,
      arrivals: joined.get(from)?.length ?? 0,
      calls: calls.length,
      meanWaitMs: calls.length === 0 ? null : Math.round(waits / calls.length),
      waiting: came.filter((leg) => isWaitingAt(leg, end)).length,
    }
  })
}

function quarterOf(at: number): number {
  return Math.floor(at / quarterMs) * quarterMs
}

/** Who left before a call waited until then. */
function isWaitingAt({ queued_at, called_at, ended_at }: Leg, at: number): boolean {
  return queued_at <= at && (called_at ?? ended_at ?? Infinity) > at
}
