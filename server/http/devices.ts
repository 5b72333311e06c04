import { randomBytes } from 'node:crypto'

import { Hono } from 'hono'

import type { Picture } from '#shared/display/legibility.ts'
import { usualPicture } from '#shared/display/panel-check.ts'
import {
  changeDevice,
  newDevice,
  pairDevice,
  replaceDevice,
  screenKinds,
  type AddedDevice,
  type DeviceChanges,
  type DeviceList,
  type DeviceRefusal,
  type ListedDevice,
  type NewDeviceInput,
} from '#shared/protocol/devices.ts'
import { refuse, type Refusal } from '#shared/queue/refusal.ts'

import { checkDevice } from '../device-check.ts'
import * as devices from '../devices.ts'
import type { Device } from '../devices.ts'
import type { Given } from '../pairing.ts'
import { changeOnRecord, deviceAct, revokeOnRecord } from '../record/device-act.ts'
import { onRecord } from '../record/write-act.ts'
import { bodyAtMost } from './every-request.ts'
import { readBody } from './json-body.ts'
import type { HttpParts } from './open-http.ts'
import { askedBy, staffWith, type AskedBy, type StaffContext } from './staff-with.ts'

/** The hall's screens, for staff who may look after them. */
export function deviceRoutes(parts: HttpParts): Hono<StaffContext> {
  const { db, hallId, authority, now, newId, pairing, realtime, onDevicesChanged } = parts
  const app = new Hono<StaffContext>()
  app.use(bodyAtMost(16 * 1024), staffWith(parts, 'device:manage'))

  app.get('/', async (c) => {
    const { config } = authority.hall()
    return c.json({
      now: now(),
      timeZone: config?.timeZone ?? 'UTC',
      publicUrl: parts.publicUrl,
      zones: config?.zones ?? [],
      counters: config?.counters.map(({ id, label }) => ({ id, label })) ?? [],
      devices: (await devices.listDevices(db, hallId)).map((device) => listed(parts, device)),
    } satisfies DeviceList)
  })

  app.post('/', async (c) => {
    const read = await readBody(c, newDevice)
    if (!read.ok) return read.answer
    const added = await add(read.body, askedBy(c))
    if (!added.ok) return c.json(told(added), statusOf(added.code))
    const { device: id, token } = added
    return c.json({ id, token, page: `/${read.body.kind}#token=${token}` } satisfies AddedDevice, 201)
  })

  app.post('/pair', async (c) => {
    const read = await readBody(c, pairDevice)
    if (!read.ok) return read.answer
    const { code, ...wish } = read.body
    const paired = await pairing.enter(c.get('staff').userId, code, wish.kind, () => add(wish, askedBy(c)))
    if (!paired.ok) return c.json(told(paired), statusOf(paired.code))
    return c.json({ id: paired.device }, 201)
  })

  app.patch('/:id', async (c) => {
    const read = await readBody(c, changeDevice)
    if (!read.ok) return read.answer
    const id = c.req.param('id')
    const changed = await change(id, read.body, askedBy(c))
    if (!changed.ok) return c.json(told(changed), statusOf(changed.code))
    await onDevicesChanged()
    realtime.renew(id)
    return c.body(null, 204)
  })

  app.post('/:id/sound', async (c) => {
    const id = c.req.param('id')
    const found = await devices.findDevice(db, hallId, id)
    const heard = found.ok && found.device.kind === 'display' && parts.presence.since(id) !== null
    if (!heard) {
      const refused = found.ok ? refuse('device/not-connected', { device: id }) : found
      return c.json(told(refused), statusOf(refused.code))
    }
    realtime.send(id, 'sound:asked', {})
    return c.body(null, 204)
  })

  app.post('/:id/replace', async (c) => {
    const read = await readBody(c, replaceDevice)
    if (!read.ok) return read.answer
    const id = c.req.param('id')
    const found = await devices.findDevice(db, hallId, id)
    if (!found.ok) return c.json(told(found), statusOf(found.code))
    const { device } = found
    const replaced = await pairing.enter(c.get('staff').userId, read.body.code, device.kind, () =>
      replace(device, askedBy(c)),
    )
    if (!replaced.ok) return c.json(told(replaced), statusOf(replaced.code))
    return c.body(null, 204)
  })

  app.delete('/:id', async (c) => {
    const id = c.req.param('id')
    const revoked = await revokeOnRecord({ ...parts, ...askedBy(c) }, id)
    if (!revoked.ok) return c.json(told(revoked), statusOf(revoked.code))
    parts.expel({ kind: 'device', id })
    await onDevicesChanged()
    return c.body(null, 204)
  })

  async function add(wish: NewDeviceInput, by: AskedBy): Promise<Given | Refusal<DeviceRefusal>> {
    const { kind } = wish
    if (!(screenKinds as readonly string[]).includes(kind)) return refuse('device/unknown-kind', { kind })
    const checked = checkDevice(authority.hall().config, { ...wish, picture: pictureIn(wish) })
    if (!checked.ok) return checked
    const random = { id: newId, bytes: randomBytes }
    const added = await onRecord(
      { ...parts, ...by },
      (trx) => devices.addDevice(trx, hallId, checked.device, random, now()),
      ({ device }) => deviceAct('device:added', null, device),
    )
    if (!added.ok) return added
    await onDevicesChanged()
    return { ok: true, device: added.device.id, token: added.token }
  }

  async function change(id: string, changes: Partial<NewDeviceInput>, by: AskedBy) {
    const found = await devices.findDevice(db, hallId, id)
    if (!found.ok) return found
    const picture = pictureIn(changes) ?? parts.pictureOf(id)
    const checked = checkDevice(authority.hall().config, { ...found.device, ...changes, picture })
    if (!checked.ok) return checked
    return await changeOnRecord({ ...parts, ...by }, found.device, checked.device)
  }

  async function replace(device: Device, by: AskedBy): Promise<Given | Refusal<DeviceRefusal>> {
    const { id } = device
    const replaced = await onRecord(
      { ...parts, ...by },
      (trx) => devices.replaceToken(trx, hallId, id, randomBytes),
      () => deviceAct('device:replaced', device, device),
    )
    if (!replaced.ok) return replaced
    // Before the new screen comes: it is the same device.
    realtime.cut({ kind: 'device', id }, 'credential/ended')
    parts.reports.forget(id)
    parts.announcements.forget(id)
    return { ok: true, device: id, token: replaced.token }
  }

  return app
}

function listed({ presence, printers, announcements, reports }: HttpParts, device: Device): ListedDevice {
  const { id, kind, name, zone, counter, printer, widthDots, panel, sound, createdAt, seenAt, revokedAt } =
    device
  const revoked = revokedAt !== null
  const connectedSince = presence.since(id)
  return {
    ...{ id, kind, name, zone, counter, printer, widthDots, panel, sound, createdAt, revoked },
    state: connectedSince === null ? 'away' : 'connected',
    since: connectedSince ?? seenAt,
    lastSpoken: announcements.ofDevice(id),
    // A printer is not reached for only because somebody looks at a page.
    printerState: kind === 'kiosk' && connectedSince !== null && !revoked ? printers.stateOf(device) : null,
    health: connectedSince === null || revoked ? null : reports.healthOf(id),
  }
}

/** As whoever hung the panel says; null if they did not. */
function pictureIn({ upright }: Pick<DeviceChanges, 'upright'>): Picture | null {
  if (upright === undefined) return null
  return upright ? usualPicture.upright : usualPicture.lying
}

function told({ code, details }: Refusal<DeviceRefusal>) {
  return { code, details }
}

function statusOf(code: DeviceRefusal): 400 | 404 | 429 {
  if (code === 'pairing/blocked') return 429
  return code === 'device/unknown' || code === 'pairing/unknown-code' ? 404 : 400
}
