import type { Kysely } from 'kysely'

import type { ActRow, Database } from './schema.ts'

export async function insertAct(db: Kysely<Database>, row: ActRow): Promise<void> {
  await db.insertInto('acts').values(row).execute()
}

/** What those who are no longer there were called last, by id. */
export async function namesInActs(
  db: Kysely<Database>,
  hallId: string,
  kind: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('acts')
    .select(['subject_id', 'subject_name'])
    .where('hall_id', '=', hallId)
    .where('subject_kind', '=', kind)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.subject_id, row.subject_name]))
}
