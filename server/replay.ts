import type { Kysely } from 'kysely'

import { evolve } from '#shared/queue/evolve.ts'
import { emptyHall, type Hall } from '#shared/queue/hall.ts'

import { eventsAfter } from './db/events.ts'
import { findHall } from './db/halls.ts'
import type { Database } from './db/schema.ts'
import { toEvent, type Happened } from './projection.ts'
import { waitingBefore } from './promises.ts'

/** Small, since what a page leaves behind is memory that the idle process keeps. */
const pageOfEvents = 1_000

/** The hall as its stored events make it, from those of the newest day's opening on. Throws if there is no such hall. */
export async function replay(db: Kysely<Database>, hallId: string): Promise<Hall> {
  const row = await findHall(db, hallId)
  if (!row) throw new Error(`There is no hall ${hallId}.`)
  const hall = emptyHall(hallId)
  hall.revision = (row.day_revision ?? 1) - 1
  await catchUp(db, hall, () => {})
  return hall
}

/** Lets what another process stored after a hall's revision happen to it, in place. */
export async function catchUp(
  db: Kysely<Database>,
  hall: Hall,
  onHappened: (happened: Happened) => void,
): Promise<void> {
  for (;;) {
    const rows = await eventsAfter(db, hall.id, hall.revision, pageOfEvents)
    for (const row of rows) {
      const event = toEvent(row)
      const day = hall.day?.date ?? null
      const waiting = waitingBefore(hall, event)
      const ticket = evolve(hall, event)
      onHappened({ revision: hall.revision, event, ticket, day, waiting })
    }
    if (rows.length < pageOfEvents) return
  }
}
