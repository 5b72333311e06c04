import { expect, test, vi } from 'vitest'

import { deviceByToken } from '#server/devices.ts'
import type { AskedCode, Claimed, DeviceList } from '#shared/protocol/devices.ts'

import { runningHall } from './running-hall.ts'

type Devices = typeof import('#server/devices.ts')
vi.mock('#server/devices.ts', async (original) => {
  const devices = await original<Devices>()
  return { ...devices, deviceByToken: vi.fn(devices.deviceByToken) }
})

/** The next device is known by its token, and then held until it is let go on. */
async function holdNextDevice() {
  const actual = await vi.importActual<Devices>('#server/devices.ts')
  const [isKnown, goesOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  vi.mocked(deviceByToken).mockImplementationOnce(async (db, token) => {
    const device = await actual.deviceByToken(db, token)
    isKnown.resolve()
    await goesOn.promise
    return device
  })
  return { isKnown: isKnown.promise, goesOn: goesOn.resolve }
}

async function supervisedHall() {
  const hall = await runningHall()
  const { url: origin } = hall.server
  const cookie = await hall.staff('sofija', 'supervisor')
  async function ask<T>(method: string, path: string, body?: object): Promise<T> {
    const headers = { 'content-type': 'application/json', cookie, ...(method !== 'GET' && { origin }) }
    const answer = await fetch(`${origin}${path}`, { method, headers, body: JSON.stringify(body) ?? null })
    expect(answer.ok).toBe(true)
    return (answer.status === 204 ? null : await answer.json()) as T
  }
  const list = async () => (await ask<DeviceList>('GET', '/api/devices')).devices
  return { hall, ask, list }
}

test('a device that is revoked while it is being let in is told so, and was never there', async () => {
  const { hall, ask, list } = await supervisedHall()
  const { id, token } = await hall.device('kiosk')
  const door = await holdNextDevice()
  const connecting = hall.connect({ kind: 'device', token })
  await door.isKnown
  await ask('DELETE', `/api/devices/${id}`)
  door.goesOn()

  const kiosk = await connecting
  expect(await kiosk.heard('session:ended')).toEqual({ code: 'credential/ended' })
  await kiosk.disconnected
  expect(kiosk.views).toEqual([])
  expect(await list()).toMatchObject([{ id, state: 'away', since: null }])
})

test('a kiosk that is replaced while it is being let in takes nothing from the new screen', async () => {
  const { hall, ask } = await supervisedHall()
  const { id, token } = await hall.device('kiosk')
  const screen = await ask<AskedCode>('POST', '/api/pairing', { kind: 'kiosk' })
  const door = await holdNextDevice()
  const connecting = hall.connect({ kind: 'device', token })
  await door.isKnown
  await ask('POST', `/api/devices/${id}/replace`, { code: screen.code })
  door.goesOn()

  await (
    await connecting
  ).disconnected
  const claimed = await ask<Claimed>('POST', '/api/pairing/claim', { secret: screen.secret })
  expect(claimed).toMatchObject({ state: 'paired' })
})

test('a kiosk that is given another name while it is being let in comes again under it', async () => {
  const { hall, ask } = await supervisedHall()
  const { id, token } = await hall.device('kiosk')
  const door = await holdNextDevice()
  const connecting = hall.connect({ kind: 'device', token }, { reconnects: true })
  await door.isKnown
  await ask('PATCH', `/api/devices/${id}`, { name: 'Prie lango' })
  door.goesOn()

  const kiosk = await connecting
  await kiosk.heard('hall:welcomed', ({ name }) => name === 'Prie lango')
  expect(kiosk.messages.map(({ name }) => name)).not.toContain('session:ended')
})
