import type { Kysely, Transaction } from 'kysely'

import { inBatches } from './batches.ts'
import type { Database, VisitRow } from './schema.ts'

export async function addVisits(trx: Transaction<Database>, rows: readonly VisitRow[]): Promise<void> {
  for (const batch of inBatches(rows)) await trx.insertInto('visits').values(batch).execute()
}

export async function changeVisit(
  trx: Transaction<Database>,
  id: string,
  changes: Partial<Pick<VisitRow, 'language' | 'needs' | 'summary'>>,
): Promise<void> {
  if (Object.keys(changes).length === 0) return
  await trx.updateTable('visits').set(changes).where('id', '=', id).execute()
}

/** Those that are there, in no order: an erased visit has none. */
export async function findVisits(db: Kysely<Database>, ids: readonly string[]): Promise<VisitRow[]> {
  const found: VisitRow[] = []
  for (const batch of inBatches(ids)) {
    found.push(...(await db.selectFrom('visits').selectAll().where('id', 'in', batch).execute()))
  }
  return found
}

/** Erases what visitors told us before a moment, and the notes about them. Returns how many visits. */
export async function eraseVisitsBefore(db: Kysely<Database>, hallId: string, at: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('visits')
    .where('hall_id', '=', hallId)
    .where('created_at', '<', at)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
