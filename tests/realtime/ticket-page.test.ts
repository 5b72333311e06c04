import { expect, test } from 'vitest'

import { runningHall } from './running-hall.ts'

test('a ticket is told over HTTP as its phone sees it on the line, also when it is over', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const { ticket, url } = await kiosk.does('ticket:issue', { service: 'information', language: 'en' })
  const phone = await hall.phone(url!)
  const asked = () => fetch(`${hall.server.url}/api/tickets/${url!.split('/').at(-1)}`)

  const waiting = await asked()
  expect(waiting.headers.get('cache-control')).toBe('no-store')
  expect(await waiting.json()).toEqual(await phone.seen('phone'))

  await phone.does('ticket:cancel', { ticket: ticket! })
  expect(await (await asked()).json()).toMatchObject({ state: 'cancelled', language: 'en', mayCancel: false })
})

test.each(['x', 'a'.repeat(64), '%00'])('nothing is told of a ticket by the code %j', async (code) => {
  const hall = await runningHall()
  const answer = await fetch(`${hall.server.url}/api/tickets/${code}`)
  expect(answer.status).toBe(404)
  expect(await answer.json()).toEqual({ code: 'credential/unknown' })
})

test('a second page on a ticket is sent the whole view first, also while something changes', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const rita = await hall.person('rita', 'receptionist')
  const issue = () => kiosk.does('ticket:issue', { service: 'information', language: 'lt' })
  const [first, second, { url }] = [await issue(), await issue(), await issue()]
  await (await hall.phone(url!)).seen('phone')
  await rita.does('ticket:cancel', { ticket: first.ticket! })
  await rita.does('ticket:cancel', { ticket: second.ticket! })
  const again = await hall.phone(url!)
  expect(await again.seen('phone')).toMatchObject({ state: 'waiting', ahead: 0 })
  expect(again.messages.find(({ name }) => name.startsWith('view:'))).toMatchObject({ name: 'view:changed' })
})
