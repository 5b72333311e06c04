import type { Kysely, Transaction } from 'kysely'

import { inBatches, lastByKey } from './batches.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database, TicketRow } from './schema.ts'

const upsert = compiledOnce<TicketRow>((trx, rows) =>
  trx
    .insertInto('tickets')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        service: ref('excluded.service'),
        class: ref('excluded.class'),
        state: ref('excluded.state'),
        counter: ref('excluded.counter'),
        clerk: ref('excluded.clerk'),
        called_at: ref('excluded.called_at'),
        started_at: ref('excluded.started_at'),
        ended_at: ref('excluded.ended_at'),
        outcome: ref('excluded.outcome'),
        revision: ref('excluded.revision'),
        snapshot: ref('excluded.snapshot'),
      })),
    ),
)

/** Adds tickets and brings known ones up to date; of two rows of one ticket the last counts. */
export async function upsertTickets(trx: Transaction<Database>, rows: readonly TicketRow[]): Promise<void> {
  for (const batch of inBatches(lastByKey(rows, (row) => row.id))) {
    await trx.executeQuery(upsert(trx, batch))
  }
}

export async function findTicket(
  db: Kysely<Database>,
  hallId: string,
  id: string,
): Promise<TicketRow | null> {
  const row = await db
    .selectFrom('tickets')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** In the order of issue. A label may be given again within a day, so the last one is the one that lives. */
export async function ticketsByLabel(
  db: Kysely<Database>,
  hallId: string,
  day: string,
  label: string,
): Promise<TicketRow[]> {
  return await db
    .selectFrom('tickets')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('day', '=', day)
    .where('label', '=', label)
    .orderBy('issued_at')
    .orderBy('id')
    .execute()
}

/** All tickets of a day without their snapshots, in the order of issue: for reports. */
export async function ticketsOfDay(
  db: Kysely<Database>,
  hallId: string,
  day: string,
): Promise<Omit<TicketRow, 'snapshot'>[]> {
  return await db
    .selectFrom('tickets')
    .select(['id', 'hall_id', 'day', 'visit_id', 'label', 'series', 'number', 'service', 'class', 'state'])
    .select(['counter', 'clerk', 'issued_at', 'called_at', 'started_at', 'ended_at', 'outcome', 'revision'])
    .where('hall_id', '=', hallId)
    .where('day', '=', day)
    .orderBy('issued_at')
    .orderBy('id')
    .execute()
}

/** The revision of the last event that was about a ticket of a day; null if no ticket was given on it. */
export async function lastRevisionOfDay(
  db: Kysely<Database>,
  hallId: string,
  day: string,
): Promise<number | null> {
  const newest = await db
    .selectFrom('tickets')
    .select((all) => all.fn.max('revision').as('revision'))
    .where('hall_id', '=', hallId)
    .where('day', '=', day)
    .executeTakeFirst()
  return newest?.revision ?? null
}

/** When tickets were given, by service, on the days from a date on and before another one. */
export async function issuesBetween(
  db: Kysely<Database>,
  hallId: string,
  from: string,
  before: string,
): Promise<Pick<TicketRow, 'day' | 'service' | 'issued_at'>[]> {
  return await db
    .selectFrom('tickets')
    .select(['day', 'service', 'issued_at'])
    .where('hall_id', '=', hallId)
    .where('day', '>=', from)
    .where('day', '<', before)
    .execute()
}

/** How many tickets of a day are in each state that any is in. */
export async function countTickets(
  db: Kysely<Database>,
  hallId: string,
  day: string,
): Promise<{ state: string; count: number }[]> {
  return await db
    .selectFrom('tickets')
    .select((all) => ['state', all.fn.countAll<number>().as('count')])
    .where('hall_id', '=', hallId)
    .where('day', '=', day)
    .groupBy('state')
    .orderBy('state')
    .execute()
}
