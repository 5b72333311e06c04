import type { Kysely } from 'kysely'

import type { Person } from '#shared/protocol/staff-list.ts'

import { blockedAccounts } from './db/sign-in-attempts.ts'
import type { Database } from './db/schema.ts'
import { accountsOf, sessionsOf } from './db/staff-accounts.ts'
import { usersWithPin } from './db/staff-pins.ts'
import { roles } from './rights.ts'

/** The hall's staff by user name. */
export async function staffOverview(db: Kysely<Database>, hallId: string, now: number): Promise<Person[]> {
  const accounts = await accountsOf(db, hallId)
  const pins = await usersWithPin(db)
  const blocked = await blockedAccounts(db, now)
  const sessions = Map.groupBy(await sessionsOf(db, hallId, now), ({ userId }) => userId)
  return [...Map.groupBy(accounts, ({ userId }) => userId)].map(([id, [account, ...more]]) => {
    const { username, name } = account!
    const open = sessions.get(id) ?? []
    return {
      id,
      username,
      name,
      roles: roles.filter((role) => [account!, ...more].some((one) => one.role === role)),
      hasPin: pins.has(id),
      blockedUntil: blocked.get(username) ?? null,
      sessions: open.length,
      signedInSince: open.length === 0 ? null : Math.min(...open.map(({ since }) => since)),
    }
  })
}
