import type { Kysely } from 'kysely'

/** What came of serving, and how many of the service were done. Those served before were served one thing, to the end. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('legs').addColumn('result', 'text').execute()
  await db.schema.alterTable('legs').addColumn('quantity', 'integer').execute()
  const legs = db as Kysely<{
    legs: { outcome: string | null; result: string | null; quantity: number | null }
  }>
  await legs
    .updateTable('legs')
    .set({ result: 'done', quantity: 1 })
    .where('outcome', '=', 'served')
    .execute()
}
