import { endSession, passwordHashOf } from './db/staff-accounts.ts'
import { takeUnlockAttempt, unlockSession } from './db/session-locks.ts'
import { pinHashOf } from './db/staff-pins.ts'
import { fitsHash } from './hashing.ts'
import type { Staff } from './staff-session.ts'
import type { StaffParts } from './staff.ts'

export type Unlocked =
  | { readonly ok: true }
  /** The PIN or the password is not the person's; `left` more attempts. */
  | { readonly ok: false; readonly code: 'lock/wrong'; readonly left: number }
  /** That was one attempt too many: the session is over, and its sockets are to be cut. */
  | { readonly ok: false; readonly code: 'credential/ended' }

/** What unlocks a person's session: the PIN, or the password of who has none. */
export async function unlockedBy(
  { db }: Pick<StaffParts, 'db'>,
  { userId }: Staff,
): Promise<'pin' | 'password'> {
  return (await pinHashOf(db, userId)) === null ? 'password' : 'pin'
}

/** Unlocks a session by the PIN or the password; one that is not locked needs neither. */
export async function unlock(
  { auth, db }: Pick<StaffParts, 'auth' | 'db'>,
  staff: Staff,
  { by, secret }: { readonly by: 'pin' | 'password'; readonly secret: string },
): Promise<Unlocked> {
  if (!staff.locked) return { ok: true }
  const left = await takeUnlockAttempt(db, staff.sessionId)
  const hashOf = by === 'pin' ? pinHashOf : passwordHashOf
  if (left !== null && (await fitsHash(auth, secret, await hashOf(db, staff.userId)))) {
    await unlockSession(db, staff.sessionId)
    return { ok: true }
  }
  if (left !== null && left > 0) return { ok: false, code: 'lock/wrong', left }
  await endSession(db, staff.sessionId)
  return { ok: false, code: 'credential/ended' }
}
