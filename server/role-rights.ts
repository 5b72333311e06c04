import type { Kysely } from 'kysely'

import type { RightChange, RightsRefusal, RightsTable } from '#shared/protocol/rights.ts'
import { refuse, type Refusal } from '#shared/queue/refusal.ts'

import type { Database } from './db/schema.ts'
import { accountsOf } from './db/staff-accounts.ts'
import { allowRight, rightsOf, rolesOf, takeRight } from './db/staff-roles.ts'
import { isRole, isStaffRight, roles, staffRights, type Right, type Role } from './rights.ts'
import { writeAct, type ActParts } from './record/write-act.ts'

/** So that somebody is always left who can give rights. */
const keptByAdministrators: Right = 'staff:manage'

interface Parts extends ActParts {
  readonly db: Kysely<Database>
}

interface KnownChange {
  readonly role: Role
  readonly right: Right
  readonly allowed: boolean
}

/** What each role may do in a hall, and how many people have it. */
export async function rightsTable(db: Kysely<Database>, hallId: string): Promise<RightsTable> {
  const people = Map.groupBy(await accountsOf(db, hallId), ({ role }) => role)
  const all = []
  for (const role of roles)
    all.push({ role, people: people.get(role)?.length ?? 0, rights: await rightsOf(db, hallId, [role]) })
  return { rights: staffRights, kept: [{ role: 'administrator', right: keptByAdministrators }], roles: all }
}

/**
 * Gives rights to roles and takes them, all or none, and tells whose those are. Who holds the sockets of these people
 * must have them admitted anew.
 */
export async function changeRoleRights(
  parts: Parts,
  changes: readonly RightChange[],
): Promise<{ readonly ok: true; readonly people: readonly string[] } | Refusal<RightsRefusal>> {
  const { db, hallId, by } = parts
  const known: KnownChange[] = []
  for (const { role, right, allowed } of changes) {
    if (!isRole(role) || !isStaffRight(right)) return refuse('rights/unknown', { role, right })
    if (role === 'administrator' && right === keptByAdministrators && !allowed)
      return refuse('rights/administrator-keeps')
    known.push({ role, right, allowed })
  }
  // Looked at before anything is written, since a refusal takes nothing back.
  return await db.transaction().execute(async (trx) => {
    if (await wouldLockOut(trx, hallId, by.id, known)) return refuse('rights/own')
    const changed = new Set(known.map(({ role }) => role))
    for (const role of changed) await changeOne(trx, parts, role, known)
    const people = (await accountsOf(trx, hallId)).filter(({ role }) => changed.has(role))
    return { ok: true, people: [...new Set(people.map(({ userId }) => userId))] }
  })
}

async function changeOne(
  trx: Kysely<Database>,
  parts: Parts,
  role: Role,
  changes: readonly KnownChange[],
): Promise<void> {
  const { hallId } = parts
  const before = await rightsOf(trx, hallId, [role])
  for (const { right, allowed } of changes.filter((change) => change.role === role))
    await (allowed ? allowRight : takeRight)(trx, hallId, role, right)
  const after = await rightsOf(trx, hallId, [role])
  if (before.join() === after.join()) return
  await writeAct(trx, parts, {
    act: 'rights:changed',
    subject: { kind: 'role', id: role, name: role },
    before: { rights: before },
    after: { rights: after },
  })
}

/** Whether whoever asks manages the staff now and would not after the changes. */
async function wouldLockOut(
  trx: Kysely<Database>,
  hallId: string,
  asker: string,
  changes: readonly KnownChange[],
): Promise<boolean> {
  const own = await rolesOf(trx, asker, hallId)
  let left = false
  for (const role of own) {
    const last = changes.findLast((change) => change.role === role && change.right === keptByAdministrators)
    left ||= last ? last.allowed : (await rightsOf(trx, hallId, [role])).includes(keptByAdministrators)
  }
  return own.length > 0 && !left
}
