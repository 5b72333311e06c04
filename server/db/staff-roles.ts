import type { Kysely, Transaction } from 'kysely'

import { defaultRights, isStaffRight, roles, type Right, type Role } from '#server/rights.ts'

import type { Database } from './schema.ts'

/** A person's roles in a hall, rising. */
export async function rolesOf(db: Kysely<Database>, userId: string, hallId: string): Promise<Role[]> {
  const rows = await db
    .selectFrom('staff_roles')
    .select('role')
    .where('user_id', '=', userId)
    .where('hall_id', '=', hallId)
    .execute()
  return rows.map((row) => row.role).sort((a, b) => roles.indexOf(a) - roles.indexOf(b))
}

/** Makes one role the only one that a person has in a hall. */
export async function replaceRoles(
  trx: Transaction<Database>,
  userId: string,
  hallId: string,
  role: Role,
): Promise<void> {
  await trx.deleteFrom('staff_roles').where('user_id', '=', userId).where('hall_id', '=', hallId).execute()
  await trx.insertInto('staff_roles').values({ user_id: userId, hall_id: hallId, role }).execute()
}

/** What the given roles may do in a hall, together. */
export async function rightsOf(db: Kysely<Database>, hallId: string, of: readonly Role[]): Promise<Right[]> {
  if (of.length === 0) return []
  const rows = await db
    .selectFrom('role_rights')
    .select('right')
    .distinct()
    .where('hall_id', '=', hallId)
    .where('role', 'in', of)
    .orderBy('right')
    .execute()
  return rows.map((row) => row.right).filter(isStaffRight)
}

/** Gives a hall the default rights, unless it has any: what a hall took from a role stays taken. */
export async function seedRights(db: Kysely<Database>, hallId: string): Promise<void> {
  const any = await db
    .selectFrom('role_rights')
    .select('right')
    .where('hall_id', '=', hallId)
    .executeTakeFirst()
  if (any) return
  const rows = roles.flatMap((role) => defaultRights[role].map((right) => ({ hall_id: hallId, role, right })))
  await db
    .insertInto('role_rights')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function countWithRole(db: Kysely<Database>, hallId: string, role: Role): Promise<number> {
  const { count } = await db
    .selectFrom('staff_roles')
    .select((all) => all.fn.countAll<number>().as('count'))
    .where('hall_id', '=', hallId)
    .where('role', '=', role)
    .executeTakeFirstOrThrow()
  return count
}

export async function allowRight(
  db: Kysely<Database>,
  hallId: string,
  role: Role,
  right: Right,
): Promise<void> {
  await db
    .insertInto('role_rights')
    .values({ hall_id: hallId, role, right })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function takeRight(
  db: Kysely<Database>,
  hallId: string,
  role: Role,
  right: Right,
): Promise<void> {
  await db
    .deleteFrom('role_rights')
    .where('hall_id', '=', hallId)
    .where('role', '=', role)
    .where('right', '=', right)
    .execute()
}
