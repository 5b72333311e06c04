import { isLocked } from './db/session-locks.ts'
import { rightsOf, rolesOf } from './db/staff-roles.ts'
import type { Right, Role } from './rights.ts'
import type { StaffParts } from './staff.ts'

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
  /** Whoever lets staff in refuses a locked session. */
  readonly locked: boolean
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
    locked: await isLocked(db, found.session.id),
  }
}
