import { openIntervals, startOfDay } from '#shared/queue/calendar.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import type { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'

import { firstLegsBetween } from '../db/legs.ts'
import type { Database } from '../db/schema.ts'
import type { PastDay, PastTicket, Seen } from './past-day.ts'

const minute = 60_000

/** Our hall knows its queue itself: no other system has to say how it stands. */
export const nothingSeen: Seen = { counters: NaN, waiting: NaN }

/** A hall's own days from a date on and before another one, the earliest first. */
export async function ownDays(
  db: Kysely<Database>,
  hallId: string,
  config: HallConfig,
  from: string,
  before: string,
): Promise<PastDay[]> {
  const days = new Map<string, PastTicket[]>()
  const midnights = new Map<string, number>()
  for (const leg of await firstLegsBetween(db, hallId, from, before)) {
    const tickets = days.get(leg.day) ?? []
    days.set(leg.day, tickets)
    const midnight = midnights.get(leg.day) ?? startOfDay(leg.day, config.timeZone)
    midnights.set(leg.day, midnight)
    tickets.push({
      service: leg.service,
      ticket: leg.ticket_id,
      issued: (leg.issued_at - midnight) / minute,
      called: leg.called_at === null ? null : (leg.called_at - midnight) / minute,
      left: leg.called_at === null && leg.ended_at !== null ? (leg.ended_at - midnight) / minute : null,
      seen: nothingSeen,
    })
  }
  return [...days].map(([date, tickets]) => ({ hall: hallId, date, tickets, ...dayFacts(config, date) }))
}

export function dayFacts(config: HallConfig, date: string): Pick<PastDay, 'weekday' | 'closes'> {
  const midnight = startOfDay(date, config.timeZone)
  const ends = openIntervals(config.hours, date, config.timeZone).map(({ to }) => (to - midnight) / minute)
  return { weekday: Temporal.PlainDate.from(date).dayOfWeek % 7, closes: Math.max(0, ...ends) }
}
