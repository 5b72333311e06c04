import type { Kysely } from 'kysely'

import { refuse, type Refusal } from '#shared/queue/refusal.ts'

import { deviceByHash, devicesOf, insertDevice, markRevoked } from './db/devices.ts'
import { findHall } from './db/halls.ts'
import type { Database, DeviceRow } from './db/schema.ts'
import { deviceRights, isDeviceKind, type DeviceKind, type Right } from './rights.ts'
import { hashToken, newToken, type RandomBytes } from './tokens.ts'

/** Something paired to a hall: what it is, where it stands and what it may do. Times are epoch ms. */
export interface Device {
  readonly id: string
  readonly hallId: string
  readonly kind: DeviceKind
  readonly name: string
  /** Of a display: the part of the hall that it shows. */
  readonly zone: string | null
  /** Of a counter display. */
  readonly counter: string | null
  readonly printer: string | null
  /** Of its printer's line. */
  readonly widthDots: number | null
  readonly createdAt: number
  readonly revokedAt: number | null
  readonly rights: readonly Right[]
}

export interface NewDevice {
  readonly hallId: string
  /** One of `deviceKinds`; another is refused. */
  readonly kind: string
  readonly name: string
  readonly zone?: string | null
  readonly counter?: string | null
  readonly printer?: string | null
  readonly widthDots?: number | null
}

/** A new device's id and token come from here. */
export interface DeviceRandom {
  readonly id: () => string
  readonly bytes: RandomBytes
}

/** Why a device was not added or revoked. */
export type DeviceRefusal =
  /** The hall is not in the database. */
  | 'hall/unknown'
  /** Not one of `deviceKinds`. */
  | 'device/unknown-kind'
  /** A device needs a name that people can tell it by. */
  | 'device/unnamed'
  /** The hall has no such device, or it is revoked already. */
  | 'device/unknown'

export type AddedDevice = { readonly ok: true; readonly device: Device; readonly token: string }

/** Pairs a device. Its token is given here once and cannot be read again. `now` is epoch ms. */
export async function addDevice(
  db: Kysely<Database>,
  { hallId, kind, name, zone = null, counter = null, printer = null, widthDots = null }: NewDevice,
  random: DeviceRandom,
  now: number,
): Promise<AddedDevice | Refusal<DeviceRefusal>> {
  if (!isDeviceKind(kind)) return refuse('device/unknown-kind', { kind })
  if (name.trim() === '') return refuse('device/unnamed')
  if (!(await findHall(db, hallId))) return refuse('hall/unknown', { hall: hallId })
  const token = newToken(random.bytes)
  const row: DeviceRow = {
    id: random.id(),
    hall_id: hallId,
    kind,
    name: name.trim(),
    zone,
    counter,
    printer,
    width_dots: widthDots,
    token_hash: hashToken(token),
    created_at: now,
    revoked_at: null,
  }
  await insertDevice(db, row)
  return { ok: true, device: toDevice(row), token }
}

/** All devices of a hall, revoked ones too, in the order they were added. */
export async function listDevices(db: Kysely<Database>, hallId: string): Promise<Device[]> {
  return (await devicesOf(db, hallId)).map(toDevice)
}

/** From here on its token is nobody's. Who holds its sockets must cut them. */
export async function revokeDevice(
  db: Kysely<Database>,
  hallId: string,
  id: string,
  now: number,
): Promise<{ readonly ok: true } | Refusal<DeviceRefusal>> {
  return (await markRevoked(db, hallId, id, now)) ? { ok: true } : refuse('device/unknown', { device: id })
}

/** The device that shows this token; null for a wrong or revoked one. */
export async function deviceByToken(db: Kysely<Database>, token: string): Promise<Device | null> {
  const row = await deviceByHash(db, hashToken(token))
  return row && toDevice(row)
}

function toDevice(row: DeviceRow): Device {
  return {
    id: row.id,
    hallId: row.hall_id,
    kind: row.kind,
    name: row.name,
    zone: row.zone,
    counter: row.counter,
    printer: row.printer,
    widthDots: row.width_dots,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
    rights: deviceRights[row.kind],
  }
}
