import type { Kysely, Transaction } from 'kysely'

import type { Role } from '#server/rights.ts'

import type { Database } from './schema.ts'
import type { NewAccount, NewUser } from './schema-who.ts'

export interface StaffAccount {
  readonly userId: string
  readonly username: string
  readonly name: string
  readonly role: Role
}

/** Writes the rows that better-auth signs in by. */
export async function insertAccount(
  trx: Transaction<Database>,
  rows: { user: NewUser; account: NewAccount; hallId: string; role: Role },
): Promise<void> {
  await trx.insertInto('user').values(rows.user).execute()
  await trx.insertInto('account').values(rows.account).execute()
  await trx
    .insertInto('staff_roles')
    .values({ user_id: rows.user.id, hall_id: rows.hallId, role: rows.role })
    .execute()
}

/** A hall's staff by user name, a row for each role that a person has in it. */
export async function accountsOf(db: Kysely<Database>, hallId: string): Promise<StaffAccount[]> {
  return await db
    .selectFrom('staff_roles')
    .innerJoin('user', 'user.id', 'staff_roles.user_id')
    .select(['user.id as userId', 'user.username', 'user.name', 'staff_roles.role'])
    .where('staff_roles.hall_id', '=', hallId)
    .orderBy('user.username')
    .orderBy('staff_roles.role')
    .execute()
}

export async function userIdOf(db: Kysely<Database>, username: string): Promise<string | null> {
  return (await userNamed(db, username))?.id ?? null
}

export async function userNamed(
  db: Kysely<Database>,
  username: string,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const user = await db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('username', '=', username)
    .executeTakeFirst()
  return user ?? null
}

/**
 * Takes a person's roles in a hall and ends the sessions. One who has no roles elsewhere is deleted, password and all.
 */
export async function deleteFromHall(
  trx: Transaction<Database>,
  userId: string,
  hallId: string,
): Promise<void> {
  await trx.deleteFrom('staff_roles').where('user_id', '=', userId).where('hall_id', '=', hallId).execute()
  await endSessions(trx, userId)
  const elsewhere = trx.selectFrom('staff_roles').select('user_id').where('user_id', '=', userId)
  await trx
    .deleteFrom('user')
    .where('id', '=', userId)
    .where(({ not, exists }) => not(exists(elsewhere)))
    .execute()
}

/** Sets a person's password. `at` is an ISO time. */
export async function replacePassword(
  trx: Transaction<Database>,
  userId: string,
  password: string,
  at: string,
): Promise<void> {
  await trx
    .updateTable('account')
    .set({ password, updatedAt: at })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute()
}

export async function passwordHashOf(db: Kysely<Database>, userId: string): Promise<string | null> {
  const account = await db
    .selectFrom('account')
    .select('password')
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  return account?.password ?? null
}

/** `at` is an ISO time. */
export async function rename(
  trx: Transaction<Database>,
  userId: string,
  name: string,
  at: string,
): Promise<void> {
  await trx.updateTable('user').set({ name, updatedAt: at }).where('id', '=', userId).execute()
}

/** The open sessions of a hall's staff; `since` in epoch ms. */
export async function sessionsOf(
  db: Kysely<Database>,
  hallId: string,
  now: number,
): Promise<{ readonly userId: string; readonly since: number }[]> {
  const rows = await db
    .selectFrom('session')
    .select(['userId', 'createdAt', 'expiresAt'])
    .where('userId', 'in', (staff) =>
      staff.selectFrom('staff_roles').select('user_id').where('hall_id', '=', hallId),
    )
    .execute()
  return rows
    .filter(({ expiresAt }) => new Date(expiresAt).getTime() > now)
    .map(({ userId, createdAt }) => ({ userId, since: new Date(createdAt).getTime() }))
}

/** Ends a person's sessions, but for the one to be kept, and returns the ids of those that ended. */
export async function endSessions(db: Kysely<Database>, userId: string, keep?: string): Promise<string[]> {
  const ended = await db
    .deleteFrom('session')
    .where('userId', '=', userId)
    .where('id', '!=', keep ?? '')
    .returning('id')
    .execute()
  return ended.map(({ id }) => id)
}

export async function endSession(db: Kysely<Database>, sessionId: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', sessionId).execute()
}

/** Those that ended by themselves before a time, in epoch ms. */
export async function deleteSessionsBefore(db: Kysely<Database>, at: number): Promise<void> {
  await db.deleteFrom('session').where('expiresAt', '<', new Date(at).toISOString()).execute()
}
