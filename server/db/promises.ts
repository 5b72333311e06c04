import { sql, type Kysely, type Transaction } from 'kysely'

import { inBatches } from './batches.ts'
import type { Database, PromiseRow } from './schema.ts'

/** What becomes of a promise that is `from`; one that is anything else stays as it is. */
export interface PromiseChange extends Pick<PromiseRow, 'called_at' | 'outcome'> {
  readonly from: 'open' | 'called' | 'gone'
}

/** Their tickets must be there. */
export async function addPromises(trx: Transaction<Database>, rows: readonly PromiseRow[]): Promise<void> {
  for (const batch of inBatches(rows)) await trx.insertInto('promises').values(batch).execute()
}

/** Tickets that were promised nothing, or before promises were kept, have no row, and get none. */
export async function changePromise(
  trx: Transaction<Database>,
  ticketId: string,
  { from, called_at, outcome }: PromiseChange,
): Promise<void> {
  const update = trx.updateTable('promises').set({ called_at, outcome }).where('ticket_id', '=', ticketId)
  switch (from) {
    case 'open':
      await update.where('outcome', 'is', null).execute()
      return
    case 'called':
      await update.where('called_at', 'is not', null).execute()
      return
    case 'gone':
      await update.where('outcome', '=', 'gone').execute()
  }
}

/** The promises of a day, in the order they were given. */
export async function promisesOfDay(
  db: Kysely<Database>,
  hallId: string,
  day: string,
): Promise<PromiseRow[]> {
  return await db
    .selectFrom('promises')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('day', '=', day)
    .orderBy('issued_at')
    .orderBy('ticket_id')
    .execute()
}

/** By service: how many promises of some days were settled, and how far off their middle was on average, minutes. */
export async function promiseErrors(
  db: Kysely<Database>,
  hallId: string,
  days: readonly string[],
): Promise<{ service: string; promises: number; error: number }[]> {
  if (days.length === 0) return []
  const off = sql<number>`cast(avg(abs(called_at - issued_at - (low_minutes + high_minutes) * 30000)) / 60000.0
    as double precision)`
  return await db
    .selectFrom('promises')
    .select(({ fn }) => ['service', fn.countAll<number>().as('promises'), off.as('error')])
    .where('hall_id', '=', hallId)
    .where('day', 'in', days)
    .where('called_at', 'is not', null)
    .groupBy('service')
    .execute()
}

/** The settled promises of the days from a date on, in the order in which they were settled. */
export async function settledPromises(
  db: Kysely<Database>,
  hallId: string,
  from: string,
): Promise<Pick<PromiseRow, 'service' | 'low_minutes' | 'high_minutes' | 'issued_at' | 'called_at'>[]> {
  return await db
    .selectFrom('promises')
    .select(['service', 'low_minutes', 'high_minutes', 'issued_at', 'called_at'])
    .where('hall_id', '=', hallId)
    .where('day', '>=', from)
    .where('called_at', 'is not', null)
    .orderBy('called_at')
    .orderBy('ticket_id')
    .execute()
}

/** What came of the promises of one day for one service; `queued` of visitors who found somebody waiting for it. */
export interface PromiseCounts extends Pick<PromiseRow, 'day' | 'service'> {
  readonly given: number
  readonly inside: number
  readonly early: number
  readonly late: number
  readonly queued_inside: number
  readonly queued_early: number
  readonly queued_late: number
  /** By how much the waits differed from the middle of what was said, added up. */
  readonly off_ms: number
}

/** The promises of the days from a date on, counted by the database: they may be many. */
export async function countPromises(
  db: Kysely<Database>,
  hallId: string,
  from: string,
): Promise<PromiseCounts[]> {
  const off = sql<number>`cast(coalesce(sum(abs(called_at - issued_at - (low_minutes + high_minutes) * 30000)), 0)
    as double precision)`
  return await db
    .selectFrom('promises')
    .select(({ fn }) => {
      const count = () => fn.countAll<number>()
      return [
        'day',
        'service',
        count().as('given'),
        count().filterWhere('outcome', '=', 'inside').as('inside'),
        count().filterWhere('outcome', '=', 'early').as('early'),
        count().filterWhere('outcome', '=', 'late').as('late'),
        count()
          .filterWhere('outcome', '=', 'inside')
          .filterWhere('waiting_at_issue', '>', 0)
          .as('queued_inside'),
        count()
          .filterWhere('outcome', '=', 'early')
          .filterWhere('waiting_at_issue', '>', 0)
          .as('queued_early'),
        count().filterWhere('outcome', '=', 'late').filterWhere('waiting_at_issue', '>', 0).as('queued_late'),
        off.as('off_ms'),
      ]
    })
    .where('hall_id', '=', hallId)
    .where('day', '>=', from)
    .groupBy(['day', 'service'])
    .execute()
}
