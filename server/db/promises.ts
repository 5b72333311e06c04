import type { Kysely, Transaction } from 'kysely'

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
