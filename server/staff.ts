import type { Kysely } from 'kysely'

import { refuse, type Refusal } from '#shared/queue/refusal.ts'

import type { Auth } from './auth.ts'
import { findHall } from './db/halls.ts'
import type { Database } from './db/schema.ts'
import {
  accountsOf,
  deleteFromHall,
  insertAccount,
  replacePassword,
  userIdOf,
  type StaffAccount,
} from './db/staff-accounts.ts'
import { countWithRole, rightsOf, rolesOf } from './db/staff-roles.ts'
import { isRole, type Right, type Role } from './rights.ts'
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
  /** Too short, too long, or the user name once more. */
  | 'staff/weak-password'
  /** Not one of `roles`. */
  | 'staff/unknown-role'
  /** The hall has no such person. */
  | 'staff/unknown'
  /** Nobody would be left who can add staff. */
  | 'staff/last-administrator'

/** Who a request is from. */
export interface Staff {
  readonly userId: string
  readonly username: string
  readonly name: string
  /** The highest of the person's roles in the hall. */
  readonly role: Role
  /** Of all roles together. */
  readonly rights: readonly Right[]
  readonly sessionId: string
  /** When the session ends by itself, epoch ms. */
  readonly endsAt: number
}

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
  const hash = await hashPassword(auth, password)
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
 * Removes a person from the hall, and altogether if no other hall has them; all sessions end. Who holds the person's
 * sockets must cut them.
 */
export async function removeStaff(
  { db, hallId }: Pick<StaffParts, 'db' | 'hallId'>,
  username: string,
): Done<{ readonly userId: string }> {
  return await db.transaction().execute(async (trx) => {
    const userId = await userIdOf(trx, normalUsername(username))
    const held = userId === null ? [] : await rolesOf(trx, userId, hallId)
    if (userId === null || held.length === 0) return refuse('staff/unknown', { username })
    if (held.includes('administrator') && (await countWithRole(trx, hallId, 'administrator')) === 1) {
      return refuse('staff/last-administrator')
    }
    await deleteFromHall(trx, userId, hallId)
    return { ok: true, userId }
  })
}

/** Gives a person of the hall a new password and ends all sessions. Who holds the person's sockets must cut them. */
export async function resetPassword(
  { auth, db, hallId, now }: StaffParts,
  { username: typed, password }: { readonly username: string; readonly password: string },
): Done<{ readonly userId: string }> {
  const username = normalUsername(typed)
  if (!isPassword(password, username)) return refuse('staff/weak-password', { min: passwordLengths.min })
  const hash = await hashPassword(auth, password)
  return await db.transaction().execute(async (trx) => {
    const userId = await userIdOf(trx, username)
    if (userId === null || (await rolesOf(trx, userId, hallId)).length === 0) {
      return refuse('staff/unknown', { username })
    }
    await replacePassword(trx, userId, hash, new Date(now()).toISOString())
    return { ok: true, userId }
  })
}

/** Who holds the session cookie in these headers; null if nobody, or nobody of this hall. */
export async function whoIsStaff(
  { auth, db, hallId }: Pick<StaffParts, 'auth' | 'db' | 'hallId'>,
  headers: Headers,
): Promise<Staff | null> {
  const found = await auth.api.getSession({ headers })
  if (!found) return null
  const held = await rolesOf(db, found.user.id, hallId)
  const role = held.at(-1)
  if (!role) return null
  return {
    userId: found.user.id,
    username: found.user.username ?? '',
    name: found.user.name,
    role,
    rights: await rightsOf(db, hallId, held),
    sessionId: found.session.id,
    endsAt: found.session.expiresAt.getTime(),
  }
}

async function hashPassword(auth: Auth, password: string): Promise<string> {
  const { password: hasher } = await auth.$context
  return await hasher.hash(password)
}
