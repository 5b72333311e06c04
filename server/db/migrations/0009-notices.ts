import type { Kysely } from 'kysely'

interface Tables {
  role_rights: { hall_id: string; role: string; right: string }
}

const managing = ['supervisor', 'administrator'] as const

/** What the displays show beside the calls, and who writes it in halls that have their table of rights already. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('notices')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('hall_id', 'text', (column) => column.notNull().references('halls.id'))
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    // Bytes on both engines: SQLite takes any name of a type.
    .addColumn('picture', 'bytea')
    .addColumn('picture_type', 'text')
    .addColumn('picture_hash', 'text')
    .addColumn('picture_alt', 'text')
    .addColumn('zone', 'text')
    .addColumn('from_at', 'bigint')
    .addColumn('until_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('notices_hall').on('notices').columns(['hall_id', 'created_at']).execute()

  const halls = await db.selectFrom('role_rights').select('hall_id').distinct().execute()
  const rows = halls.flatMap(({ hall_id }) =>
    managing.map((role) => ({ hall_id, role, right: 'notice:manage' })),
  )
  if (rows.length === 0) return
  await db
    .insertInto('role_rights')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
