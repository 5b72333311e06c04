import { expect, test } from 'vitest'

import { foundTickets, kioskPrinters } from '#shared/protocol/found-tickets.ts'
import type { RecordPage } from '#shared/protocol/record.ts'

import { freshId } from './client.ts'
import { pageOf } from './page.ts'
import { codeOf, runningHall, type RunningHall } from './running-hall.ts'

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

test('each paper that was asked for is on record once, and none that did not come', async () => {
  const hall = await runningHall()
  const { id: kiosk } = await hall.device('kiosk', { name: 'Prie durų', printer: 'preview:' })
  const rita = await hall.person('rita', 'receptionist')
  const { ticket } = await rita.does('ticket:issue', information)
  const again = { ticket: ticket!, kiosk }
  const id = freshId()
  await rita.send('ticket:print', again, id)
  await rita.send('ticket:print', again, id)
  await rita.refusal('ticket:print', { ticket: 'nobody', kiosk })
  await rita.refusal('ticket:print', { ticket: ticket!, kiosk: 'nobody' })
  const admin = pageOf(hall, await hall.staff('admin', 'administrator'))
  const { body } = await admin('GET', '/record?from=2024-03-04&to=2024-03-04&kind=tickets&about=A001')
  expect((body as RecordPage).entries).toMatchObject([
    {
      act: 'ticket:printed',
      by: { name: 'Colleague rita' },
      subject: { kind: 'ticket', id: ticket, name: 'A001' },
      changes: [
        { fact: 'printer', after: 'Prie durų' },
        { fact: 'copy', after: true },
      ],
    },
    { act: 'ticket:issued' },
  ])
})

test('what a visitor needs and speaks can be told later, and outlives a restart', async () => {
  const hall = await runningHall()
  const options = { cookie: await hall.staff('rita', 'receptionist'), origin: hall.server.url }
  const rita = await hall.connect({ kind: 'staff' }, options)
  const { ticket } = await rita.does('ticket:issue', { ...information, needs: ['sight'] })
  await rita.does('ticket:change', { ticket: ticket!, needs: ['mobility', 'sign-language'] })
  await rita.does('ticket:change', { ticket: ticket!, language: 'uk' })
  const told = { id: ticket, language: 'uk', needs: ['mobility', 'sign-language'] }
  expect((await rita.seen('desk', ({ waiting }) => waiting[0]?.language === 'uk')).waiting).toMatchObject([
    told,
  ])
  await hall.restart()
  const again = await hall.connect({ kind: 'staff' }, { ...options, origin: hall.server.url })
  expect((await again.seen('desk')).waiting).toMatchObject([told])
})

const receptionist = async (hall: RunningHall, role = 'receptionist') => {
  const cookie = await hall.staff('rita', role)
  const find = async (asked: string) => {
    const answer = await fetch(`${hall.server.url}/api/reception/find?q=${encodeURIComponent(asked)}`, {
      headers: { cookie },
    })
    if (!answer.ok) return answer.status
    return foundTickets.parse(await answer.json()).tickets
  }
  const options = { cookie, origin: hall.server.url }
  return { cookie, find, line: await hall.connect({ kind: 'staff', page: 'reception' }, options) }
}

test('a ticket is found by its number as people say it, and by what its code says to a reader', async () => {
  const hall = await runningHall()
  const { find, line } = await receptionist(hall)
  const { ticket, url } = await line.does('ticket:issue', { ...information, needs: ['hearing'] })
  await line.does('ticket:issue', information)
  const found = { id: ticket, label: 'A001', state: 'waiting', needs: ['hearing'], ahead: 0, url }
  for (const asked of ['A001', 'a1', ' a 01 ', '1', url!, codeOf(url!)])
    expect(await find(asked), asked).toMatchObject([found])
  for (const asked of ['', 'A', 'Z001', 'A0', 'A00x1', 'http://elsewhere/t/abc', "'; --"])
    expect(await find(asked), asked).toEqual([])
  expect(await find('a'.repeat(301))).toBe(400)
})

test('an ended ticket is found too, and restored; on the next day it is not found', async () => {
  const hall = await runningHall()
  const { find, line } = await receptionist(hall)
  const { ticket } = await line.does('ticket:issue', information)
  await line.does('ticket:cancel', { ticket: ticket! })
  expect(await find('A001')).toMatchObject([{ id: ticket, state: 'cancelled', ahead: null, url: null }])
  await line.does('ticket:restore', { ticket: ticket! })
  expect(await find('A001')).toMatchObject([{ id: ticket, state: 'waiting', endedAt: null }])
  hall.pass(13 * 60)
  await hall.restart()
  expect(await find('A001')).toEqual([])
})

test('only who may see the queue looks for tickets, and only who may print something asks for printers', async () => {
  const hall = await runningHall()
  const { id } = await hall.device('kiosk', { name: 'Prie durų', printer: 'preview:' })
  await hall.device('kiosk')
  const statusFor = async (cookie: string, path: string) =>
    (await fetch(`${hall.server.url}/api/reception/${path}`, { headers: { cookie } })).status
  const { cookie } = await receptionist(hall)
  const clerk = await hall.staff('ana', 'clerk')
  expect(await statusFor('', 'find?q=A001')).toBe(401)
  expect(await statusFor(clerk, 'find?q=A001')).toBe(200)
  expect(await statusFor(clerk, 'printers')).toBe(200)
  expect(await statusFor('', 'printers')).toBe(401)
  const printers = await fetch(`${hall.server.url}/api/reception/printers`, { headers: { cookie } })
  expect(kioskPrinters.parse(await printers.json())).toEqual({
    kiosks: [{ id, name: 'Prie durų', state: 'ready' }],
  })
})

test('the reception sees who waits, what the next number is, and who was missed', async () => {
  const hall = await runningHall()
  const { line } = await receptionist(hall)
  expect((await line.seen('reception')).services[0]).toMatchObject({ next: 'A001', closed: null })
  await line.does('ticket:issue', { ...information, number: 17 })
  const view = await line.seen('reception', ({ waitingInAll }) => waitingInAll === 1)
  expect(view.services[0]).toMatchObject({ next: 'A018', waiting: 1 })
  expect(view.waiting).toMatchObject([{ label: 'A017', service: 'information', promised: null }])

  const ana = await hall.person('ana', 'clerk')
  await ana.does('shift:open', { counter: 'counter-1' })
  const { ticket } = await ana.does('ticket:call-next', { counter: 'counter-1' })
  await ana.does('ticket:miss', { ticket: ticket! })
  const missed = await line.seen('reception', (seen) => seen.missed.length > 0)
  expect(missed).toMatchObject({ waiting: [], missed: [{ label: 'A017' }] })
  await line.does('ticket:report', { ticket: ticket! })
  await line.seen('reception', ({ waitingInAll }) => waitingInAll === 1)
})
