import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { protocolVersion } from '#shared/protocol/version.ts'

import { openRunningHall, type RunningHall } from './running-hall.ts'

let hall: RunningHall
let close: () => Promise<void>
beforeAll(async () => ({ hall, close } = await openRunningHall()))
afterAll(() => close())

const protocol = protocolVersion
const build = 'test'

/** The code with which a handshake is refused, or null if it is let in. */
function refusalOf(
  auth: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<string | null> {
  const options = { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: headers }
  const socket = io(hall.server.url, { auth, ...options })
  return new Promise<string | null>((resolve) => {
    socket.once('connect', () => resolve(null))
    socket.once('connect_error', (error: Error & { data?: { code: string } }) => resolve(error.data!.code))
  }).finally(() => socket.disconnect())
}

test.each([
  ['nothing at all', {}],
  ['no credential', { protocol, build }],
  ['a credential of no kind', { protocol, build, credential: {} }],
  ['an unknown kind', { protocol, build, credential: { kind: 'operator' } }],
  ['a device without a token', { protocol, build, credential: { kind: 'device' } }],
  ['a token that is a list', { protocol, build, credential: { kind: 'device', token: ['x'] } }],
  ['two kinds in one', { protocol, build, credential: { kind: 'staff', token: 'x' } }],
  ['a token without end', { protocol, build, credential: { kind: 'device', token: 'x'.repeat(100_000) } }],
  ['staff without a cookie', { protocol, build, credential: { kind: 'staff' } }],
])('%s is no credential', async (_what, auth) => {
  expect(await refusalOf(auth, { origin: hall.server.url })).toBe('credential/missing')
})

test.each([
  ['an unknown device', { kind: 'device', token: 'a'.repeat(43) }],
  ['a device with an empty token', { kind: 'device', token: '' }],
  ['an unknown ticket', { kind: 'ticket', code: 'a'.repeat(28) }],
])('%s is not let in', async (_what, credential) => {
  expect(await refusalOf({ protocol, build, credential })).toBe('credential/unknown')
})

test('a forged session is not let in', async () => {
  const cookie = await hall.staff('forger', 'clerk')
  const headers = { origin: hall.server.url, cookie: cookie.replace(/=.{4}/, '=abcd') }
  expect(await refusalOf({ protocol, build, credential: { kind: 'staff' } }, headers)).toBe(
    'credential/unknown',
  )
})

test('a session counts on the pages of the hall and on no others', async () => {
  const cookie = await hall.staff('olga', 'clerk')
  const { port } = hall.server
  const comesFrom = (origin?: string) =>
    refusalOf({ protocol, build, credential: { kind: 'staff' } }, { cookie, ...(origin && { origin }) })
  for (const own of [hall.server.url, `http://127.0.0.1:${port}`, `http://localhost:${port}`]) {
    expect(await comesFrom(own)).toBeNull()
  }
  const foreign = [
    'http://evil.example',
    `http://localhost:${port + 1}`,
    `http://localhost.evil.example:${port}`,
    'null',
    undefined,
  ]
  for (const origin of foreign) expect(await comesFrom(origin)).toBe('credential/origin')
})

test('a browser with a session and a token is what its handshake names', async () => {
  const cookie = await hall.staff('dovile', 'administrator')
  const { token } = await hall.device('kiosk')
  const options = { cookie, origin: hall.server.url }
  const kiosk = await hall.connect({ kind: 'device', token }, options)
  const desk = await hall.connect({ kind: 'staff' }, options)
  await kiosk.seen('kiosk')
  expect(await kiosk.refusal('shift:open', { counter: 'counter-1' })).toBe('right/missing')
  expect((await desk.seen('desk')).me).toMatchObject({ name: 'Colleague dovile' })
  await desk.does('shift:open', { counter: 'counter-1' })
})

test('a token is no ticket and a ticket no token', async () => {
  const { token } = await hall.device('kiosk')
  expect(await refusalOf({ protocol, build, credential: { kind: 'ticket', code: token } })).toBe(
    'credential/unknown',
  )
})

test.each([protocol + 1, protocol - 1, '1', null, 1.5])(
  'a page that speaks version %o is told to load itself anew, whoever it is',
  async (other) => {
    const { token } = await hall.device('kiosk')
    const credential = { kind: 'device', token }
    expect(await refusalOf({ protocol: other, build, credential })).toBe('protocol/outdated')
    expect(await refusalOf({ protocol: other, build, credential: { kind: 'of another version' } })).toBe(
      'protocol/outdated',
    )
  },
)

test('who is let in is greeted with the build, the time and its name', async () => {
  const kiosk = await hall.kiosk({ name: 'At the door' })
  const { build, now, name } = await kiosk.heard('hall:welcomed')
  expect({ build, name }).toEqual({ build: 'test', name: 'At the door' })
  expect(Math.abs(now - hall.now())).toBeLessThan(60_000)
  expect(kiosk.messages[0]?.name).toBe('hall:welcomed')
})
