import { startOfDay } from '#shared/queue/calendar.ts'
import type { EndedLeg, Ticket } from '#shared/queue/ticket.ts'
import { emptyPace, halfHours, learnArrival, learnVisit, type Pace } from '#shared/queue/twin/pace.ts'
import type { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'

import { legsSince } from '../db/legs.ts'
import type { Database } from '../db/schema.ts'
import { issuesBetween } from '../db/tickets.ts'
import type { Happened } from '../projection.ts'

/** How many days back the hall looks at itself. */
const daysBack = 28
const halfHourMs = 1_800_000

/** What a hall has learned of itself on the days before a date, and of that day so far. */
export async function loadPace(
  db: Kysely<Database>,
  hallId: string,
  today: string,
  timeZone: string,
): Promise<Pace> {
  const from = Temporal.PlainDate.from(today).subtract({ days: daysBack }).toString()
  const pace = emptyPace()
  for (const leg of await legsSince(db, hallId, from)) {
    pace.calls += 1
    if (leg.outcome === 'no-show') pace.noShows += 1
    if (leg.outcome === 'served' || leg.outcome === 'transferred')
      learnVisit(pace, leg.service, leg.counter ?? '', leg.served_ms)
  }
  const midnights = new Map<string, number>()
  for (const { day, service, issued_at } of await issuesBetween(db, hallId, from, today)) {
    const midnight = midnights.get(day) ?? startOfDay(day, timeZone)
    midnights.set(day, midnight)
    const halfHour = Math.floor((issued_at - midnight) / halfHourMs)
    if (halfHour >= 0 && halfHour < halfHours) learnArrival(pace, service, halfHour)
  }
  pace.days = midnights.size
  return pace
}

/** Learns from what has just happened. */
export function learnFrom(pace: Pace, { event, ticket }: Happened): void {
  switch (event.type) {
    case 'ticket:called':
      pace.calls += 1
      return
    case 'ticket:lapsed':
      pace.noShows += 1
      return
    case 'ticket:finished':
      if (ticket) learnVisit(pace, ticket.service, counterOf(ticket), ticket.servedMs)
      return
    case 'ticket:transferred':
    case 'ticket:moved-on': {
      const leg = ticket?.earlier.at(-1)
      if (leg) learnVisit(pace, leg.service, leg.counter ?? '', leg.servedMs)
    }
  }
}

function counterOf(ticket: Ticket | EndedLeg): string {
  return ('counter' in ticket ? ticket.counter : null) ?? ''
}
