import type { Kysely } from 'kysely'

import type { Database } from './db/schema.ts'
import { listDevices, type Device } from './devices.ts'
import { roles, type Role } from './rights.ts'
import { listStaff } from './staff.ts'

/** What people and devices are called, for views, which wait for no database. */
export interface KnownNames {
  /** By user id, as colleagues call them. */
  readonly staff: () => ReadonlyMap<string, string>
  /** By user id; of several roles the highest. */
  readonly staffRoles: () => ReadonlyMap<string, Role>
  /** By device id; a revoked one may still be spoken of. */
  readonly devices: () => ReadonlyMap<string, string>
  /** Those that are not revoked, in the order they were added. */
  readonly deviceList: () => readonly Device[]
  readonly onStaffChanged: () => Promise<void>
  readonly onDevicesChanged: () => Promise<void>
}

export async function readNames(db: Kysely<Database>, hallId: string): Promise<KnownNames> {
  let staff: ReadonlyMap<string, string> = new Map()
  let staffRoles: ReadonlyMap<string, Role> = new Map()
  let devices: ReadonlyMap<string, string> = new Map()
  let deviceList: readonly Device[] = []

  async function onStaffChanged(): Promise<void> {
    const accounts = await listStaff({ db, hallId })
    const rising = accounts.toSorted((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role))
    staff = new Map(rising.map(({ userId, name }) => [userId, name]))
    staffRoles = new Map(rising.map(({ userId, role }) => [userId, role]))
  }
  async function onDevicesChanged(): Promise<void> {
    const all = await listDevices(db, hallId)
    devices = new Map(all.map(({ id, name }) => [id, name]))
    deviceList = all.filter(({ revokedAt }) => revokedAt === null)
  }

  await onStaffChanged()
  await onDevicesChanged()
  return {
    staff: () => staff,
    staffRoles: () => staffRoles,
    devices: () => devices,
    deviceList: () => deviceList,
    onStaffChanged,
    onDevicesChanged,
  }
}
