import { expect, test } from 'vitest'

import type { Client } from './client.ts'
import { codeOf, runningHall } from './running-hall.ts'

const information = { service: 'information', language: 'lt' } as const

/** Told why, and then hung up on. */
async function isCutOff(client: Client) {
  expect(await client.heard('session:ended')).toEqual({ code: 'credential/ended' })
  await client.disconnected
  expect(client.messages.at(-1)?.name).toBe('session:ended')
}

test('a device whose token is revoked is cut off at once and cannot come back', async () => {
  const hall = await runningHall()
  const { id, token } = await hall.device('kiosk')
  const revoked = await hall.connect({ kind: 'device', token })
  const other = await hall.kiosk()
  expect(await hall.operate('device revoke', { id })).toMatchObject({ ok: true })

  await isCutOff(revoked)
  await expect(hall.connect({ kind: 'device', token })).rejects.toThrow('credential/unknown')
  await other.does('ticket:issue', information)
})

test.each([
  ['is removed', 'staff remove', {}],
  ['gets a new password', 'staff password', { password: 'another long password' }],
])('a clerk who %s is cut off everywhere', async (_what, operation, input) => {
  const hall = await runningHall()
  const cookie = await hall.staff('ana', 'clerk')
  const secondCookie = await hall.signIn('ana')
  const origin = hall.server.url
  const desks = await Promise.all([
    hall.connect({ kind: 'staff' }, { cookie, origin }),
    hall.connect({ kind: 'staff' }, { cookie: secondCookie, origin }),
  ])
  const bob = await hall.person('bob', 'clerk')

  expect(await hall.operate(operation, { username: 'ana', ...input })).toMatchObject({ ok: true })
  await Promise.all(desks.map(isCutOff))
  await expect(hall.connect({ kind: 'staff' }, { cookie, origin })).rejects.toThrow('credential/unknown')
  await bob.does('shift:open', { counter: 'counter-1' })
})

test('who signs out is cut off in that browser and in no other', async () => {
  const hall = await runningHall()
  const cookie = await hall.staff('ana', 'clerk')
  const otherCookie = await hall.signIn('ana')
  const origin = hall.server.url
  const here = await hall.connect({ kind: 'staff' }, { cookie, origin })
  const there = await hall.connect({ kind: 'staff' }, { cookie: otherCookie, origin })

  const headers = { cookie, origin, 'content-type': 'application/json' }
  const answer = await fetch(`${origin}/api/auth/sign-out`, { method: 'POST', headers, body: '{}' })
  expect(answer.status).toBe(200)
  await isCutOff(here)
  await expect(hall.connect({ kind: 'staff' }, { cookie, origin })).rejects.toThrow('credential/unknown')
  await there.does('shift:open', { counter: 'counter-1' })
})

test('a phone sees how its ticket ended, and whoever opens the address then is shown it and cut off', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const { ticket, url } = await kiosk.does('ticket:issue', { ...information, language: 'en' })
  const [phone, tablet] = [await hall.phone(url!), await hall.phone(url!)]
  await phone.seen('phone', ({ state, ahead }) => state === 'waiting' && ahead === 0)
  const ana = await hall.person('ana', 'clerk')
  await ana.does('shift:open', { counter: 'counter-1' })
  await ana.does('ticket:call-next', { counter: 'counter-1' })
  await ana.does('ticket:start', { ticket: ticket! })
  await ana.does('ticket:finish', { ticket: ticket! })

  const ended = { label: 'A001', state: 'served', language: 'en', mayCancel: false }
  for (const one of [phone, tablet])
    expect(await one.seen('phone', ({ state }) => state === 'served')).toMatchObject(ended)
  const again = await hall.phone(url!)
  await isCutOff(again)
  expect(again.views).toMatchObject([ended])
})

test('a phone whose ticket came back to life sees it live again, on its line and on a new one', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const desk = await hall.person('rita', 'receptionist')
  const { ticket, url } = await kiosk.does('ticket:issue', information)
  const phone = await hall.phone(url!)
  await desk.does('ticket:cancel', { ticket: ticket! })
  await phone.seen('phone', ({ state }) => state === 'cancelled')
  await desk.does('ticket:restore', { ticket: ticket! })
  for (const one of [phone, await hall.phone(url!)])
    await one.seen('phone', ({ state, mayCancel }) => state === 'waiting' && mayCancel)
})

test('when the day is over no phone is left on its line', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const { url } = await kiosk.does('ticket:issue', information)
  const phone = await hall.phone(url!)
  hall.pass(24 * 60)
  await kiosk.does('assistance:ask', {})
  await isCutOff(phone)
  expect(phone.views.at(-1)).toMatchObject({ state: 'expired' })
})

test('a visitor who gives up a ticket on the phone is told that it worked', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const { ticket, url } = await kiosk.does('ticket:issue', information)
  const phone = await hall.phone(url!)
  await phone.does('ticket:cancel', { ticket: ticket! })
  await phone.seen('phone', ({ state }) => state === 'cancelled')
})

test('a code with one letter changed opens nothing', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const code = codeOf((await kiosk.does('ticket:issue', information)).url!)
  for (const wrong of ['', 'x', code.slice(1), `${code}A`, code.slice(0, -1), `${code.slice(0, -1)}~`]) {
    await expect(hall.connect({ kind: 'ticket', code: wrong })).rejects.toThrow('credential/unknown')
  }
})
