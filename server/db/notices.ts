import type { Kysely } from 'kysely'

import type { Database, NoticeRow } from './schema.ts'

/** Without the picture itself, which may be large. */
export type NoticeFacts = Omit<NoticeRow, 'picture'>

const facts = [
  'id',
  'hall_id',
  'title',
  'body',
  'picture_type',
  'picture_hash',
  'picture_alt',
  'zone',
  'from_at',
  'until_at',
  'to_phones',
  'created_at',
  'changed_at',
] as const

/** False if there is one of this id. */
export async function insertNotice(db: Kysely<Database>, row: NoticeRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('notices')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Null if the hall has no such notice. */
export async function findNotice(
  db: Kysely<Database>,
  hallId: string,
  id: string,
): Promise<NoticeFacts | null> {
  const row = await db
    .selectFrom('notices')
    .select(facts)
    .where('hall_id', '=', hallId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** All notices of a hall, those that are over too, in the order in which they were made. */
export async function noticesOf(db: Kysely<Database>, hallId: string): Promise<NoticeFacts[]> {
  return await db
    .selectFrom('notices')
    .select(facts)
    .where('hall_id', '=', hallId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** The picture of a notice as it is now; null if it has another one by now, or none. */
export async function noticePicture(
  db: Kysely<Database>,
  hallId: string,
  id: string,
  hash: string,
): Promise<Pick<NoticeRow, 'picture' | 'picture_type'> | null> {
  const row = await db
    .selectFrom('notices')
    .select(['picture', 'picture_type'])
    .where('hall_id', '=', hallId)
    .where('id', '=', id)
    .where('picture_hash', '=', hash)
    .executeTakeFirst()
  return row ?? null
}

/** False if the hall has no such notice. */
export async function updateNotice(
  db: Kysely<Database>,
  hallId: string,
  id: string,
  changes: Partial<Omit<NoticeRow, 'id' | 'hall_id' | 'created_at'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('notices')
    .set(changes)
    .where('hall_id', '=', hallId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** False if the hall has no such notice. */
export async function deleteNotice(db: Kysely<Database>, hallId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('notices')
    .where('hall_id', '=', hallId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}
