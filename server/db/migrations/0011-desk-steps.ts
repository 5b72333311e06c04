import type { Kysely } from 'kysely'

interface Tables {
  legs: { outcome: string | null; result: string | null; quantity: number | null }
  role_rights: { hall_id: string; role: string; right: string }
}

const pickers = ['supervisor', 'administrator'] as const

/**
 * What came of serving, and how many of the service were done: those served before were served one thing, to the end.
 * Halls that have their table of rights already get the one that came with it.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('legs').addColumn('result', 'text').execute()
  await db.schema.alterTable('legs').addColumn('quantity', 'integer').execute()
  await db.updateTable('legs').set({ result: 'done', quantity: 1 }).where('outcome', '=', 'served').execute()

  const halls = await db.selectFrom('role_rights').select('hall_id').distinct().execute()
  const rows = halls.flatMap(({ hall_id }) =>
    pickers.map((role) => ({ hall_id, role, right: 'ticket:pick-service' })),
  )
  if (rows.length === 0) return
  await db
    .insertInto('role_rights')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
