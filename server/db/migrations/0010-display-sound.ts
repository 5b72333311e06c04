import type { Kysely } from 'kysely'

/** Whether a display speaks the calls, only chimes, or keeps silent. Those that are there chime, as they did. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('devices').addColumn('sound', 'text').execute()
  const devices = db as Kysely<{ devices: { kind: string; sound: string | null } }>
  await devices.updateTable('devices').set({ sound: 'chime' }).where('kind', '=', 'display').execute()
}
