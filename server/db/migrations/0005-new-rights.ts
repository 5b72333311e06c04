import type { Kysely } from 'kysely'

interface Tables {
  role_rights: { hall_id: string; role: string; right: string }
}

const answering = ['clerk', 'receptionist', 'supervisor', 'administrator'] as const
const pausing = ['supervisor', 'administrator'] as const
const added = [
  ...answering.map((role) => ({ role, right: 'assistance:answer' })),
  ...pausing.map((role) => ({ role, right: 'service:pause' })),
]

/** Halls that have their table of rights already get those that came after it; what they took away stays away. */
export async function up(db: Kysely<Tables>): Promise<void> {
  const halls = await db.selectFrom('role_rights').select('hall_id').distinct().execute()
  const rows = halls.flatMap(({ hall_id }) => added.map((one) => ({ hall_id, ...one })))
  if (rows.length === 0) return
  await db
    .insertInto('role_rights')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
