import type { Kysely, Transaction } from 'kysely'

import { inBatches } from './batches.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database, EventRow } from './schema.ts'

const insert = compiledOnce<EventRow>((trx, rows) => trx.insertInto('events').values(rows))

/** Throws if a revision is taken: then somebody else has written, and what was decided here must be dropped. */
export async function appendEvents(trx: Transaction<Database>, rows: readonly EventRow[]): Promise<void> {
  for (const batch of inBatches(rows)) await trx.executeQuery(insert(trx, batch))
}

/** A page of at most `limit` events after a revision, in order. An empty page is the end. */
export async function eventsAfter(
  db: Kysely<Database>,
  hallId: string,
  revision: number,
  limit: number,
): Promise<EventRow[]> {
  return await db
    .selectFrom('events')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('revision', '>', revision)
    .orderBy('revision')
    .limit(limit)
    .execute()
}

/** The revision at which the day that a revision belongs to was opened, or null. */
export async function openingBefore(
  db: Kysely<Database>,
  hallId: string,
  revision: number,
): Promise<number | null> {
  const opening = await db
    .selectFrom('events')
    .select('revision')
    .where('hall_id', '=', hallId)
    .where('revision', '<=', revision)
    .where('type', '=', 'day:opened')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return opening?.revision ?? null
}

/** 0 if the hall has no events. */
export async function lastRevision(db: Kysely<Database>, hallId: string): Promise<number> {
  const newest = await db
    .selectFrom('events')
    .select((all) => all.fn.max('revision').as('revision'))
    .where('hall_id', '=', hallId)
    .executeTakeFirst()
  return newest?.revision ?? 0
}
