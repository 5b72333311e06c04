import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { markSeen } from '#server/db/devices.ts'
import { addHall } from '#server/db/halls.ts'
import { checkDevice } from '#server/device-check.ts'
import {
  addDevice,
  changeDevice,
  deviceByToken,
  findDevice,
  listDevices,
  replaceToken,
  revokeDevice,
} from '#server/devices.ts'
import { deviceKinds, deviceRights } from '#server/rights.ts'
import { hashToken } from '#server/tokens.ts'
import { hallConfig } from '#shared/protocol/hall-config.ts'

import { onEachEngine } from './engines.ts'
import { tenOClock } from './rows.ts'

const random = { id: randomUUID, bytes: randomBytes }
const kiosk = {
  kind: 'kiosk' as const,
  name: 'At the door',
  zone: null,
  counter: null,
  printer: 'tcp://10.0.0.9:9100',
  widthDots: 576,
  panel: null,
  sound: null,
}

onEachEngine((open) => {
  async function paired(device: Parameters<typeof addDevice>[2] = kiosk) {
    const added = await addDevice(open(), 'vilnius', device, random, tenOClock)
    if (!added.ok) throw new Error(added.code)
    return added
  }

  test('a device is known by its token, which is not stored', async () => {
    const db = open()
    const { device, token } = await paired()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(await deviceByToken(db, token)).toEqual(device)
    expect(device).toMatchObject({
      kind: 'kiosk',
      widthDots: 576,
      zone: null,
      createdAt: tenOClock,
      revokedAt: null,
    })
    expect(device.rights).toEqual(['ticket:issue', 'ticket:print', 'assistance:ask', 'device:report'])

    const stored = await db.selectFrom('devices').selectAll().execute()
    expect(stored).toMatchObject([{ token_hash: hashToken(token) }])
    expect(JSON.stringify(stored)).not.toContain(token)
  })

  test('a wrong token, an empty one and the stored hash are nobody', async () => {
    const db = open()
    const { token } = await paired()
    for (const wrong of ['', token.slice(1), `${token}=`, hashToken(token)]) {
      expect(await deviceByToken(db, wrong)).toBeNull()
    }
  })

  test('a revoked device is nobody, stays in the list and cannot be revoked again', async () => {
    const db = open()
    const { device, token } = await paired()
    const other = await paired({ ...kiosk, name: 'At the window' })
    expect(await revokeDevice(db, 'kaunas', device.id, tenOClock + 1)).toMatchObject({
      code: 'device/unknown',
    })
    expect(await deviceByToken(db, token)).not.toBeNull()

    expect(await revokeDevice(db, 'vilnius', device.id, tenOClock + 1)).toEqual({ ok: true })
    expect(await deviceByToken(db, token)).toBeNull()
    expect(await deviceByToken(db, other.token)).toEqual(other.device)
    expect(await listDevices(db, 'vilnius')).toContainEqual({ ...device, revokedAt: tenOClock + 1 })
    expect(await revokeDevice(db, 'vilnius', device.id, tenOClock + 2)).toMatchObject({
      code: 'device/unknown',
    })
  })

  test('a hall lists its own devices in the order they were added', async () => {
    const db = open()
    await addHall(db, { id: 'kaunas', createdAt: 1 })
    await addDevice(db, 'vilnius', { ...kiosk, name: 'second' }, random, 20)
    await addDevice(db, 'vilnius', { ...kiosk, name: 'first' }, random, 10)
    await addDevice(db, 'kaunas', kiosk, random, 10)
    expect((await listDevices(db, 'vilnius')).map((device) => device.name)).toEqual(['first', 'second'])
  })

  test('a device is added to no hall that is not there', async () => {
    const db = open()
    expect(await addDevice(db, 'nowhere', kiosk, random, 1)).toMatchObject({
      ok: false,
      code: 'hall/unknown',
    })
    expect(await listDevices(db, 'vilnius')).toEqual([])
  })

  test('a new screen takes over the identity: the new token is the device, the old one is nobody', async () => {
    const db = open()
    const { device, token } = await paired()
    const replaced = await replaceToken(db, 'vilnius', device.id, randomBytes)
    if (!replaced.ok) throw new Error(replaced.code)
    expect(await deviceByToken(db, token)).toBeNull()
    expect(await deviceByToken(db, replaced.token)).toEqual(device)

    await revokeDevice(db, 'vilnius', device.id, tenOClock)
    const again = await replaceToken(db, 'vilnius', device.id, randomBytes)
    expect(again).toMatchObject({ ok: false, code: 'device/unknown' })
  })

  test('a device gets another name and printer and keeps its token; a revoked one does not', async () => {
    const db = open()
    const { device, token } = await paired()
    const wish = { ...kiosk, name: 'At the window', printer: null, widthDots: null }
    expect(await changeDevice(db, 'vilnius', device.id, wish)).toEqual({ ok: true })
    expect(await deviceByToken(db, token)).toMatchObject({ name: 'At the window', printer: null })
    expect(await changeDevice(db, 'kaunas', device.id, kiosk)).toMatchObject({ code: 'device/unknown' })

    await revokeDevice(db, 'vilnius', device.id, tenOClock)
    expect(await changeDevice(db, 'vilnius', device.id, kiosk)).toMatchObject({ code: 'device/unknown' })
    expect(await findDevice(db, 'vilnius', device.id)).toMatchObject({ code: 'device/unknown' })
  })

  test('a display keeps what was measured of its panel until that is taken away', async () => {
    const db = open()
    const panel = { inches: 31.5, distanceMetres: 7.5 }
    const display = { ...kiosk, kind: 'display' as const, printer: null, widthDots: null, panel }
    const { device, token } = await paired(display)
    expect(device.panel).toEqual(panel)
    expect(await deviceByToken(db, token)).toMatchObject({ panel })
    await changeDevice(db, 'vilnius', device.id, { ...display, panel: null })
    expect(await deviceByToken(db, token)).toMatchObject({ panel: null })
    expect((await paired()).device.panel).toBeNull()
  })

  test('a new display speaks unless another one speaks the same calls, and no second one is made to', async () => {
    const db = open()
    const display = { ...kiosk, kind: 'display' as const, printer: null, widthDots: null }
    const side = { ...display, zone: 'side' }
    const first = await paired({ ...display, name: 'At the side', zone: 'side' })
    expect(first.device.sound).toBe('voice')
    expect(await deviceByToken(db, first.token)).toMatchObject({ sound: 'voice' })
    expect((await paired(side)).device.sound).toBe('silent')
    expect((await paired({ ...display, zone: 'main' })).device.sound).toBe('voice')
    // The whole hall has the calls of both zones.
    const whole = await paired(display)
    expect(whole.device.sound).toBe('silent')
    expect((await paired()).device.sound).toBeNull()

    const voice = { ...side, sound: 'voice' as const }
    const spoken = { code: 'device/zone-spoken', details: { name: 'At the side' } }
    expect(await addDevice(db, 'vilnius', voice, random, tenOClock)).toMatchObject(spoken)
    expect(await changeDevice(db, 'vilnius', whole.device.id, voice)).toMatchObject(spoken)
    expect(await deviceByToken(db, whole.token)).toMatchObject({ sound: 'silent', zone: null })
    // A display is not in its own way, and one that was revoked in nobody's.
    expect(await changeDevice(db, 'vilnius', first.device.id, voice)).toEqual({ ok: true })
    await revokeDevice(db, 'vilnius', first.device.id, tenOClock)
    expect(await changeDevice(db, 'vilnius', whole.device.id, voice)).toEqual({ ok: true })
  })

  test('when devices were seen is kept for those and no others', async () => {
    const db = open()
    const [first, second, other] = [await paired(), await paired(), await paired()]
    await markSeen(db, [first.device.id, second.device.id], tenOClock + 5)
    const seen = new Map((await listDevices(db, 'vilnius')).map(({ id, seenAt }) => [id, seenAt]))
    expect([first, second, other].map(({ device }) => seen.get(device.id))).toEqual([
      tenOClock + 5,
      tenOClock + 5,
      null,
    ])
  })

  test.each(deviceKinds)('a %s has the rights of its kind', async (kind) => {
    const { device } = await paired({ ...kiosk, kind })
    expect(device.rights).toEqual(deviceRights[kind])
  })
})

const config = hallConfig.parse(exampleHall)

test('a wish is tidied: what is blank counts as not given', () => {
  const wish = { kind: 'kiosk', name: ' At the door ', printer: ' preview: ', zone: ' ', counter: '' }
  expect(checkDevice(config, wish)).toEqual({
    ok: true,
    device: { ...kiosk, printer: 'preview:', widthDots: null },
  })
})

test('zones and counters of the hall are known, and a hall that is not configured has none', () => {
  const wish = { kind: 'display', name: 'In hall 1', zone: config.zones[0]!.id }
  expect(checkDevice(config, wish)).toMatchObject({ ok: true, device: { zone: wish.zone } })
  expect(checkDevice(null, wish)).toMatchObject({ ok: false, code: 'device/unknown-zone' })
  expect(checkDevice(null, { ...wish, zone: null })).toMatchObject({ ok: true })
})

test('only a display has a panel', () => {
  const panel = { inches: 43, distanceMetres: 8 }
  expect(checkDevice(config, { kind: 'display', name: 'Hall 1', panel })).toMatchObject({ device: { panel } })
  expect(checkDevice(config, { ...kiosk, panel })).toMatchObject({ device: { panel: null } })
})

test('only a display is heard, and in one of three ways', () => {
  expect(checkDevice(config, { kind: 'display', name: 'Hall 1', sound: 'chime' })).toMatchObject({
    device: { sound: 'chime' },
  })
  expect(checkDevice(config, { ...kiosk, sound: 'voice' })).toMatchObject({ device: { sound: null } })
  expect(checkDevice(config, { kind: 'display', name: 'Hall 1', sound: 'loud' })).toMatchObject({
    code: 'device/unknown-sound',
    details: { sound: 'loud' },
  })
})

test('a panel that is too small for its hall is refused with what would do', () => {
  const wish = { kind: 'display', name: 'Hall 1', panel: { inches: 43, distanceMetres: 30 } }
  expect(checkDevice(config, wish)).toMatchObject({
    code: 'device/panel-too-small',
    details: { inches: 43, distance: 30, need: 366, room: 159, nearer: 13, larger: 99 },
  })
})

test.each(['/dev/usb/lp0', '/dev/lp0', '/dev/ttyUSB0', '/dev/serial/by-id/usb-printer'])(
  '%s may be a printer',
  (path) => expect(checkDevice(config, { ...kiosk, printer: `file://${path}` })).toMatchObject({ ok: true }),
)

test.each([
  ['device/unknown-kind', { kind: 'toaster' }],
  ['device/unnamed', { name: ' ' }],
  ['device/name-too-long', { name: 'x'.repeat(61) }],
  ['device/unknown-zone', { zone: 'moon' }],
  ['device/unknown-counter', { counter: 'counter-99' }],
  ['device/unknown-counter', { kind: 'counter-display', counter: 'counter-99' }],
  ['device/no-counter', { kind: 'counter-display', counter: ' ' }],
  ['device/bad-printer', { printer: 'ftp://10.0.0.9' }],
  ['device/bad-printer', { printer: 'file:///var/lib/eile/secret' }],
  ['device/bad-printer', { printer: 'file:///dev/../etc/passwd' }],
  ['device/bad-printer', { printer: 'file:///dev/..%2fetc/passwd' }],
  ['device/bad-printer', { printer: 'file:///dev/fd/3' }],
  ['device/bad-printer', { printer: 'file:///dev/usb/..%2ffd/3' }],
  ['device/bad-printer', { printer: 'file:///dev/stdout' }],
  ['device/bad-printer', { printer: 'file:///dev/shm/x' }],
  ['device/bad-printer', { printer: 'file:///dev/sda' }],
  ['device/bad-width', { widthDots: 500 }],
  ['device/bad-panel', { kind: 'display', panel: { inches: 43, distanceMetres: 0 } }],
  ['device/bad-panel', { kind: 'display', panel: { inches: Number.NaN, distanceMetres: 8 } }],
])('%s: a device with %o is refused', (code, change) => {
  expect(checkDevice(config, { ...kiosk, ...change })).toMatchObject({ ok: false, code })
})
