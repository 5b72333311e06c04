import type { Kysely } from 'kysely'

import type { Database, LearnedRow } from './schema.ts'

/** Keeps what a hall learned last; what it learned before is forgotten. */
export async function keepLearned(db: Kysely<Database>, row: LearnedRow): Promise<void> {
  const { hall_id: _, ...learned } = row
  await db
    .insertInto('learned')
    .values(row)
    .onConflict((conflict) => conflict.column('hall_id').doUpdateSet(learned))
    .execute()
}

export async function findLearned(db: Kysely<Database>, hallId: string): Promise<LearnedRow | null> {
  const row = await db.selectFrom('learned').selectAll().where('hall_id', '=', hallId).executeTakeFirst()
  return row ?? null
}
