import { expect, test } from 'vitest'

import { runningHall, type RunningHall } from './running-hall.ts'

const information = { service: 'information', language: 'lt' } as const

async function previewsOf(hall: RunningHall, cookie: string): Promise<string[]> {
  const answer = await fetch(`${hall.server.url}/api/previews`, { headers: { cookie } })
  return ((await answer.json()) as { previews: { label: string }[] }).previews.map(({ label }) => label)
}

test('a receptionist has a ticket printed at a kiosk that has a printer, and at no other', async () => {
  const hall = await runningHall()
  const { id: kiosk } = await hall.device('kiosk', { printer: 'preview:' })
  const { id: bare } = await hall.device('kiosk')
  const { id: display } = await hall.device('display')
  const rita = await hall.person('rita', 'receptionist')
  const { ticket } = await rita.does('ticket:issue', information)
  const first = { ticket: ticket!, kiosk, copy: false }
  expect(await rita.does('ticket:print', first)).toEqual({ ticket })
  expect(await rita.does('ticket:print', { ticket: ticket!, kiosk })).toEqual({ ticket })
  const cookie = await hall.staff('sup', 'supervisor')
  expect(await previewsOf(hall, cookie)).toEqual(['A001', 'A001'])

  for (const other of [null, bare, display, 'nobody'])
    expect(await rita.refusal('ticket:print', { ticket: ticket!, kiosk: other })).toBe('printer/none')
  const neighbour = await hall.kiosk({ printer: 'preview:' })
  expect(await neighbour.refusal('ticket:print', { ticket: ticket!, kiosk })).toBe('printer/none')
  const ana = await hall.person('ana', 'clerk')
  expect(await ana.refusal('ticket:print', first)).toBe('right/missing')
  expect(await previewsOf(hall, cookie)).toHaveLength(2)
})

test('what a visitor needs can be told later, and outlives a restart', async () => {
  const hall = await runningHall()
  const options = { cookie: await hall.staff('rita', 'receptionist'), origin: hall.server.url }
  const rita = await hall.connect({ kind: 'staff' }, options)
  const { ticket } = await rita.does('ticket:issue', { ...information, needs: ['sight'] })
  await rita.does('ticket:change', { ticket: ticket!, needs: ['mobility', 'small-child'] })
  const told = { id: ticket, needs: ['mobility', 'small-child'] }
  expect((await rita.seen('desk', ({ waiting }) => waiting[0]?.needs.length === 2)).waiting).toMatchObject([
    told,
  ])
  await hall.restart()
  const again = await hall.connect({ kind: 'staff' }, { ...options, origin: hall.server.url })
  expect((await again.seen('desk')).waiting).toMatchObject([told])
})
