import type { Kysely } from 'kysely'

import type { Database } from './db/schema.ts'
import { listDevices } from './devices.ts'
import { listStaff } from './staff.ts'

/** What people and devices are called, for views, which wait for no database. */
export interface KnownNames {
  /** By user id, as colleagues call them. */
  readonly staff: () => ReadonlyMap<string, string>
  /** By device id; a revoked one may still be spoken of. */
  readonly devices: () => ReadonlyMap<string, string>
  readonly onStaffChanged: () => Promise<void>
  readonly onDevicesChanged: () => Promise<void>
}

export async function readNames(db: Kysely<Database>, hallId: string): Promise<KnownNames> {
  let staff: ReadonlyMap<string, string> = new Map()
  let devices: ReadonlyMap<string, string> = new Map()

  async function onStaffChanged(): Promise<void> {
    staff = new Map((await listStaff({ db, hallId })).map(({ userId, name }) => [userId, name]))
  }
  async function onDevicesChanged(): Promise<void> {
    devices = new Map((await listDevices(db, hallId)).map(({ id, name }) => [id, name]))
  }

  await onStaffChanged()
  await onDevicesChanged()
  return { staff: () => staff, devices: () => devices, onStaffChanged, onDevicesChanged }
}
