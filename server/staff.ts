import type { Kysely } from 'kysely'

import { refuse, type Refusal } from '#shared/queue/refusal.ts'

import type { Auth } from './auth.ts'
import { findHall } from './db/halls.ts'
import type { Database } from './db/schema.ts'
import { clearAttempts } from './db/sign-in-attempts.ts'
import {
  accountsOf,
  deleteFromHall,
  endSessions,
  insertAccount,
  rename,
  userIdOf,
  type StaffAccount,
} from './db/staff-accounts.ts'
import { countWithRole, replaceRoles, rolesOf } from './db/staff-roles.ts'
import { hashSecret } from './hashing.ts'
import { isRole, type Role } from './rights.ts'
import { isPassword, isUsername, normalUsername, passwordLengths } from './staff-names.ts'

export interface StaffParts {
  readonly auth: Auth
  readonly db: Kysely<Database>
  readonly hallId: string
  readonly newId: () => string
  /** Epoch ms. */
  readonly now: () => number
}

export interface NewStaff {
  readonly username: string
  /** As colleagues call the person. */
  readonly name: string
  readonly password: string
  /** One of `roles`; another is refused. */
  readonly role: string
}

/** Why an account was not added, changed or removed. */
export type StaffRefusal =
  /** The hall is not in the database. */
  | 'hall/unknown'
  /** Not 3 to 30 Latin letters, digits, dots, dashes or underscores. */
  | 'staff/bad-username'
  | 'staff/username-taken'
  /** The person's name is empty. */
  | 'staff/unnamed'
  /** Too short, too long, the user name once more, or among the first that anybody would try. */
  | 'staff/weak-password'
  /** Not one of `roles`. */
  | 'staff/unknown-role'
  /** The hall has no such person. */
  | 'staff/unknown'
  /** Nobody would be left who can add staff. */
  | 'staff/last-administrator'
  /** Not 4 to 8 digits, or one of those that everybody tries first. */
  | 'staff/weak-pin'

type Done<Value> = Promise<({ readonly ok: true } & Value) | Refusal<StaffRefusal>>

/** Adds an account with a role in the hall: all of it or nothing. */
export async function addStaff(
  { auth, db, hallId, newId, now }: StaffParts,
  { username: typed, name, password, role }: NewStaff,
): Done<{ readonly staff: StaffAccount }> {
  const username = normalUsername(typed)
  if (!isRole(role)) return refuse('staff/unknown-role', { role })
  if (!isUsername(username)) return refuse('staff/bad-username')
  if (name.trim() === '') return refuse('staff/unnamed')
  if (!isPassword(password, username)) return refuse('staff/weak-password', { min: passwordLengths.min })
  if (!(await findHall(db, hallId))) return refuse('hall/unknown', { hall: hallId })

  // Before the transaction, which would hold up the hall for as long as the slow hash takes.
  const hash = await hashSecret(auth, password)
  const staff: StaffAccount = { userId: newId(), username, name: name.trim(), role }
  const at = new Date(now()).toISOString()
  return await db.transaction().execute(async (trx) => {
    if (await userIdOf(trx, username)) return refuse('staff/username-taken', { username })
    await insertAccount(trx, {
      user: {
        id: staff.userId,
        name: staff.name,
        // better-auth wants an address of every user; this domain can never receive mail (RFC 2606).
        email: `${username}@eile.invalid`,
        username,
        createdAt: at,
        updatedAt: at,
      },
      account: {
        id: newId(),
        accountId: staff.userId,
        providerId: 'credential',
        userId: staff.userId,
        password: hash,
        createdAt: at,
        updatedAt: at,
      },
      hallId,
      role,
    })
    return { ok: true, staff }
  })
}

/** The hall's staff by user name, a row for each role that a person has. */
export async function listStaff({ db, hallId }: Pick<StaffParts, 'db' | 'hallId'>): Promise<StaffAccount[]> {
  return await accountsOf(db, hallId)
}

/**
 * Gives a person of the hall another name or another role in the place of all that were held. Who holds the person's
 * sockets must have them admitted anew.
 */
export async function changeStaff(
  { db, hallId, now }: Pick<StaffParts, 'db' | 'hallId' | 'now'>,
  { username, name, role }: { readonly username: string; readonly name: string; readonly role: string },
): Done<{ readonly userId: string }> {
  if (!isRole(role)) return refuse('staff/unknown-role', { role })
  if (name.trim() === '') return refuse('staff/unnamed')
  return await db.transaction().execute(async (trx) => {
    const member = await memberOf(trx, hallId, normalUsername(username))
    if (!member) return refuse('staff/unknown', { username })
    if (role !== 'administrator' && (await isLastAdministrator(trx, hallId, member)))
      return refuse('staff/last-administrator')
    await rename(trx, member.userId, name.trim(), new Date(now()).toISOString())
    await replaceRoles(trx, member.userId, hallId, role)
    return { ok: true, userId: member.userId }
  })
}

/**
 * Removes a person from the hall, and altogether if no other hall has them; all sessions end. Who holds the person's
 * sockets must cut them.
 */
export async function removeStaff(
  { db, hallId }: Pick<StaffParts, 'db' | 'hallId'>,
  username: string,
): Done<{ readonly userId: string }> {
  return await db.transaction().execute(async (trx) => {
    const member = await memberOf(trx, hallId, normalUsername(username))
    if (!member) return refuse('staff/unknown', { username })
    if (await isLastAdministrator(trx, hallId, member)) return refuse('staff/last-administrator')
    await deleteFromHall(trx, member.userId, hallId)
    return { ok: true, userId: member.userId }
  })
}

/** Ends all sessions of a person of the hall. Who holds the person's sockets must cut them. */
export async function signOutEverywhere(
  { db, hallId }: Pick<StaffParts, 'db' | 'hallId'>,
  username: string,
): Done<{ readonly userId: string }> {
  const member = await memberOf(db, hallId, normalUsername(username))
  if (!member) return refuse('staff/unknown', { username })
  await endSessions(db, member.userId)
  return { ok: true, userId: member.userId }
}

/** Lets a person of the hall try to sign in again, who gave too many wrong passwords. */
export async function unblockStaff(
  { db, hallId }: Pick<StaffParts, 'db' | 'hallId'>,
  username: string,
): Done<{ readonly userId: string }> {
  const member = await memberOf(db, hallId, normalUsername(username))
  if (!member) return refuse('staff/unknown', { username })
  await clearAttempts(db, normalUsername(username))
  return { ok: true, userId: member.userId }
}

/** A person who has a role in the hall. */
interface Member {
  readonly userId: string
  readonly roles: readonly Role[]
}

/** By a normal user name; null if the hall has no such person. */
export async function memberOf(
  db: Kysely<Database>,
  hallId: string,
  username: string,
): Promise<Member | null> {
  const userId = await userIdOf(db, username)
  const held = userId === null ? [] : await rolesOf(db, userId, hallId)
  return userId === null || held.length === 0 ? null : { userId, roles: held }
}

async function isLastAdministrator(db: Kysely<Database>, hallId: string, member: Member): Promise<boolean> {
  return member.roles.includes('administrator') && (await countWithRole(db, hallId, 'administrator')) === 1
}
