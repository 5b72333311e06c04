import type { Kysely, Transaction } from 'kysely'

import { inBatches } from './batches.ts'
import type { Database, NoteRow } from './schema.ts'

/** Adds notes; their tickets and visits must be there. */
export async function addNotes(trx: Transaction<Database>, rows: readonly NoteRow[]): Promise<void> {
  for (const batch of inBatches(rows)) await trx.insertInto('notes').values(batch).execute()
}

/** What was written with one step of a ticket. */
export async function removeNotes(trx: Transaction<Database>, ticket: string, at: number): Promise<void> {
  await trx.deleteFrom('notes').where('ticket_id', '=', ticket).where('at', '=', at).execute()
}

/** All notes of visits, oldest first: they follow the visitor from desk to desk. */
export async function notesOfVisits(db: Kysely<Database>, visitIds: readonly string[]): Promise<NoteRow[]> {
  const found: NoteRow[] = []
  for (const batch of inBatches(visitIds)) {
    const rows = db.selectFrom('notes').selectAll().where('visit_id', 'in', batch).orderBy('at').orderBy('id')
    found.push(...(await rows.execute()))
  }
  return found
}
