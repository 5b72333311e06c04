import type { Kysely } from 'kysely'

import type { Panel } from '#shared/display/legibility.ts'
import type { Sound } from '#shared/display/sound.ts'
import type { DeviceRefusal } from '#shared/protocol/devices.ts'
import { refuse, type Refusal } from '#shared/queue/refusal.ts'

import { deviceByHash, devicesOf, insertDevice, updateDevice } from './db/devices.ts'
import { findHall } from './db/halls.ts'
import type { Database } from './db/schema.ts'
import type { DeviceRow } from './db/schema-who.ts'
import type { CheckedDevice } from './device-check.ts'
import { soundAmong } from './display-sound.ts'
import { deviceRights, type DeviceKind, type Right } from './rights.ts'
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
  /** Of a display, if it was measured. */
  readonly panel: Panel | null
  /** Of a display. */
  readonly sound: Sound | null
  readonly createdAt: number
  readonly revokedAt: number | null
  /** When it was last connected, to the minute; null if it never was. */
  readonly seenAt: number | null
  readonly rights: readonly Right[]
}

/** A new device's id and token come from here. */
export interface DeviceRandom {
  readonly id: () => string
  readonly bytes: RandomBytes
}

/** A device and its token, which is given here once and cannot be read again. */
export interface DeviceWithToken {
  readonly ok: true
  readonly device: Device
  readonly token: string
}

/** Pairs a device that `checkDevice` let pass. `now` is epoch ms. */
export async function addDevice(
  db: Kysely<Database>,
  hallId: string,
  checked: CheckedDevice,
  random: DeviceRandom,
  now: number,
): Promise<DeviceWithToken | Refusal<DeviceRefusal>> {
  if (!(await findHall(db, hallId))) return refuse('hall/unknown', { hall: hallId })
  const heard = soundAmong(checked, await living(db, hallId))
  if (!heard.ok) return heard
  const { kind, name, zone, counter, printer, widthDots, panel } = checked
  const token = newToken(random.bytes)
  const row: DeviceRow = {
    id: random.id(),
    hall_id: hallId,
    kind,
    name,
    zone,
    counter,
    printer,
    width_dots: widthDots,
    ...panelColumns(panel),
    sound: heard.sound,
    token_hash: hashToken(token),
    created_at: now,
    revoked_at: null,
    seen_at: null,
  }
  await insertDevice(db, row)
  return { ok: true, device: toDevice(row), token }
}

/** All devices of a hall, revoked ones too, in the order they were added. */
export async function listDevices(db: Kysely<Database>, hallId: string): Promise<Device[]> {
  return (await devicesOf(db, hallId)).map(toDevice)
}

/** Those that are not revoked. */
async function living(db: Kysely<Database>, hallId: string): Promise<Device[]> {
  return (await listDevices(db, hallId)).filter(({ revokedAt }) => revokedAt === null)
}

/** A device that is not revoked. */
export async function findDevice(
  db: Kysely<Database>,
  hallId: string,
  id: string,
): Promise<{ readonly ok: true; readonly device: Device } | Refusal<DeviceRefusal>> {
  const device = (await living(db, hallId)).find((one) => one.id === id)
  return device ? { ok: true, device } : refuse('device/unknown', { device: id })
}

/** Another name, place, printer, panel or sound, which `checkDevice` let pass. The lines that are open still know the old ones. */
export async function changeDevice(
  db: Kysely<Database>,
  hallId: string,
  id: string,
  checked: CheckedDevice,
): Promise<Changed> {
  const others = (await living(db, hallId)).filter((other) => other.id !== id)
  const heard = soundAmong(checked, others)
  if (!heard.ok) return heard
  const { name, zone, counter, printer, widthDots, panel } = checked
  const columns = { ...panelColumns(panel), width_dots: widthDots, sound: heard.sound }
  const changes = { name, zone, counter, printer, ...columns }
  return await update(db, hallId, id, changes)
}

/** A new screen becomes this device. The old token is nobody's; who holds its sockets must cut them. */
export async function replaceToken(
  db: Kysely<Database>,
  hallId: string,
  id: string,
  random: RandomBytes,
): Promise<DeviceWithToken | Refusal<DeviceRefusal>> {
  const found = await findDevice(db, hallId, id)
  if (!found.ok) return found
  const token = newToken(random)
  const replaced = await update(db, hallId, id, { token_hash: hashToken(token) })
  return replaced.ok ? { ok: true, device: found.device, token } : replaced
}

/** From here on its token is nobody's. Who holds its sockets must cut them. */
export async function revokeDevice(
  db: Kysely<Database>,
  hallId: string,
  id: string,
  now: number,
): Promise<Changed> {
  return await update(db, hallId, id, { revoked_at: now })
}

type Changed = { readonly ok: true } | Refusal<DeviceRefusal>

async function update(
  db: Kysely<Database>,
  hallId: string,
  id: string,
  changes: Parameters<typeof updateDevice>[3],
): Promise<Changed> {
  return (await updateDevice(db, hallId, id, changes))
    ? { ok: true }
    : refuse('device/unknown', { device: id })
}

/** The device that shows this token; null for a wrong or revoked one. */
export async function deviceByToken(db: Kysely<Database>, token: string): Promise<Device | null> {
  const row = await deviceByHash(db, hashToken(token))
  return row && toDevice(row)
}

function panelColumns(panel: Panel | null): Pick<DeviceRow, 'panel_inches' | 'panel_metres'> {
  return { panel_inches: panel?.inches ?? null, panel_metres: panel?.distanceMetres ?? null }
}

function toDevice(row: DeviceRow): Device {
  const { panel_inches: inches, panel_metres: distanceMetres } = row
  return {
    id: row.id,
    hallId: row.hall_id,
    kind: row.kind,
    name: row.name,
    zone: row.zone,
    counter: row.counter,
    printer: row.printer,
    widthDots: row.width_dots,
    panel: inches === null || distanceMetres === null ? null : { inches, distanceMetres },
    sound: row.sound,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
    seenAt: row.seen_at,
    rights: deviceRights[row.kind],
  }
}
