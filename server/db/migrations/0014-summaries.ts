import type { Kysely } from 'kysely'

/** What visitors take along from the counter: kept with the visit, and erased with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('visits').addColumn('summary', 'text').execute()
}
