import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import type { RecordNames, RecordPage } from '#shared/protocol/record.ts'

import { pageOf } from './page.ts'
import { openRunningHall, type RunningHall } from './running-hall.ts'

// Passwords are hashed slowly on purpose, which on a busy machine adds up.
vi.setConfig({ testTimeout: 20_000 })

const today = '2024-03-04'
const period = `from=${today}&to=${today}`

let hall: RunningHall
let close: () => Promise<void>
let admin: ReturnType<typeof pageOf>
beforeAll(async () => {
  ;({ hall, close } = await openRunningHall())
  admin = pageOf(hall, await hall.staff('admin', 'administrator'))
})
afterAll(() => close())

async function read(query = ''): Promise<RecordPage> {
  const { status, body } = await admin('GET', `/record?${period}${query}`)
  expect([status, body]).toEqual([200, expect.objectContaining({ timeZone: 'Europe/Vilnius' })])
  return body as RecordPage
}

test('whoever has the right reads it, and nobody else', async () => {
  expect((await read()).entries.length).toBeGreaterThan(0)
  const supervisor = pageOf(hall, await hall.staff('sofija', 'supervisor'))
  expect((await supervisor('GET', `/record?${period}`)).status).toBe(200)
  const clerk = pageOf(hall, await hall.staff('ana', 'clerk'))
  const refused = { status: 403, body: { code: 'right/missing', details: { right: 'record:see' } } }
  expect(await clerk('GET', `/record?${period}`)).toEqual(refused)
  expect(await clerk('GET', '/record/names')).toEqual(refused)
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    expect((await admin(method, '/record', {})).status).toBe(404)
})

test('what is done on the pages is on record with who did it, and what was refused is not', async () => {
  const ids = { password: 'another long password' }
  await admin('POST', '/staff', { username: 'rita', name: 'Rita', role: 'clerk', ...ids })
  await admin('PATCH', '/staff/rita', { name: 'Rita', role: 'receptionist' })
  await admin('PATCH', '/staff/nobody', { name: 'Nobody', role: 'clerk' })
  await admin('PUT', '/rights', { changes: [{ role: 'clerk', right: 'ticket:pick', allowed: true }] })
  const added = await admin('POST', '/devices', {
    ...{ kind: 'kiosk', name: 'Prie durų', zone: null, counter: null },
    ...{ printer: null, widthDots: null, panel: null },
  })
  const { id } = added.body as { id: string }
  await admin('DELETE', `/devices/${id}`)
  await admin('POST', '/notices', {
    ...{ title: { lt: 'Remontas' }, body: {}, picture: null, zone: null, from: null, until: null },
  })

  const { entries } = await read('&by=staff')
  expect(entries.map(({ act, subject }) => [act, subject.name])).toEqual([
    ['notice:added', 'Remontas'],
    ['device:revoked', 'Prie durų'],
    ['device:added', 'Prie durų'],
    ['rights:changed', 'clerk'],
    ['account:changed', 'Rita'],
    ['account:added', 'Rita'],
  ])
  expect(new Set(entries.map(({ by }) => by.name))).toEqual(new Set(['Colleague admin']))
  expect(entries[4]!.changes).toEqual([{ fact: 'roles', before: ['clerk'], after: ['receptionist'] }])
  expect((await read('&by=operator&kind=accounts')).entries.map(({ act }) => act)).toContain('account:added')
})

test('who is gone is still called by name', async () => {
  await admin('POST', '/staff', {
    username: 'gone',
    name: 'Gone',
    role: 'clerk',
    password: 'another long password',
  })
  await admin('DELETE', '/staff/gone')
  const { people, today: told, counters } = (await admin('GET', '/record/names')).body as RecordNames
  expect(people.map(({ name }) => name)).toContain('Gone')
  expect(told).toBe(today)
  expect(Object.keys(counters)).toContain('counter-1')
})

test('a search that cannot be made is refused with the reason', async () => {
  const wrong: [query: string, code: string][] = [
    ['', 'command/malformed'],
    ['?from=yesterday&to=today', 'command/malformed'],
    [`?${period}&kind=secrets`, 'command/malformed'],
    [`?${period}&limit=501`, 'command/malformed'],
    [`?${period}&after=somewhere`, 'command/malformed'],
    [`?${period}&more=1`, 'command/malformed'],
    ['?from=2024-03-05&to=2024-03-04', 'record/bad-period'],
    ['?from=2023-03-04&to=2024-03-04', 'record/bad-period'],
  ]
  for (const [query, code] of wrong)
    expect(await admin('GET', `/record${query}`), query).toMatchObject({ status: 400, body: { code } })
})
