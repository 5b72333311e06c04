import type { Kysely } from 'kysely'

/** What visitors were told at issue that it takes, and what came of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('promises')
    .addColumn('ticket_id', 'text', (column) =>
      column.primaryKey().notNull().references('tickets.id').onDelete('cascade'),
    )
    .addColumn('hall_id', 'text', (column) => column.notNull().references('halls.id'))
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('issued_at', 'bigint', (column) => column.notNull())
    .addColumn('low_minutes', 'integer', (column) => column.notNull())
    .addColumn('high_minutes', 'integer', (column) => column.notNull())
    .addColumn('waiting_at_issue', 'integer', (column) => column.notNull())
    .addColumn('called_at', 'bigint')
    .addColumn('outcome', 'text')
    .execute()
  await db.schema.createIndex('promises_day').on('promises').columns(['hall_id', 'day', 'service']).execute()
}
