import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { attemptsAllowed } from '#server/db/sign-in-attempts.ts'
import type { Person } from '#shared/protocol/staff-list.ts'

import { pageOf } from './page.ts'
import { nameOf, openRunningHall, password, type RunningHall } from './running-hall.ts'

// Passwords are hashed slowly on purpose, which on a busy machine adds up.
vi.setConfig({ testTimeout: 20_000 })

let hall: RunningHall
let close: () => Promise<void>
let admin: ReturnType<typeof pageOf>
beforeAll(async () => {
  ;({ hall, close } = await openRunningHall())
  admin = pageOf(hall, await hall.staff('admin', 'administrator'))
})
afterAll(() => close())

const another = 'another long password'

function signIn(username: string, secret: string): Promise<Response> {
  return fetch(`${hall.server.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: hall.server.url },
    body: JSON.stringify({ username, password: secret }),
  })
}

async function entry(username: string): Promise<Person | undefined> {
  const { body } = await admin('GET', '/staff')
  return (body as { staff: Person[] }).staff.find((one) => one.username === username)
}

function desk(cookie: string, reconnects = false) {
  return hall.connect({ kind: 'staff' }, { cookie, origin: hall.server.url, reconnects })
}

const orders = [
  ['GET', '/staff', undefined],
  ['POST', '/staff', { username: 'new.one', name: 'New', role: 'clerk', password: another }],
  ['PATCH', '/staff/victim', { name: 'Other', role: 'administrator' }],
  ['POST', '/staff/victim/password', { password: another }],
  ['POST', '/staff/victim/pin', { pin: '8520' }],
  ['POST', '/staff/victim/unblock', {}],
  ['POST', '/staff/victim/sign-out', {}],
  ['DELETE', '/staff/victim', undefined],
] as const

test.each(['clerk', 'receptionist', 'supervisor'])('a %s may not manage staff', async (role) => {
  const page = pageOf(hall, await hall.staff(`not-${role}`, role))
  for (const [method, path, body] of orders) {
    const answer = await page(method, path, body)
    expect([path, answer]).toEqual([
      path,
      { status: 403, body: { code: 'right/missing', details: { right: 'staff:manage' } } },
    ])
  }
})

test('nobody may manage staff who is not signed in, or from a page of another site', async () => {
  const stranger = pageOf(hall, '')
  const cookie = await hall.signIn('admin')
  const evil = pageOf(hall, cookie, 'http://evil.example')
  for (const [method, path, body] of orders) {
    expect((await stranger(method, path, body)).status).toBe(401)
    if (method === 'GET') continue
    expect(await evil(method, path, body)).toEqual({ status: 403, body: { code: 'credential/origin' } })
  }
  expect(await entry('new.one')).toBeUndefined()
})

test('an administrator adds a clerk, who signs in and opens a counter', async () => {
  const added = await admin('POST', '/staff', {
    username: 'Daiva',
    name: ' Daiva ',
    role: 'clerk',
    password: another,
  })
  expect(added).toMatchObject({ status: 201, body: { username: 'daiva' } })
  expect(await entry('daiva')).toMatchObject({
    name: 'Daiva',
    roles: ['clerk'],
    hasPin: false,
    sessions: 0,
    signedInSince: null,
    blockedUntil: null,
  })
  const cookie = (await signIn('daiva', another)).headers.getSetCookie()[0]!.split(';')[0]!
  const daiva = await desk(cookie)
  await daiva.does('shift:open', { counter: 'counter-1' })
  expect(await entry('daiva')).toMatchObject({ sessions: 1, signedInSince: expect.any(Number) as number })

  const twice = await admin('POST', '/staff', {
    username: 'DAIVA',
    name: 'x',
    role: 'clerk',
    password: another,
  })
  expect(twice).toEqual({
    status: 409,
    body: { code: 'staff/username-taken', details: { username: 'daiva' } },
  })
})

test.each([
  ['staff/weak-password', { password: 'short' }],
  ['staff/bad-username', { username: 'ä' }],
  ['staff/unnamed', { name: '' }],
  ['staff/unknown-role', { role: 'king' }],
  ['command/malformed', { role: 7 }],
  ['command/malformed', { crown: true }],
])('%s: an account with %o is refused', async (code, change) => {
  const person = { username: 'refused', name: 'R', role: 'clerk', password: another, ...change }
  const answer = await admin('POST', '/staff', person)
  expect(answer).toMatchObject({ status: 400, body: { code } })
  expect(await entry('refused')).toBeUndefined()
})

test('a new role counts at once on the pages that are open', async () => {
  const cookie = await hall.staff('egle', 'clerk')
  const egle = await desk(cookie, true)
  await egle.seen('desk', ({ me }) => !me.rights.includes('service:pause'))
  expect((await admin('PATCH', '/staff/egle', { name: 'Eglė', role: 'supervisor' })).status).toBe(204)
  await egle.seen('desk', ({ me }) => me.rights.includes('service:pause') && me.name === 'Eglė')
  expect(await entry('egle')).toMatchObject({ name: 'Eglė', roles: ['supervisor'] })
})

test('a new password ends the sessions of the old one and is the only one that signs in', async () => {
  const cookie = await hall.staff('rimas', 'clerk')
  const rimas = await desk(cookie)
  expect((await admin('POST', '/staff/rimas/password', { password: another })).status).toBe(204)
  expect(await rimas.heard('session:ended')).toEqual({ code: 'credential/ended' })
  expect((await signIn('rimas', password)).status).toBe(401)
  expect((await signIn('rimas', another)).status).toBe(200)
})

test('a blocked account says until when, and signs in again once it is unblocked', async () => {
  await hall.staff('vita', 'clerk')
  for (let wrong = 0; wrong < attemptsAllowed; wrong += 1) await signIn('vita', 'a wrong password')
  expect((await signIn('vita', password)).status).toBe(429)
  expect((await entry('vita'))?.blockedUntil).toBeGreaterThan(hall.now())
  expect((await admin('POST', '/staff/vita/unblock', {})).status).toBe(204)
  expect((await entry('vita'))?.blockedUntil).toBeNull()
  expect((await signIn('vita', password)).status).toBe(200)
})

test('signing out everywhere cuts every session of the person and nobody else’s', async () => {
  const first = await desk(await hall.staff('jurga', 'clerk'))
  const second = await desk(await hall.signIn('jurga'))
  const other = await desk(await hall.staff('kostas', 'clerk'))
  expect(await entry('jurga')).toMatchObject({ sessions: 2 })
  expect((await admin('POST', '/staff/jurga/sign-out', {})).status).toBe(204)
  await Promise.all([first.heard('session:ended'), second.heard('session:ended')])
  expect(await entry('jurga')).toMatchObject({ sessions: 0 })
  expect(other.socket.connected).toBe(true)
  expect((await signIn('jurga', password)).status).toBe(200)
})

test('who is removed is cut off and gone; a second time there is nobody', async () => {
  const lina = await desk(await hall.staff('lina', 'clerk'))
  expect((await admin('DELETE', '/staff/lina')).status).toBe(204)
  await lina.heard('session:ended')
  expect(await entry('lina')).toBeUndefined()
  expect((await signIn('lina', password)).status).toBe(401)
  expect(await admin('DELETE', '/staff/lina')).toMatchObject({ status: 404, body: { code: 'staff/unknown' } })
})

test('an administrator can neither remove nor demote the own account, nor change its secrets here', async () => {
  const yourself = { status: 409, body: { code: 'staff/yourself', details: {} } }
  expect(await admin('DELETE', '/staff/ADMIN')).toEqual(yourself)
  expect(await admin('PATCH', '/staff/admin', { name: 'Admin', role: 'clerk' })).toEqual(yourself)
  expect(await admin('POST', '/staff/admin/password', { password: another })).toEqual(yourself)
  expect(await admin('POST', '/staff/admin/pin', { pin: '8520' })).toEqual(yourself)
  const renamed = await admin('PATCH', '/staff/admin', { name: nameOf('admin'), role: 'administrator' })
  expect(renamed.status).toBe(204)
})

test('the last administrator stays, whoever else may manage staff', async () => {
  const second = pageOf(hall, await hall.staff('second', 'administrator'))
  expect((await second('PATCH', '/staff/admin', { name: 'Admin', role: 'supervisor' })).status).toBe(204)
  expect(await admin('GET', '/staff')).toMatchObject({ status: 403 })
  expect((await second('PATCH', '/staff/admin', { name: 'Admin', role: 'administrator' })).status).toBe(204)
  expect((await admin('DELETE', '/staff/second')).status).toBe(204)
  // The command line, which is nobody's own account.
  expect(await hall.operate('staff remove', { username: 'admin' })).toMatchObject({ ok: false })
})

test('of two administrators who remove or demote each other at once, one stays', async () => {
  for (const method of ['DELETE', 'PATCH']) {
    const other = await openRunningHall()
    const [ana, rita] = [
      pageOf(other.hall, await other.hall.staff('ana', 'administrator')),
      pageOf(other.hall, await other.hall.staff('rita', 'administrator')),
    ]
    const change = method === 'PATCH' ? { name: 'Colleague', role: 'clerk' } : undefined
    await Promise.all([ana(method, '/staff/rita', change), rita(method, '/staff/ana', change)])
    const { lines } = await other.hall.operate('staff list')
    expect(lines.filter((line) => line.includes('\tadministrator\t'))).toHaveLength(1)
    await other.close()
  }
})
