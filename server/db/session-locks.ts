import type { Kysely } from 'kysely'

import type { Database } from './schema.ts'

/** Wrong PINs or passwords after which a locked session is over. */
export const unlockAttempts = 5

/** Locks a session; one that is locked stays so, and its failures count on. */
export async function lockSession(db: Kysely<Database>, sessionId: string): Promise<void> {
  await db
    .insertInto('session_locks')
    .values({ session_id: sessionId, failures: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function isLocked(db: Kysely<Database>, sessionId: string): Promise<boolean> {
  const lock = await db
    .selectFrom('session_locks')
    .select('session_id')
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return lock !== undefined
}

/**
 * Counts an attempt before its PIN or password is checked, so that attempts made at once cannot slip through together.
 * Returns how many are left after it; null if there was none to take, or the session is not locked.
 */
export async function takeUnlockAttempt(db: Kysely<Database>, sessionId: string): Promise<number | null> {
  const row = await db
    .updateTable('session_locks')
    .set(({ eb }) => ({ failures: eb('failures', '+', 1) }))
    .where('session_id', '=', sessionId)
    .where('failures', '<', unlockAttempts)
    .returning('failures')
    .executeTakeFirst()
  return row ? unlockAttempts - row.failures : null
}

export async function unlockSession(db: Kysely<Database>, sessionId: string): Promise<void> {
  await db.deleteFrom('session_locks').where('session_id', '=', sessionId).execute()
}
