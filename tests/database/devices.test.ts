import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'

import { addDevice, deviceByToken, listDevices, revokeDevice } from '#server/devices.ts'
import { addHall } from '#server/db/halls.ts'
import { deviceKinds, deviceRights } from '#server/rights.ts'
import { hashToken } from '#server/tokens.ts'

import { onEachEngine } from './engines.ts'
import { tenOClock } from './rows.ts'

const random = { id: randomUUID, bytes: randomBytes }
const kiosk = {
  hallId: 'vilnius',
  kind: 'kiosk',
  name: 'At the door',
  printer: 'tcp://10.0.0.9:9100',
  widthDots: 576,
}

onEachEngine((open) => {
  async function paired(device = kiosk) {
    const added = await addDevice(open(), device, random, tenOClock)
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
    expect(device.rights).toEqual(['ticket:issue', 'ticket:print'])

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
    await addDevice(db, { ...kiosk, name: 'second' }, random, 20)
    await addDevice(db, { ...kiosk, name: ' first ' }, random, 10)
    await addDevice(db, { ...kiosk, hallId: 'kaunas' }, random, 10)
    expect((await listDevices(db, 'vilnius')).map((device) => device.name)).toEqual(['first', 'second'])
  })

  test.each([
    ['device/unknown-kind', { kind: 'toaster' }],
    ['device/unnamed', { name: ' ' }],
    ['hall/unknown', { hallId: 'nowhere' }],
  ])('%s: a device with %o is refused', async (code, change) => {
    const db = open()
    expect(await addDevice(db, { ...kiosk, ...change }, random, 1)).toMatchObject({ ok: false, code })
    expect(await listDevices(db, 'vilnius')).toEqual([])
  })

  test.each(deviceKinds)('a %s has the rights of its kind', async (kind) => {
    const { device } = await paired({ ...kiosk, kind })
    expect(device.rights).toEqual(deviceRights[kind])
  })
})
