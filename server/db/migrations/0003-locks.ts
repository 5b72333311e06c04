import type { Kysely } from 'kysely'

/** PINs, by which a locked desk is unlocked, and the sessions that are locked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('staff_pins')
    .addColumn('user_id', 'text', (column) =>
      column.primaryKey().notNull().references('user.id').onDelete('cascade'),
    )
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('session_locks')
    .addColumn('session_id', 'text', (column) =>
      column.primaryKey().notNull().references('session.id').onDelete('cascade'),
    )
    .addColumn('failures', 'integer', (column) => column.notNull())
    .execute()
}
