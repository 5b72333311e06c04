import type { Kysely } from 'kysely'

/** The queue: the events, and the rows that are a projection of them or can be erased. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('halls')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('day', 'text')
    .addColumn('day_revision', 'bigint')
    .addColumn('config', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('events')
    .addColumn('hall_id', 'text', (column) => column.notNull().references('halls.id'))
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('schema', 'integer', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('events_key', ['hall_id', 'revision'])
    .execute()

  await db.schema
    .createTable('answers')
    .addColumn('hall_id', 'text', (column) => column.notNull().references('halls.id'))
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('command_id', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('answers_key', ['hall_id', 'sender', 'command_id'])
    .execute()
  await db.schema.createIndex('answers_at').on('answers').column('at').execute()

  await db.schema
    .createTable('tickets')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('hall_id', 'text', (column) => column.notNull().references('halls.id'))
    .addColumn('day', 'text', (column) => column.notNull())
    // No reference: the ticket stays in the statistics when the visit is erased.
    .addColumn('visit_id', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('series', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('class', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('counter', 'text')
    .addColumn('clerk', 'text')
    .addColumn('issued_at', 'bigint', (column) => column.notNull())
    .addColumn('called_at', 'bigint')
    .addColumn('started_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('outcome', 'text')
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('snapshot', 'text', (column) => column.notNull())
    .execute()
  // Also serves (hall_id, day).
  await db.schema.createIndex('tickets_label').on('tickets').columns(['hall_id', 'day', 'label']).execute()

  await db.schema
    .createTable('legs')
    .addColumn('ticket_id', 'text', (column) => column.notNull().references('tickets.id').onDelete('cascade'))
    .addColumn('leg', 'integer', (column) => column.notNull())
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('queued_at', 'bigint', (column) => column.notNull())
    .addColumn('called_at', 'bigint')
    .addColumn('started_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('counter', 'text')
    .addColumn('clerk', 'text')
    .addColumn('waited_ms', 'bigint', (column) => column.notNull())
    .addColumn('served_ms', 'bigint', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addPrimaryKeyConstraint('legs_key', ['ticket_id', 'leg'])
    .execute()

  await db.schema
    .createTable('shifts')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('hall_id', 'text', (column) => column.notNull().references('halls.id'))
    .addColumn('counter', 'text', (column) => column.notNull())
    .addColumn('clerk', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('closed_at', 'bigint')
    .execute()
  await db.schema.createIndex('shifts_opened').on('shifts').columns(['hall_id', 'opened_at']).execute()

  await db.schema
    .createTable('visits')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('hall_id', 'text', (column) => column.notNull().references('halls.id'))
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('needs', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('visits_created').on('visits').columns(['hall_id', 'created_at']).execute()

  await db.schema
    .createTable('notes')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('ticket_id', 'text', (column) => column.notNull().references('tickets.id').onDelete('cascade'))
    .addColumn('visit_id', 'text', (column) => column.notNull().references('visits.id').onDelete('cascade'))
    .addColumn('leg', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('notes_ticket').on('notes').column('ticket_id').execute()
  await db.schema.createIndex('notes_visit').on('notes').column('visit_id').execute()
}
