import type { Kysely, Transaction } from 'kysely'

import type { Role } from '#server/rights.ts'

import type { Database, NewAccount, NewUser } from './schema.ts'

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
  const user = await db.selectFrom('user').select('id').where('username', '=', username).executeTakeFirst()
  return user?.id ?? null
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
  await trx.deleteFrom('session').where('userId', '=', userId).execute()
  const elsewhere = trx.selectFrom('staff_roles').select('user_id').where('user_id', '=', userId)
  await trx
    .deleteFrom('user')
    .where('id', '=', userId)
    .where(({ not, exists }) => not(exists(elsewhere)))
    .execute()
}

/** Sets a person's password and ends the sessions that stood on the old one. `at` is an ISO time. */
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
  await trx.deleteFrom('session').where('userId', '=', userId).execute()
}
