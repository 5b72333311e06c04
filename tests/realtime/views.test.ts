import { expect, test } from 'vitest'

import type { DownFields } from '#shared/protocol/down.ts'

import type { Client } from './client.ts'
import { nameOf, runningHall, type RunningHall } from './running-hall.ts'

const information = { service: 'information', language: 'lt' } as const
const note = 'the visitor is called Ona Onaitė'

/** Lets tickets go through everything that can happen to them; every client checks all that it is sent. */
async function wholeDay(hall: RunningHall, kiosk: Client, ana: Client, bob: Client): Promise<void> {
  const issue = async () => (await kiosk.does('ticket:issue', { ...information, needs: ['hearing'] })).ticket!
  const [one, two, three, four] = [await issue(), await issue(), await issue(), await issue()]
  const call = async (desk: Client, counter: string, ticket: string) => {
    await desk.does('ticket:call', { counter, ticket })
    await desk.does('ticket:start', { ticket })
  }
  await ana.does('shift:open', { counter: 'counter-1' })
  await bob.does('shift:open', { counter: 'counter-2', profile: 'everything' })
  await call(ana, 'counter-1', one)
  await ana.does('ticket:pause', { ticket: one })
  await ana.does('ticket:resume', { ticket: one })
  await ana.does('ticket:transfer', { ticket: one, service: 'payments', note })
  await ana.does('step:undo', { counter: 'counter-1' })
  await ana.does('ticket:next-leg', { ticket: one, service: 'tourism', note })
  await ana.does('ticket:call', { counter: 'counter-1', ticket: two })
  hall.pass(1)
  await ana.does('ticket:recall', { ticket: two })
  await ana.does('ticket:miss', { ticket: two })
  await call(bob, 'counter-2', three)
  await bob.does('ticket:park', { ticket: three })
  await bob.does('ticket:change', { ticket: four, class: 'appointment' })
  await bob.does('ticket:bind', { ticket: four, bound: { counter: 'counter-1' } })
  await bob.does('shift:pause', { counter: 'counter-2', reason: 'lunch' })
  await bob.does('ticket:cancel', { ticket: four })
  await bob.does('ticket:restore', { ticket: four, place: 'end' })
  await ana.does('ticket:report', { ticket: two })
}

test('in every state of a day each view fits the protocol, and tells its audience no more than it may know', async () => {
  const hall = await runningHall()
  const [kiosk, display] = [await hall.kiosk(), await hall.display()]
  const [ana, bob] = [await hall.person('ana', 'supervisor'), await hall.person('bob', 'supervisor')]
  const { ticket: own, url } = await kiosk.does('ticket:issue', { ...information, needs: ['mobility'] })
  const phone = await hall.phone(url!)
  await wholeDay(hall, kiosk, ana, bob)
  await ana.does('ticket:call', { counter: 'counter-1', ticket: own! })
  await phone.seen('phone', ({ state }) => state === 'called')
  await Promise.all([
    display.seen('display', ({ calls }) => calls.some(({ label }) => label === 'A001')),
    kiosk.seen('kiosk', ({ services }) => services.some(({ waiting }) => waiting > 0)),
  ])
  const desk = await ana.seen(
    'desk',
    ({ visitor, waiting }) => visitor?.id === own && waiting.every(({ id }) => id !== own),
  )
  expect(desk).toMatchObject({
    visitor: { label: 'A001', needs: ['mobility'], state: 'called', recallsLeft: 3 },
    parked: [{ label: 'A004' }],
    undo: { step: 'ticket:called', label: 'A001' },
  })
  expect(desk.counters[1]).toMatchObject({ state: 'paused', clerk: nameOf('bob') })
  // Whoever calls its visitor reads it, and nobody before.
  expect(JSON.stringify(desk)).not.toContain(note)

  const clerks = [desk.me.id, (await bob.seen('desk')).me.id, nameOf('ana'), nameOf('bob')]
  const tickets = [...desk.waiting, ...desk.parked, ...desk.missed].map(({ id }) => id)
  expect(tickets).toHaveLength(4)
  const secrets = [...clerks, ...tickets, note, 'hearing', 'mobility', 'lunch']
  for (const [audience, allowed] of [
    [display, []],
    [kiosk, []],
    [phone, [own]],
  ] as const) {
    const told = JSON.stringify(audience.messages.filter(({ name }) => name !== 'ticket:printed'))
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([])
    expect(told.includes(own!)).toBe((allowed as readonly unknown[]).includes(own))
  }
  // Who looks only now sees the same as who was there all the time.
  const late = await hall.display()
  expect(await late.seen('display')).toEqual(display.views.at(-1))
})

test('a phone knows how many come before it, and not who', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const first = await kiosk.does('ticket:issue', information)
  await kiosk.does('ticket:issue', { service: 'payments', language: 'lt' })
  const phone = await hall.phone((await kiosk.does('ticket:issue', information)).url!)
  expect(await phone.seen('phone')).toMatchObject({ state: 'waiting', ahead: 1, counter: null })
  const rita = await hall.person('rita', 'receptionist')
  await rita.does('ticket:cancel', { ticket: first.ticket! })
  await phone.seen('phone', ({ ahead }) => ahead === 0)
})

test('under a burst a room gets a view each 50 ms at most, and the last one is how it is', async () => {
  const hall = await runningHall()
  const [kiosk, display] = [await hall.kiosk(), await hall.display()]
  await display.seen('display')
  const before = display.views.length
  const began = performance.now()
  for (let n = 0; n < 200; n++) await kiosk.does('ticket:issue', information)
  const last = await display.seen('display', ({ waitingInAll }) => waitingInAll === 200)
  const took = performance.now() - began
  expect(last.waiting.find(({ service }) => service === 'information')?.waiting).toBe(200)
  // One at the start of each 50 ms that passed, however slow the machine is.
  expect(display.views.length - before).toBeLessThanOrEqual(Math.floor(took / 50) + 2)

  const versions = display.messages
    .filter(({ name }) => name.startsWith('view:'))
    .map(({ fields }) => (fields as { version: number }).version)
  expect(versions).toEqual(versions.toSorted((a, b) => a - b))
  expect(new Set(versions).size).toBe(versions.length)
})

test('a clerk who pressed sees what came of it before the answer', async () => {
  const hall = await runningHall()
  const ana = await hall.person('ana', 'clerk')
  await ana.seen('desk', ({ shift }) => shift === null)
  await ana.does('shift:open', { counter: 'counter-1' })
  expect(ana.views.at(-1)).toMatchObject({ shift: { counter: 'counter-1' } })
})

test('a clerk who pressed sees the own visitor first, and with the next view what else changed', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const ana = await hall.person('ana', 'clerk')
  await ana.does('shift:open', { counter: 'counter-1' })
  for (let n = 0; n < 3; n++) await kiosk.does('ticket:issue', information)
  await ana.seen('desk', ({ waitingForMe }) => waitingForMe === 3)
  const told = ana.messages.length

  await ana.does('ticket:call-next', { counter: 'counter-1' })
  const first = ana.messages.slice(told).find(({ name }) => name === 'view:updated')
  const { parts, lists } = first!.fields as DownFields<'view:updated'>
  expect(parts).toMatchObject({ visitor: { label: 'A001' }, offer: null, undo: { label: 'A001' } })
  expect(Object.keys(parts)).not.toContain('counters')
  expect(lists).toEqual({})
  await ana.seen('desk', ({ waitingForMe, waiting }) => waitingForMe === 2 && waiting.length === 2)

  // What changes nothing before the clerk is seen at once as well.
  await ana.does('help:ask', { counter: 'counter-1' })
  expect(ana.views.at(-1)).toMatchObject({ help: [{ counter: 'counter-1' }] })
})

test('a view that says the same as the last one is not sent again', async () => {
  const hall = await runningHall()
  const [kiosk, display] = [await hall.kiosk(), await hall.display()]
  const rita = await hall.person('rita', 'receptionist')
  const { ticket } = await kiosk.does('ticket:issue', information)
  await display.seen('display', ({ waitingInAll }) => waitingInAll === 1)
  const before = display.views.length
  await rita.does('ticket:change', { ticket: ticket!, class: 'priority' })
  await rita.seen('desk', ({ waiting }) => waiting[0]?.class === 'priority')
  await kiosk.does('ticket:issue', information)
  await display.seen('display', ({ waitingInAll }) => waitingInAll === 2)
  expect(display.views.length).toBe(before + 1)
})

test('after the first view only the parts of it that differ are sent', async () => {
  const hall = await runningHall()
  const [kiosk, display] = [await hall.kiosk(), await hall.display()]
  const first = await display.seen('display')
  await kiosk.does('ticket:issue', information)
  const next = await display.seen('display', ({ waitingInAll }) => waitingInAll === 1)
  const { version } = await display.heard('view:changed')
  const updated = await display.heard('view:updated')
  expect(updated.version).toBe(version + 1)
  expect(Object.keys(updated.parts)).toEqual(['waiting', 'waitingInAll'])
  expect({ ...next, waiting: first.waiting, waitingInAll: 0 }).toEqual(first)
})

test('of many who wait a desk is sent the first twenty, and how many there are', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const ana = await hall.person('ana', 'clerk')
  await ana.does('shift:open', { counter: 'counter-1' })
  await Promise.all(Array.from({ length: 25 }, () => kiosk.does('ticket:issue', information)))
  await kiosk.does('ticket:issue', { service: 'business', language: 'lt' })
  const view = await ana.seen('desk', ({ waitingInAll }) => waitingInAll === 26)
  expect(view.waitingForMe).toBe(25)
  expect(view.longest).toMatchObject({ label: 'A001' })
  expect(view.waiting.map(({ label }) => label)).toEqual(
    Array.from({ length: 20 }, (_, n) => `A${String(n + 1).padStart(3, '0')}`),
  )
})
