import type { Kysely } from 'kysely'

/** When each device was last connected, so that the page of devices can say so after a restart too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('devices').addColumn('seen_at', 'bigint').execute()
}
