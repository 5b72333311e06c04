import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { defaultRights, staffRights } from '#server/rights.ts'
import type { RightsTable } from '#shared/protocol/rights.ts'

import { pageOf } from './page.ts'
import { openRunningHall, type RunningHall } from './running-hall.ts'

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

const put = (role: string, right: string, allowed: boolean, page = admin) =>
  page('PUT', '/rights', { changes: [{ role, right, allowed }] })

async function rightsOf(role: string): Promise<readonly string[]> {
  const { roles } = (await admin('GET', '/rights')).body as RightsTable
  return roles.find((one) => one.role === role)!.rights
}

test('whoever manages the staff sees what each role may do, and how many have it', async () => {
  const { status, body } = await admin('GET', '/rights')
  const table = body as RightsTable
  expect(status).toBe(200)
  expect(table.rights).toEqual(staffRights)
  expect(table.roles.map(({ role }) => role)).toEqual([
    'clerk',
    'receptionist',
    'supervisor',
    'administrator',
  ])
  for (const { role, rights } of table.roles)
    expect([...rights].sort()).toEqual([...defaultRights[role]].sort())
  expect(table.roles.at(-1)!.people).toBe(1)
})

test('nobody else sees or changes it', async () => {
  const supervisor = pageOf(hall, await hall.staff('sofija', 'supervisor'))
  const refused = { status: 403, body: { code: 'right/missing', details: { right: 'staff:manage' } } }
  expect(await supervisor('GET', '/rights')).toEqual(refused)
  expect(await put('supervisor', 'staff:manage', true, supervisor)).toEqual(refused)
  const elsewhere = pageOf(hall, await hall.signIn('admin'), 'https://elsewhere.example')
  expect((await put('clerk', 'ticket:pick', true, elsewhere)).body).toEqual({ code: 'credential/origin' })
  expect(await rightsOf('clerk')).not.toContain('ticket:pick')
})

test('what a role is given and loses is so at once for whoever is signed in', async () => {
  const cookie = await hall.staff('ana', 'clerk')
  const options = { cookie, origin: hall.server.url, reconnects: true }
  const ana = await hall.connect({ kind: 'staff' }, options)
  const page = pageOf(hall, cookie)
  await ana.seen(
    'desk',
    ({ me }) => !me.rights.includes('ticket:pick') && me.rights.includes('ticket:cancel'),
  )

  const both = [
    { role: 'clerk', right: 'ticket:pick', allowed: true },
    { role: 'clerk', right: 'ticket:cancel', allowed: false },
  ]
  expect((await admin('PUT', '/rights', { changes: both })).status).toBe(200)
  await ana.seen(
    'desk',
    ({ me }) => me.rights.includes('ticket:pick') && !me.rights.includes('ticket:cancel'),
  )
  expect(await ana.send('ticket:cancel', { ticket: 'nobody' })).toMatchObject({
    error: { code: 'right/missing', details: { right: 'ticket:cancel' } },
  })
  expect((await page('GET', '/me')).body).toMatchObject({ rights: await rightsOf('clerk') })
})

test('nobody can take from administrators what is needed to give it back', async () => {
  expect(await put('administrator', 'staff:manage', false)).toMatchObject({
    status: 409,
    body: { code: 'rights/administrator-keeps' },
  })
  expect(await rightsOf('administrator')).toContain('staff:manage')
})

test('nobody takes the right to manage the staff from themselves', async () => {
  await put('supervisor', 'staff:manage', true)
  const deputy = pageOf(hall, await hall.staff('dovile', 'supervisor'))
  expect(await put('supervisor', 'staff:manage', false, deputy)).toMatchObject({
    status: 409,
    body: { code: 'rights/own' },
  })
  expect((await put('supervisor', 'staff:manage', false)).status).toBe(200)
  expect((await deputy('GET', '/rights')).status).toBe(403)
})

test('a change that holds anything unknown changes nothing', async () => {
  const before = await rightsOf('clerk')
  const wrong = [
    { role: 'clerk', right: 'service:pause', allowed: true },
    { role: 'clerk', right: 'assistance:ask', allowed: true },
  ]
  expect(await admin('PUT', '/rights', { changes: wrong })).toEqual({
    status: 400,
    body: { code: 'rights/unknown', details: { role: 'clerk', right: 'assistance:ask' } },
  })
  expect((await put('king', 'ticket:serve', true)).body).toMatchObject({ code: 'rights/unknown' })
  for (const body of [{}, { changes: [] }, { changes: [{ role: 'clerk' }] }, { changes: 'all' }])
    expect(await admin('PUT', '/rights', body)).toMatchObject({
      status: 400,
      body: { code: 'command/malformed' },
    })
  expect(await rightsOf('clerk')).toEqual(before)
})
