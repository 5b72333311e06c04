import type { Kysely } from 'kysely'

import type { Database } from './schema.ts'
import type { DeviceRow } from './schema-who.ts'

export async function insertDevice(db: Kysely<Database>, row: DeviceRow): Promise<void> {
  await db.insertInto('devices').values(row).execute()
}

/** All devices of a hall, revoked ones too, in the order they were added. */
export async function devicesOf(db: Kysely<Database>, hallId: string): Promise<DeviceRow[]> {
  return await db
    .selectFrom('devices')
    .selectAll()
    .where('hall_id', '=', hallId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** The device that a token was made for, unless it is revoked. */
export async function deviceByHash(db: Kysely<Database>, tokenHash: string): Promise<DeviceRow | null> {
  const row = await db
    .selectFrom('devices')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** False if the hall has no such device, or it is revoked already. */
export async function updateDevice(
  db: Kysely<Database>,
  hallId: string,
  id: string,
  changes: Partial<
    Pick<
      DeviceRow,
      | 'name'
      | 'zone'
      | 'counter'
      | 'printer'
      | 'width_dots'
      | 'panel_inches'
      | 'panel_metres'
      | 'sound'
      | 'token_hash'
      | 'revoked_at'
    >
  >,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('devices')
    .set(changes)
    .where('hall_id', '=', hallId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function markSeen(db: Kysely<Database>, ids: readonly string[], at: number): Promise<void> {
  await db.updateTable('devices').set({ seen_at: at }).where('id', 'in', ids).execute()
}
