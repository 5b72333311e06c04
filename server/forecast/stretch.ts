import { isKept, type Promised } from '#shared/queue/promise.ts'
import { firstCallOf } from '#shared/queue/ticket.ts'
import { misses, type Outlook } from '#shared/queue/twin/twin.ts'
import type { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'

import { settledPromises } from '../db/promises.ts'
import type { Database } from '../db/schema.ts'
import type { Happened } from '../projection.ts'

/** By how much the ends of what the twin foresees are moved out, 1 for not at all. Plain data. */
export interface Stretch {
  readonly low: number
  readonly high: number
}

export type Stretches = Readonly<Record<string, Stretch>>

/** How much one call teaches: thirty beyond an end move it three times as far out. */
const step = 0.04
const furthest = 4
/** So that a range that the twin is sure of can be stretched at all, ms. */
const least = 60_000

/** How many days of promises it starts from. */
const daysBack = 28

const unstretched: Stretch = { low: 1, high: 1 }

/**
 * What the twin foresees, with its ends where four of five waits lie inside, as its service has shown so far: adaptive
 * conformal inference (Gibbs and Candès, NeurIPS 2021), on a scale of the range's own width.
 */
export function stretched({ low, mid, high }: Outlook, stretches: Stretches, service: string): Outlook {
  const by = stretches[service] ?? unstretched
  const end = (width: number, factor: number) => width * factor + least * (factor - 1)
  return {
    low: Math.max(0, mid - Math.max(0, end(mid - low, by.low))),
    mid,
    high: mid + Math.max(0, end(high - mid, by.high)),
  }
}

/** To be told when a ticket is called: what its visitor had been told, and how long it took, ms. */
export function stretchedFurther(
  stretches: Stretches,
  service: string,
  promised: Promised,
  took: number,
): Stretches {
  return { ...stretches, [service]: moved(stretches[service] ?? unstretched, promised, took) }
}

function moved({ low, high }: Stretch, promised: Promised, took: number): Stretch {
  const kept = isKept(promised, took)
  return { low: times(low, kept === 'early', misses.low), high: times(high, kept === 'late', misses.high) }
}

function times(factor: number, isMissed: boolean, miss: number): number {
  return Math.min(furthest, Math.max(1 / furthest, factor * Math.exp(step * (Number(isMissed) - miss))))
}

/** What a first call says of a promise: null for any other event, and of a ticket that was promised nothing. */
export function settles({
  event,
  ticket,
}: Happened): { service: string; promised: Promised; took: number } | null {
  if (event.type !== 'ticket:called' || !ticket?.promised || firstCallOf(ticket) !== event.at) return null
  const service = ticket.earlier[0]?.service ?? ticket.service
  return { service, promised: ticket.promised, took: event.at - ticket.issuedAt }
}

/** As the promises of the last weeks have left them. */
export async function loadStretches(db: Kysely<Database>, hallId: string, today: string): Promise<Stretches> {
  const from = Temporal.PlainDate.from(today).subtract({ days: daysBack }).toString()
  const stretches: Record<string, Stretch> = {}
  for (const { service, low_minutes: low, high_minutes: high, issued_at, called_at } of await settledPromises(
    db,
    hallId,
    from,
  ))
    stretches[service] = moved(stretches[service] ?? unstretched, { low, high }, called_at! - issued_at)
  return stretches
}
