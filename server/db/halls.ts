import type { Kysely, Transaction } from 'kysely'

import type { Database, HallRow } from './schema.ts'

/** Adds an empty hall at revision 0; a hall that is there stays as it is. */
export async function addHall(db: Kysely<Database>, hall: { id: string; createdAt: number }): Promise<void> {
  await db
    .insertInto('halls')
    .values({
      id: hall.id,
      revision: 0,
      day: null,
      day_revision: null,
      config: null,
      created_at: hall.createdAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export async function findHall(db: Kysely<Database>, id: string): Promise<HallRow | null> {
  return (await db.selectFrom('halls').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

export async function listHalls(db: Kysely<Database>): Promise<HallRow[]> {
  return await db.selectFrom('halls').selectAll().orderBy('id').execute()
}

/** Sets what the events of this transaction changed; what is left out stays. Throws if there is no such hall. */
export async function saveHall(
  trx: Transaction<Database>,
  id: string,
  changes: { revision: number } & Partial<Pick<HallRow, 'day' | 'day_revision' | 'config'>>,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('halls')
    .set(changes)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error(`There is no hall ${id} to save.`)
}
