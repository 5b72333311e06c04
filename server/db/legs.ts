import type { Kysely, Transaction } from 'kysely'

import { inBatches, lastByKey } from './batches.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database, LegRow } from './schema.ts'

const upsert = compiledOnce<LegRow>((trx, rows) =>
  trx
    .insertInto('legs')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['ticket_id', 'leg']).doUpdateSet(({ ref }) => ({
        service: ref('excluded.service'),
        queued_at: ref('excluded.queued_at'),
        called_at: ref('excluded.called_at'),
        started_at: ref('excluded.started_at'),
        ended_at: ref('excluded.ended_at'),
        counter: ref('excluded.counter'),
        clerk: ref('excluded.clerk'),
        waited_ms: ref('excluded.waited_ms'),
        served_ms: ref('excluded.served_ms'),
        outcome: ref('excluded.outcome'),
        result: ref('excluded.result'),
        quantity: ref('excluded.quantity'),
      })),
    ),
)

/** Adds legs and brings known ones up to date; their tickets must be there. Of two rows of one leg the last counts. */
export async function upsertLegs(trx: Transaction<Database>, rows: readonly LegRow[]): Promise<void> {
  for (const batch of inBatches(lastByKey(rows, (row) => `${row.leg} ${row.ticket_id}`))) {
    await trx.executeQuery(upsert(trx, batch))
  }
}

/** Takes back the legs after the given one: an undone transfer or next leg leaves none behind. */
export async function deleteLegsAfter(
  trx: Transaction<Database>,
  ticketId: string,
  leg: number,
): Promise<void> {
  await trx.deleteFrom('legs').where('ticket_id', '=', ticketId).where('leg', '>', leg).execute()
}

/** The legs of a day's tickets, in the order they were queued. */
export async function legsOfDay(db: Kysely<Database>, hallId: string, day: string): Promise<LegRow[]> {
  return await db
    .selectFrom('legs')
    .innerJoin('tickets', 'tickets.id', 'legs.ticket_id')
    .selectAll('legs')
    .where('tickets.hall_id', '=', hallId)
    .where('tickets.day', '=', day)
    .orderBy('legs.queued_at')
    .orderBy('legs.ticket_id')
    .orderBy('legs.leg')
    .execute()
}

/** The legs of the days from a date on that have begun, without order. */
export async function legsSince(db: Kysely<Database>, hallId: string, day: string): Promise<LegRow[]> {
  return await db
    .selectFrom('legs')
    .innerJoin('tickets', 'tickets.id', 'legs.ticket_id')
    .selectAll('legs')
    .where('tickets.hall_id', '=', hallId)
    .where('tickets.day', '>=', day)
    .where('legs.called_at', 'is not', null)
    .execute()
}

/** The first leg of each ticket of the days from a date on and before another one, in the order of issue. */
export async function firstLegsBetween(db: Kysely<Database>, hallId: string, from: string, before: string) {
  return await db
    .selectFrom('legs')
    .innerJoin('tickets', 'tickets.id', 'legs.ticket_id')
    .select([
      'tickets.day',
      'legs.ticket_id',
      'legs.service',
      'tickets.issued_at',
      'legs.called_at',
      'legs.ended_at',
    ])
    .where('tickets.hall_id', '=', hallId)
    .where('tickets.day', '>=', from)
    .where('tickets.day', '<', before)
    .where('legs.leg', '=', 1)
    .orderBy('tickets.issued_at')
    .orderBy('legs.ticket_id')
    .execute()
}

/** Whether anybody has ever been called in a hall. */
export async function hasCalled(db: Kysely<Database>, hallId: string): Promise<boolean> {
  const called = await db
    .selectFrom('legs')
    .innerJoin('tickets', 'tickets.id', 'legs.ticket_id')
    .select('legs.ticket_id')
    .where('tickets.hall_id', '=', hallId)
    .where('legs.called_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return called !== undefined
}
