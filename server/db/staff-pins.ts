import type { Kysely } from 'kysely'

import type { Database } from './schema.ts'

export async function pinHashOf(db: Kysely<Database>, userId: string): Promise<string | null> {
  const row = await db
    .selectFrom('staff_pins')
    .select('hash')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.hash ?? null
}

/** Null takes the PIN away. */
export async function writePin(db: Kysely<Database>, userId: string, hash: string | null): Promise<void> {
  if (hash === null) {
    await db.deleteFrom('staff_pins').where('user_id', '=', userId).execute()
    return
  }
  await db
    .insertInto('staff_pins')
    .values({ user_id: userId, hash })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ hash }))
    .execute()
}

export async function usersWithPin(db: Kysely<Database>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('staff_pins').select('user_id').execute()
  return new Set(rows.map((row) => row.user_id))
}
