import { join } from 'node:path'

import { expect, test } from 'vitest'

import { openSqlite } from '#server/db/open.ts'
import { hallId } from '#server/storage.ts'

import { pageOf } from './page.ts'
import { runningHall } from './running-hall.ts'

test('a call from a kiosk is on the desks until one answers, and only that kiosk hears that somebody comes', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk({ name: 'Terminalas 1' })
  const other = await hall.kiosk({ name: 'Terminalas 2' })
  const ana = await hall.person('ana', 'clerk')

  await kiosk.does('assistance:ask', {})
  await kiosk.seen('kiosk', ({ assistance }) => assistance === 'asked')
  const { assistance } = await ana.seen('desk', (view) => view.assistance.length === 1)
  expect(assistance).toEqual([{ kiosk: expect.any(String), name: 'Terminalas 1', since: expect.any(Number) }])

  await ana.does('assistance:answer', { kiosk: assistance[0]!.kiosk })
  await kiosk.seen('kiosk', (view) => view.assistance === 'coming')
  await ana.seen('desk', (view) => view.assistance.length === 0)
  expect(await other.seen('kiosk')).toMatchObject({ assistance: null })

  expect(await ana.refusal('assistance:answer', { kiosk: assistance[0]!.kiosk })).toBe(
    'assistance/nobody-asks',
  )
  await kiosk.does('assistance:cancel', {})
  await kiosk.seen('kiosk', (view) => view.assistance === null)
})

test('a page that shows nothing of the queue is told who asks for help, and is no desk', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk({ name: 'Terminalas 1' })
  const cookie = await hall.staff('sofija', 'supervisor')
  const options = { cookie, origin: hall.server.url }
  const page = await hall.connect({ kind: 'staff', page: 'help' }, options)
  const ana = await hall.person('ana', 'clerk')
  await ana.does('shift:open', { counter: 'counter-1' })
  await kiosk.does('assistance:ask', {})
  await ana.does('help:ask', { counter: 'counter-1' })
  const asked = await page.seen('help', ({ assistance, help }) => assistance.length + help.length === 2)
  expect(asked).toMatchObject({
    assistance: [{ name: 'Terminalas 1' }],
    help: [{ counter: 'counter-1', name: 'Colleague ana', coming: null }],
  })
  await page.does('assistance:answer', { kiosk: asked.assistance[0]!.kiosk })
  await page.does('help:answer', { counter: 'counter-1' })
  await kiosk.seen('kiosk', ({ assistance }) => assistance === 'coming')
  await page.seen('help', ({ assistance, help }) => assistance.length === 0 && help[0]?.coming !== null)

  const launch = await fetch(`${hall.server.url}/api/launch`, { headers: { cookie } })
  expect(await launch.json()).toMatchObject({ running: { connected: { kiosks: 1, desks: 1 } } })
})

test('whoever may not answer calls for help is told of none', async () => {
  const hall = await runningHall()
  const admin = pageOf(hall, await hall.staff('admin', 'administrator'))
  await admin('PUT', '/rights', { changes: [{ role: 'clerk', right: 'assistance:answer', allowed: false }] })
  const options = { cookie: await hall.staff('ana', 'clerk'), origin: hall.server.url }
  await expect(hall.connect({ kind: 'staff', page: 'help' }, options)).rejects.toThrow('right/missing')
})

test('asked twice, it is one call since the first time', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const ana = await hall.person('ana', 'clerk')
  await kiosk.does('assistance:ask', {})
  const { assistance } = await ana.seen('desk', (view) => view.assistance.length === 1)
  hall.pass(2)
  await kiosk.does('assistance:ask', {})
  await kiosk.does('ticket:issue', { service: 'information', language: 'lt' })
  const later = await ana.seen('desk', (view) => view.waitingInAll === 1)
  expect(later.assistance).toEqual(assistance)
})

test('nobody of the staff asks for assistance, whatever the table says, and no kiosk answers', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const db = openSqlite(join(hall.dataDirectory, 'eile.db'))
  const row = { hall_id: hallId, role: 'administrator', right: 'assistance:ask' } as const
  await db.insertInto('role_rights').values(row).execute()
  await db.destroy()
  const ana = await hall.person('ana', 'administrator')
  expect(await ana.refusal('assistance:ask', {})).toBe('right/missing')
  expect(await kiosk.refusal('assistance:answer', { kiosk: 'any' })).toBe('right/missing')
})

test('a restart keeps the call, and the end of the day ends it', async () => {
  const hall = await runningHall()
  const { token } = await hall.device('kiosk')
  const kiosk = await hall.connect({ kind: 'device', token })
  await kiosk.does('assistance:ask', {})

  await hall.restart()
  const again = await hall.connect({ kind: 'device', token })
  await again.seen('kiosk', ({ assistance }) => assistance === 'asked')

  hall.pass(24 * 60)
  await hall.restart()
  const nextDay = await hall.connect({ kind: 'device', token })
  await nextDay.seen('kiosk', ({ assistance }) => assistance === null)
})

test('a clerk’s call for help is on every desk at once, with who comes', async () => {
  const hall = await runningHall()
  const [ana, bob] = [await hall.person('ana', 'clerk'), await hall.person('bob', 'supervisor')]
  await ana.does('shift:open', { counter: 'counter-1' })
  await ana.does('help:ask', { counter: 'counter-1' })
  const { help } = await bob.seen('desk', (view) => view.help.length === 1)
  expect(help).toEqual([
    { counter: 'counter-1', label: '1', name: 'Colleague ana', since: expect.any(Number), coming: null },
  ])
  await bob.does('help:answer', { counter: 'counter-1' })
  await ana.seen('desk', (view) => view.help[0]?.coming === 'Colleague bob')
  await ana.does('help:cancel', { counter: 'counter-1' })
  await bob.seen('desk', (view) => view.help.length === 0)
})
