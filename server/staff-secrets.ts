import { refuse, type Refusal } from '#shared/queue/refusal.ts'

import { clearAttempts, takeAttempt } from './db/sign-in-attempts.ts'
import { endSessions, passwordHashOf, replacePassword } from './db/staff-accounts.ts'
import { writePin } from './db/staff-pins.ts'
import { fitsHash, hashSecret } from './hashing.ts'
import { writeAct } from './record/write-act.ts'
import { isPassword, isPin, normalUsername, passwordLengths, pinLengths } from './staff-names.ts'
import type { Staff } from './staff-session.ts'
import { actOn, memberOf, type StaffParts, type StaffRefusal } from './staff.ts'

/** Why a person may not change the own password or PIN. */
export type OwnSecretRefusal =
  | Extract<StaffRefusal, 'staff/weak-password' | 'staff/weak-pin'>
  /** The password given is not the person's. */
  | 'staff/wrong-password'
  /** Too many wrong passwords, here or at signing in; `until` in epoch ms. */
  | 'sign-in/blocked'

type Done<Value, Code extends string> = Promise<({ readonly ok: true } & Value) | Refusal<Code>>

/** Gives a person of the hall a new password and ends all sessions. Who holds the person's sockets must cut them. */
export async function resetPassword(
  parts: StaffParts,
  { username: typed, password }: { readonly username: string; readonly password: string },
): Done<{ readonly userId: string }, StaffRefusal> {
  const { auth, db, hallId, now } = parts
  const username = normalUsername(typed)
  if (!isPassword(password, username)) return refuse('staff/weak-password', { min: passwordLengths.min })
  const hash = await hashSecret(auth, password)
  return await db.transaction().execute(async (trx) => {
    const member = await memberOf(trx, hallId, username)
    if (!member) return refuse('staff/unknown', { username })
    await replacePassword(trx, member.userId, hash, new Date(now()).toISOString())
    await clearAttempts(trx, username)
    await endSessions(trx, member.userId)
    await writeAct(trx, parts, actOn('password:changed', member))
    return { ok: true, userId: member.userId }
  })
}

/** Gives a person of the hall a PIN; null takes it away. */
export async function setPin(
  parts: StaffParts,
  { username, pin }: { readonly username: string; readonly pin: string | null },
): Done<{ readonly userId: string }, StaffRefusal> {
  const { auth, db, hallId } = parts
  if (pin !== null && !isPin(pin)) return refuse('staff/weak-pin', { ...pinLengths })
  const hash = pin === null ? null : await hashSecret(auth, pin)
  return await db.transaction().execute(async (trx) => {
    const member = await memberOf(trx, hallId, normalUsername(username))
    if (!member) return refuse('staff/unknown', { username })
    await writePin(trx, member.userId, hash)
    await writeAct(trx, parts, actOn(pin === null ? 'pin:removed' : 'pin:set', member))
    return { ok: true, userId: member.userId }
  })
}

/**
 * Changes the own password by the old one and ends the person's other sessions, whose sockets the caller must cut.
 * A wrong password counts as one at signing in.
 */
export async function changeOwnPassword(
  parts: StaffParts,
  staff: Staff,
  { current, password }: { readonly current: string; readonly password: string },
): Done<{ readonly ended: readonly string[] }, OwnSecretRefusal> {
  const { auth, db, now } = parts
  if (!isPassword(password, staff.username))
    return refuse('staff/weak-password', { min: passwordLengths.min })
  const known = await isOwnPassword(parts, staff, current)
  if (!known.ok) return known
  const hash = await hashSecret(auth, password)
  return await db.transaction().execute(async (trx) => {
    await replacePassword(trx, staff.userId, hash, new Date(now()).toISOString())
    await writeAct(trx, parts, actOn('password:changed', staff))
    return { ok: true, ended: await endSessions(trx, staff.userId, staff.sessionId) }
  })
}

/** Sets the own PIN by the password; null takes it away. A wrong password counts as one at signing in. */
export async function changeOwnPin(
  parts: StaffParts,
  staff: Staff,
  { password, pin }: { readonly password: string; readonly pin: string | null },
): Done<unknown, OwnSecretRefusal> {
  if (pin !== null && !isPin(pin)) return refuse('staff/weak-pin', { ...pinLengths })
  const known = await isOwnPassword(parts, staff, password)
  if (!known.ok) return known
  const hash = pin === null ? null : await hashSecret(parts.auth, pin)
  return await parts.db.transaction().execute(async (trx) => {
    await writePin(trx, staff.userId, hash)
    await writeAct(trx, parts, actOn(pin === null ? 'pin:removed' : 'pin:set', staff))
    return { ok: true }
  })
}

async function isOwnPassword(
  { auth, db, now }: StaffParts,
  { userId, username }: Staff,
  password: string,
): Done<unknown, 'staff/wrong-password' | 'sign-in/blocked'> {
  const until = await takeAttempt(db, username, now())
  if (until !== null) return refuse('sign-in/blocked', { until })
  if (!(await fitsHash(auth, password, await passwordHashOf(db, userId))))
    return refuse('staff/wrong-password')
  await clearAttempts(db, username)
  return { ok: true }
}
