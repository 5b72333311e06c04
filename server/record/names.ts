import type { Kysely } from 'kysely'

import { namesInActs } from '../db/acts.ts'
import type { Database } from '../db/schema.ts'
import { accountsOf } from '../db/staff-accounts.ts'
import { listDevices } from '../devices.ts'

/** What people and devices are called, by id; those who are gone as they were called last. */
export interface RecordedNames {
  readonly people: ReadonlyMap<string, string>
  readonly devices: ReadonlyMap<string, string>
}

export async function recordedNames(db: Kysely<Database>, hallId: string): Promise<RecordedNames> {
  const accounts = await accountsOf(db, hallId)
  const devices = await listDevices(db, hallId)
  return {
    people: new Map([
      ...(await namesInActs(db, hallId, 'account')),
      ...accounts.map(({ userId, name }) => [userId, name] as const),
    ]),
    devices: new Map(devices.map(({ id, name }) => [id, name])),
  }
}
