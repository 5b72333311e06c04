import type { Kysely } from 'kysely'

interface Tables {
  role_rights: { hall_id: string; role: string; right: string }
}

const roles = ['supervisor', 'administrator'] as const
const rights = ['counter:manage', 'ticket:act-for-others'] as const

/**
 * Which notices phones show too, and who acts on counters of others in halls that have their table of rights already.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('notices')
    .addColumn('to_phones', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  const halls = await db.selectFrom('role_rights').select('hall_id').distinct().execute()
  const rows = halls.flatMap(({ hall_id }) =>
    roles.flatMap((role) => rights.map((right) => ({ hall_id, role, right }))),
  )
  if (rows.length === 0) return
  await db
    .insertInto('role_rights')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
