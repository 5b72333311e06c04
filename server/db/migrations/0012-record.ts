import { sql, type Kysely } from 'kysely'

import { engineOf } from '#server/db/engine.ts'

interface Tables {
  role_rights: { hall_id: string; role: string; right: string }
}

const seeing = ['supervisor', 'administrator'] as const

/**
 * What is done to accounts, rights, devices and notices, for good: the database itself lets nobody change or delete it.
 * And the way to look through events by their time, and who may look.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('acts')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    // No reference: the record outlives what it tells of.
    .addColumn('hall_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('by_kind', 'text', (column) => column.notNull())
    .addColumn('by_id', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('subject_kind', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'text', (column) => column.notNull())
    .addColumn('subject_name', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .execute()
  await db.schema.createIndex('acts_at').on('acts').columns(['hall_id', 'at', 'id']).execute()
  await db.schema.createIndex('events_at').on('events').columns(['hall_id', 'at', 'revision']).execute()
  for (const statement of engineOf(db) === 'sqlite' ? keptOnSqlite : keptOnPostgres)
    await sql.raw(statement).execute(db)

  const halls = await db.selectFrom('role_rights').select('hall_id').distinct().execute()
  const rows = halls.flatMap(({ hall_id }) => seeing.map((role) => ({ hall_id, role, right: 'record:see' })))
  if (rows.length === 0) return
  await db
    .insertInto('role_rights')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const refusal = 'what was recorded stays as it is'
const keptOnSqlite = ['update', 'delete'].map(
  (change) =>
    `create trigger acts_no_${change} before ${change} on acts begin select raise(abort, '${refusal}'); end`,
)
const keptOnPostgres = [
  `create function acts_stay() returns trigger language plpgsql as $$ begin raise exception '${refusal}'; end $$`,
  'create trigger acts_stay before update or delete on acts for each row execute function acts_stay()',
]
