import { sql, type Kysely } from 'kysely'

import type { Database } from './schema.ts'

/** Failures after which an account is blocked, and for how long each of them counts. */
export const attemptsAllowed = 5
export const blockedForMs = 5 * 60_000

/**
 * Counts an attempt before its password is checked, so that attempts made at once cannot slip through together.
 * Returns null if it may go on, else until when the account is blocked (epoch ms). A blocked one does not prolong it.
 */
export async function takeAttempt(
  db: Kysely<Database>,
  username: string,
  now: number,
): Promise<number | null> {
  return await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('sign_in_attempts').where(isForgotten(now)).execute()
    const row = await trx
      .insertInto('sign_in_attempts')
      .values({ username, failures: 1, forget_at: now + blockedForMs })
      .onConflict((conflict) =>
        conflict
          .column('username')
          .doUpdateSet({ failures: sql`sign_in_attempts.failures + 1`, forget_at: now + blockedForMs })
          .where('sign_in_attempts.failures', '<', attemptsAllowed),
      )
      .returning('failures')
      .executeTakeFirst()
    if (row) return null
    const { forget_at } = await trx
      .selectFrom('sign_in_attempts')
      .select('forget_at')
      .where('username', '=', username)
      .executeTakeFirstOrThrow()
    return forget_at
  })
}

/** Over, or counted by a clock that was ahead and has been set right: that must not block anybody for years. */
function isForgotten(now: number) {
  return sql<boolean>`(forget_at <= ${now} or forget_at > ${now + blockedForMs})`
}

/** After a sign-in that succeeded. */
export async function clearAttempts(db: Kysely<Database>, username: string): Promise<void> {
  await db.deleteFrom('sign_in_attempts').where('username', '=', username).execute()
}

/** The accounts that are blocked, by user name, and until when (epoch ms). */
export async function blockedAccounts(
  db: Kysely<Database>,
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('sign_in_attempts')
    .select(['username', 'forget_at'])
    .where('failures', '>=', attemptsAllowed)
    .where(({ not }) => not(isForgotten(now)))
    .execute()
  return new Map(rows.map((row) => [row.username, row.forget_at]))
}
