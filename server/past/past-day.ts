import { setImmediate } from 'node:timers/promises'

import type { Kysely } from 'kysely'

import type { HallEvent } from '#shared/queue/event.ts'
import { evolve } from '#shared/queue/evolve.ts'
import { emptyHall, type Hall } from '#shared/queue/hall.ts'
import type { LivingTicket, Ticket } from '#shared/queue/ticket.ts'

import { eventsAfter, openingBefore } from '../db/events.ts'
import { findHall } from '../db/halls.ts'
import type { Database } from '../db/schema.ts'
import { lastRevisionOfDay } from '../db/tickets.ts'
import { toEvent } from '../projection.ts'
import { pastCall, type PastCall } from './past-call.ts'

/** An event of a day. */
export interface Moment {
  readonly event: HallEvent
  /** As the event left it; the next one changes it in place. */
  readonly hall: Hall
  /** The ticket that it was about, as it was before, if it was in the hall, and after. */
  readonly was: LivingTicket | null
  readonly ticket: Ticket | null
  readonly call: PastCall | null
}

/** Small, since a running server has others to serve between two pages. */
const pageOfEvents = 200

/** The revision at which a date's day was opened, the newest day's if none is named. Null if there is nothing to tell of. */
export async function findOpening(
  db: Kysely<Database>,
  hallId: string,
  date: string | null,
): Promise<number | null> {
  if (date === null) return (await findHall(db, hallId))?.day_revision ?? null
  const revision = await lastRevisionOfDay(db, hallId, date)
  return revision === null ? null : await openingBefore(db, hallId, revision)
}

/** A day once more, as its stored events make it: to its end, or to now if it is still open. */
export async function* momentsFrom(
  db: Kysely<Database>,
  hallId: string,
  opening: number,
): AsyncGenerator<Moment> {
  const hall: Hall = { ...emptyHall(hallId), revision: opening - 1 }
  for (;;) {
    const rows = await eventsAfter(db, hallId, hall.revision, pageOfEvents)
    for (const row of rows) {
      const event = toEvent(row)
      const was = ('ticket' in event && hall.tickets.get(event.ticket)) || null
      const call = event.type === 'ticket:called' ? pastCall(hall, event, row.schema) : null
      const ticket = evolve(hall, event)
      yield { event, hall, was, ticket, call }
      if (event.type === 'day:closed') return
    }
    if (rows.length < pageOfEvents) return
    await setImmediate()
  }
}
