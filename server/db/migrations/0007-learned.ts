import type { Kysely } from 'kysely'

/** What a hall learned of its waits in the night before a day, and how well it did. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('learned')
    .addColumn('hall_id', 'text', (column) => column.primaryKey().notNull().references('halls.id'))
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('error_minutes', 'double precision', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .execute()
}
