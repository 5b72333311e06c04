import { expect, test } from 'vitest'

import type { DeviceList, ListedDevice } from '#shared/protocol/devices.ts'

import { runningHall, type RunningHall } from './running-hall.ts'

/** A hall with a display that is connected, and how the page of devices lists its devices. */
async function hallWithDisplay() {
  const hall = await runningHall()
  const cookie = await hall.staff('sofija', 'supervisor')
  const { id, token } = await hall.device('display')
  const display = await hall.connect({ kind: 'device', token })
  return { hall, id, token, display, list: () => listAt(hall, cookie) }
}

async function listAt(hall: RunningHall, cookie: string): Promise<readonly ListedDevice[]> {
  const answer = await fetch(`${hall.server.url}/api/devices`, { headers: { cookie, connection: 'close' } })
  return ((await answer.json()) as DeviceList).devices
}

// The server of these halls is of the build "test".
const report = { build: 'test', drawnAgo: 16, ahead: -40, lastCall: null }
const health = { isOlder: false, isStill: false, ahead: -40, lastCall: null }

test('a device that has said nothing yet is not judged; what it says is listed, the last word alone', async () => {
  const { hall, display, list } = await hallWithDisplay()
  expect(await list()).toMatchObject([{ state: 'connected', health: null }])
  await display.does('device:report', report)
  expect(await list()).toMatchObject([{ health }])
  const lastCall = { call: 12, at: hall.now() }
  await display.does('device:report', { ...report, build: 'before', ahead: 5_000, lastCall })
  expect(await list()).toMatchObject([{ health: { ...health, isOlder: true, ahead: 5_000, lastCall } }])
})

test('a screen that has not drawn for a minute is still, by its own word or for want of one', async () => {
  const { hall, display, list } = await hallWithDisplay()
  await display.does('device:report', { ...report, drawnAgo: 61_000 })
  expect(await list()).toMatchObject([{ health: { isStill: true } }])
  await display.does('device:report', report)
  expect(await list()).toMatchObject([{ health: { isStill: false } }])
  hall.pass(2)
  expect(await list()).toMatchObject([{ health: { isStill: true } }])
})

test('a device that is away is not judged, nor by what it said before it went', async () => {
  const { hall, token, display, list } = await hallWithDisplay()
  await display.does('device:report', report)
  display.socket.disconnect()
  await expect.poll(async () => (await list())[0]!.state).toBe('away')
  expect(await list()).toMatchObject([{ health: null }])
  hall.pass(1)
  const again = await hall.connect({ kind: 'device', token })
  await expect.poll(async () => (await list())[0]!.state).toBe('connected')
  expect(await list()).toMatchObject([{ health: null }])
  await again.does('device:report', report)
  expect(await list()).toMatchObject([{ health }])
})

test('a server whose clock is set back still hears how its devices fare', async () => {
  const { hall, display, list } = await hallWithDisplay()
  hall.pass(-60)
  await display.does('device:report', report)
  expect(await list()).toMatchObject([{ health }])
})

test('a report moves nothing in the queue, and is no event', async () => {
  const { hall, display } = await hallWithDisplay()
  const desk = await hall.person('ona', 'clerk')
  await desk.seen('desk')
  const before = desk.views.length
  await display.does('device:report', report)
  await display.does('device:report', report)
  expect(desk.views).toHaveLength(before)
})

test('nobody of the staff reports for a device, and a phone does not either', async () => {
  const { hall } = await hallWithDisplay()
  const admin = await hall.person('ana', 'administrator')
  expect(await admin.refusal('device:report', report)).toBe('right/missing')
})
