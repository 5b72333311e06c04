import type { Kysely } from 'kysely'

import type { Actor } from '#shared/queue/command.ts'
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
  userNamed,
  type StaffAccount,
} from './db/staff-accounts.ts'
import { countWithRole, replaceRoles, rolesOf } from './db/staff-roles.ts'
import { hashSecret } from './hashing.ts'
import { writeAct, type Act } from './record/write-act.ts'
import { isRole, type Role } from './rights.ts'
import { isPassword, isUsername, normalUsername, passwordLengths } from './staff-names.ts'

export interface StaffParts {
  readonly auth: Auth
  readonly db: Kysely<Database>
  readonly hallId: string
  readonly newId: () => string
  /** Epoch ms. */
  readonly now: () => number
  /** Who does it: goes on record. */
  readonly by: Actor
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

type RecordingParts = Omit<StaffParts, 'auth'>
type Done<Value> = Promise<({ readonly ok: true } & Value) | Refusal<StaffRefusal>>

/** Adds an account with a role in the hall: all of it or nothing. */
export async function addStaff(
  parts: StaffParts,
  { username: typed, name, password, role }: NewStaff,
): Done<{ readonly staff: StaffAccount }> {
  const { auth, db, hallId, newId, now } = parts
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
    const { userId: id, name: called } = staff
    const subject = { kind: 'account', id, name: called } as const
    await writeAct(trx, parts, {
      act: 'account:added',
      subject,
      after: { username, name: called, roles: [role] },
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
  parts: RecordingParts,
  { username, name, role }: { readonly username: string; readonly name: string; readonly role: string },
): Done<{ readonly userId: string }> {
  const { db, hallId, now } = parts
  if (!isRole(role)) return refuse('staff/unknown-role', { role })
  if (name.trim() === '') return refuse('staff/unnamed')
  return await db.transaction().execute(async (trx) => {
    const member = await memberOf(trx, hallId, normalUsername(username))
    if (!member) return refuse('staff/unknown', { username })
    if (role !== 'administrator' && (await isLastAdministrator(trx, hallId, member)))
      return refuse('staff/last-administrator')
    await rename(trx, member.userId, name.trim(), new Date(now()).toISOString())
    await replaceRoles(trx, member.userId, hallId, role)
    await writeAct(trx, parts, {
      act: 'account:changed',
      subject: { kind: 'account', id: member.userId, name: name.trim() },
      before: { name: member.name, roles: member.roles },
      after: { name: name.trim(), roles: [role] },
    })
    return { ok: true, userId: member.userId }
  })
}

/**
 * Removes a person from the hall, and altogether if no other hall has them; all sessions end. Who holds the person's
 * sockets must cut them.
 */
export async function removeStaff(
  parts: RecordingParts,
  username: string,
): Done<{ readonly userId: string }> {
  const { db, hallId } = parts
  return await db.transaction().execute(async (trx) => {
    const member = await memberOf(trx, hallId, normalUsername(username))
    if (!member) return refuse('staff/unknown', { username })
    if (await isLastAdministrator(trx, hallId, member)) return refuse('staff/last-administrator')
    await deleteFromHall(trx, member.userId, hallId)
    const before = { username: normalUsername(username), name: member.name, roles: member.roles }
    await writeAct(trx, parts, { ...actOn('account:removed', member), before })
    return { ok: true, userId: member.userId }
  })
}

/** Ends all sessions of a person of the hall. Who holds the person's sockets must cut them. */
export async function signOutEverywhere(
  parts: RecordingParts,
  username: string,
): Done<{ readonly userId: string }> {
  const { db, hallId } = parts
  return await db.transaction().execute(async (trx) => {
    const member = await memberOf(trx, hallId, normalUsername(username))
    if (!member) return refuse('staff/unknown', { username })
    await endSessions(trx, member.userId)
    await writeAct(trx, parts, actOn('account:signed-out', member))
    return { ok: true, userId: member.userId }
  })
}

/** Lets a person of the hall try to sign in again, who gave too many wrong passwords. */
export async function unblockStaff(
  parts: RecordingParts,
  username: string,
): Done<{ readonly userId: string }> {
  const { db, hallId } = parts
  return await db.transaction().execute(async (trx) => {
    const member = await memberOf(trx, hallId, normalUsername(username))
    if (!member) return refuse('staff/unknown', { username })
    await clearAttempts(trx, normalUsername(username))
    await writeAct(trx, parts, actOn('account:unblocked', member))
    return { ok: true, userId: member.userId }
  })
}

/** A person who has a role in the hall. */
interface Member {
  readonly userId: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** By a normal user name; null if the hall has no such person. */
export async function memberOf(
  db: Kysely<Database>,
  hallId: string,
  username: string,
): Promise<Member | null> {
  const user = await userNamed(db, username)
  const held = user ? await rolesOf(db, user.id, hallId) : []
  return user && held.length > 0 ? { userId: user.id, name: user.name, roles: held } : null
}

/** An act on an account of which nothing but itself is told. */
export function actOn(act: Act['act'], { userId: id, name }: Pick<Member, 'userId' | 'name'>): Act {
  return { act, subject: { kind: 'account', id, name } }
}

async function isLastAdministrator(db: Kysely<Database>, hallId: string, member: Member): Promise<boolean> {
  return member.roles.includes('administrator') && (await countWithRole(db, hallId, 'administrator')) === 1
}
