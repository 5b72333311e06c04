import type { Kysely, Transaction } from 'kysely'

import { inBatches, lastByKey } from './batches.ts'
import type { Database, ShiftRow } from './schema.ts'

/** Adds shifts and writes the end of known ones. */
export async function upsertShifts(trx: Transaction<Database>, rows: readonly ShiftRow[]): Promise<void> {
  for (const batch of inBatches(lastByKey(rows, (row) => row.id))) {
    await trx
      .insertInto('shifts')
      .values(batch)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({ closed_at: ref('excluded.closed_at') })),
      )
      .execute()
  }
}

/** Ends the counter's open shift, if there is one. */
export async function closeShift(
  trx: Transaction<Database>,
  hallId: string,
  counter: string,
  at: number,
): Promise<void> {
  await trx
    .updateTable('shifts')
    .set({ closed_at: at })
    .where('hall_id', '=', hallId)
    .where('counter', '=', counter)
    .where('closed_at', 'is', null)
    .execute()
}

/** Shifts opened from a moment on and before another one, in order. */
export async function shiftsBetween(
  db: Kysely<Database>,
  hallId: string,
  from: number,
  before: number,
): Promise<ShiftRow[]> {
  return await db
    .selectFrom('shifts')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('opened_at', '>=', from)
    .where('opened_at', '<', before)
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
}
