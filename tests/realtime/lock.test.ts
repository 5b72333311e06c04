import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { attemptsAllowed } from '#server/db/sign-in-attempts.ts'
import { unlockAttempts } from '#server/db/session-locks.ts'
import { protocolVersion } from '#shared/protocol/version.ts'

import { pageOf } from './page.ts'
import { nameOf, openRunningHall, password, type RunningHall } from './running-hall.ts'

// Passwords are hashed slowly on purpose, which on a busy machine adds up.
vi.setConfig({ testTimeout: 20_000 })

let hall: RunningHall
let close: () => Promise<void>
beforeAll(async () => ({ hall, close } = await openRunningHall()))
afterAll(() => close())

const pin = '8520'

async function clerk(username: string, withPin = true) {
  const cookie = await hall.staff(username, 'clerk')
  const page = pageOf(hall, cookie)
  if (withPin) expect((await page('POST', '/me/pin', { password, pin })).status).toBe(204)
  const desk = () => hall.connect({ kind: 'staff' }, { cookie, origin: hall.server.url })
  return { cookie, page, desk }
}

/** The code with which a new line of this session is refused, or null. */
function refusalOf(cookie: string): Promise<string | null> {
  const auth = { protocol: protocolVersion, build: 'test', credential: { kind: 'staff' } }
  const extraHeaders = { cookie, origin: hall.server.url }
  const options = { auth, extraHeaders, transports: ['websocket'], forceNew: true, reconnection: false }
  const socket = io(hall.server.url, options)
  return new Promise<string | null>((resolve) => {
    socket.once('connect', () => resolve(null))
    socket.once('connect_error', (error: Error & { data?: { code: string } }) => resolve(error.data!.code))
  }).finally(() => socket.disconnect())
}

test('a locked session has its lines cut and may do nothing until the PIN is given', async () => {
  const { cookie, page, desk } = await clerk('ana')
  const [first, second] = await Promise.all([desk(), desk()])
  expect((await page('POST', '/me/lock', {})).status).toBe(204)
  expect(await first.heard('session:ended')).toEqual({ code: 'credential/locked' })
  expect(await second.heard('session:ended')).toEqual({ code: 'credential/locked' })

  expect(await refusalOf(cookie)).toBe('credential/locked')
  const locked = { status: 423, body: { code: 'credential/locked' } }
  expect(await page('GET', '/previews')).toEqual(locked)
  expect(await page('POST', '/me/password', { current: password, password: 'a new long one' })).toEqual(
    locked,
  )
  expect(await page('POST', '/me/pin', { password, pin: null })).toEqual(locked)
  expect(await page('GET', '/me')).toEqual({
    status: 423,
    body: { code: 'credential/locked', details: { name: nameOf('ana'), by: 'pin' } },
  })

  expect((await page('POST', '/me/unlock', { pin })).status).toBe(204)
  expect(await page('GET', '/me')).toMatchObject({ status: 200, body: { username: 'ana', hasPin: true } })
  expect(await refusalOf(cookie)).toBeNull()
})

test('a visitor who is being served stays served, and the counter open', async () => {
  const { page, desk } = await clerk('bita')
  const kiosk = await hall.kiosk()
  const before = await desk()
  await before.does('shift:open', { counter: 'counter-1' })
  const view = await kiosk.seen('kiosk')
  const service = view.services.find(({ closed }) => closed === null)!
  await kiosk.does('ticket:issue', { service: service.id, language: 'lt', needs: [] })
  await before.does('ticket:call-next', { counter: 'counter-1' })
  const { visitor } = await before.seen('desk', (seen) => seen.visitor !== null)
  await before.does('ticket:start', { ticket: visitor!.id })

  await page('POST', '/me/lock', {})
  await before.heard('session:ended')
  await page('POST', '/me/unlock', { pin })
  const after = await desk()
  const seen = await after.seen('desk')
  expect(seen.visitor).toMatchObject({ id: visitor!.id, state: 'serving' })
  expect(seen.shift?.counter).toBe('counter-1')
})

test('the password unlocks as well, and is all there is without a PIN', async () => {
  const { page } = await clerk('cilija', false)
  await page('POST', '/me/lock', {})
  expect(await page('GET', '/me')).toMatchObject({ body: { details: { by: 'password' } } })
  expect((await page('POST', '/me/unlock', { pin: '' })).status).toBe(403)
  expect((await page('POST', '/me/unlock', { password })).status).toBe(204)

  await page('POST', '/me/pin', { password, pin })
  await page('POST', '/me/lock', {})
  expect((await page('POST', '/me/unlock', { password })).status).toBe(204)
})

test('locked or unlocked twice it is the same', async () => {
  const { page } = await clerk('dalia')
  expect((await page('POST', '/me/lock', {})).status).toBe(204)
  expect(await page('POST', '/me/unlock', { pin: '1111' })).toEqual({
    status: 403,
    body: { code: 'lock/wrong', details: { left: unlockAttempts - 1 } },
  })
  expect((await page('POST', '/me/lock', {})).status).toBe(204)
  // Locking it again gives no new attempts.
  expect(await page('POST', '/me/unlock', { pin: '1111' })).toMatchObject({
    body: { details: { left: unlockAttempts - 2 } },
  })
  expect((await page('POST', '/me/unlock', { pin })).status).toBe(204)
  expect((await page('POST', '/me/unlock', { pin })).status).toBe(204)
})

test('too many wrong PINs end the session, and the right one comes too late', async () => {
  const { cookie, page } = await clerk('elena')
  await page('POST', '/me/lock', {})
  for (let left = unlockAttempts - 1; left > 0; left -= 1)
    expect(await page('POST', '/me/unlock', { pin: '1111' })).toMatchObject({
      status: 403,
      body: { details: { left } },
    })
  expect(await page('POST', '/me/unlock', { pin: '1111' })).toEqual({
    status: 401,
    body: { code: 'credential/ended' },
  })
  expect((await page('POST', '/me/unlock', { pin })).status).toBe(401)
  expect(await refusalOf(cookie)).toBe('credential/unknown')
})

test('wrong PINs tried at once are all counted', async () => {
  const { page } = await clerk('fausta')
  await page('POST', '/me/lock', {})
  const tries = Array.from({ length: unlockAttempts + 3 }, () => page('POST', '/me/unlock', { pin: '1111' }))
  const statuses = (await Promise.all(tries)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 403)).toHaveLength(unlockAttempts - 1)
  expect((await page('GET', '/me')).status).toBe(401)
})

test('one session is locked, not the person', async () => {
  const { page } = await clerk('gabija')
  const other = pageOf(hall, await hall.signIn('gabija'))
  await page('POST', '/me/lock', {})
  expect((await other('GET', '/me')).status).toBe(200)
})

test('a page of another site can neither lock nor unlock, nor anybody without a session', async () => {
  const { cookie, page } = await clerk('hana')
  const evil = pageOf(hall, cookie, 'http://evil.example')
  for (const [path, body] of [
    ['/me/lock', {}],
    ['/me/unlock', { pin }],
    ['/me/pin', { password, pin: null }],
    ['/me/password', { current: password, password: 'a new long one' }],
  ] as const) {
    expect((await evil('POST', path, body)).status).toBe(403)
    expect((await pageOf(hall, '')('POST', path, body)).status).toBe(401)
  }
  expect((await page('GET', '/me')).status).toBe(200)
})

test('who locks may still sign out', async () => {
  const { page } = await clerk('ieva')
  await page('POST', '/me/lock', {})
  expect((await page('POST', '/auth/sign-out', {})).status).toBe(200)
  expect((await page('GET', '/me')).status).toBe(401)
})

test('the own password changes by the old one and ends the other sessions only', async () => {
  const { page, desk } = await clerk('julija')
  const here = await desk()
  const otherCookie = await hall.signIn('julija')
  const there = await hall.connect({ kind: 'staff' }, { cookie: otherCookie, origin: hall.server.url })
  const change = (current: string, next: string) => page('POST', '/me/password', { current, password: next })
  expect(await change('a wrong password', 'a new long one')).toMatchObject({
    status: 403,
    body: { code: 'staff/wrong-password' },
  })
  expect(await change(password, 'julija')).toMatchObject({ body: { code: 'staff/weak-password' } })
  expect((await change(password, 'a new long one')).status).toBe(204)
  await there.heard('session:ended')
  expect(here.socket.connected).toBe(true)
  expect((await page('GET', '/me')).status).toBe(200)
})

test('wrong passwords for a new one are counted as at signing in', async () => {
  const { page } = await clerk('karina')
  for (let wrong = 0; wrong < attemptsAllowed; wrong += 1)
    await page('POST', '/me/pin', { password: 'a wrong password', pin })
  expect(await page('POST', '/me/pin', { password, pin })).toMatchObject({
    status: 429,
    body: { code: 'sign-in/blocked', details: { until: expect.any(Number) as number } },
  })
})
