import type { Kysely } from 'kysely'

/** The diagonal of a display's panel and how far away its last reader sits: neither, or both. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // One column a statement: SQLite adds no more at once.
  for (const column of ['panel_inches', 'panel_metres'])
    await db.schema.alterTable('devices').addColumn(column, 'double precision').execute()
}
