import { expect, test } from 'vitest'

import type { LaunchFacts } from '#shared/protocol/launch.ts'

import { runningHall, type RunningHall } from './running-hall.ts'

test('anybody may know the name and the address of a hall, and nothing of what runs in it', async () => {
  const hall = await runningHall()
  const { name, running, ...facts } = await launch(hall)
  expect(name?.lt).toBe('Informacijos ir paslaugų centras')
  expect(running).toBeNull()
  expect(facts).toEqual({
    setUp: false,
    publicUrl: hall.server.url,
    reach: 'this-machine',
    demo: null,
  })
})

test('anybody may know the colour of a hall', async () => {
  const hall = await runningHall()
  await hall.operate('import', {
    config: { ...((await example()) as object), brand: { colour: '#7a1f3d', logo: null } },
  })
  const answer = await fetch(`${hall.server.url}/api/brand`)
  expect(await answer.json()).toEqual({ colour: '#7a1f3d' })
})

test.each(['clerk', 'receptionist'])('a %s is not shown what runs', async (role) => {
  const hall = await runningHall()
  expect((await launch(hall, await hall.staff('ana', role))).running).toBeNull()
})

test('a supervisor sees what is connected, how the printers fare and how many wait', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  await hall.display()
  await kiosk.send('ticket:issue', issue)
  const cookie = await hall.staff('ana', 'supervisor')

  const { running } = await launch(hall, cookie)

  expect(running).toMatchObject({
    build: 'test',
    hall: { open: true, day: '2024-03-04', waiting: 1, countersOpen: 0 },
    connected: { kiosks: 1, displays: 1, desks: 0, phones: 0 },
    devices: [
      { kind: 'kiosk', connected: true, printer: 'preview' },
      { kind: 'display', connected: true, printer: null },
    ],
    newestTicket: { label: 'A001' },
  })
  await hall.phone(running!.newestTicket!.page)
  expect((await launch(hall, cookie)).running?.connected.phones).toBe(1)
})

test('what a new hall still has to do ticks itself as it happens', async () => {
  const hall = await runningHall({ from: 'nothing' })
  const cookie = await hall.staff('ana', 'administrator')
  const done = async () => {
    const deeds = (await launch(hall, cookie)).running!.done
    return Object.entries(deeds).flatMap(([deed, isDone]) => (isDone ? [deed] : []))
  }
  expect(await done()).toEqual([])

  await hall.operate('import', { config: await example() })
  expect(await done()).toEqual(['services'])
  const kiosk = await hall.kiosk()
  expect(await done()).toEqual(['services', 'kiosk'])
  await hall.display()
  const clerk = await hall.person('jonas', 'clerk')
  expect(await done()).toEqual(['services', 'kiosk', 'display', 'clerk'])
  await clerk.send('shift:open', { counter: 'counter-1' })
  expect(await done()).toEqual(['services', 'kiosk', 'display', 'clerk', 'counter'])
  await kiosk.send('ticket:issue', issue)
  await clerk.send('ticket:call-next', { counter: 'counter-1' })
  expect(await done()).toEqual(['services', 'kiosk', 'display', 'clerk', 'counter', 'call'])
})

test('a demonstration names its accounts to everybody', async () => {
  const accounts = [{ username: 'demo', password: 'a long enough password', name: 'Demo', role: 'clerk' }]
  expect((await launch(await runningHall({ demo: { accounts } }))).demo).toEqual(accounts)
})

const issue = { service: 'information', language: 'lt' } as const

async function launch({ server }: RunningHall, cookie = ''): Promise<LaunchFacts> {
  const answer = await fetch(`${server.url}/api/launch`, { headers: { cookie } })
  return (await answer.json()) as LaunchFacts
}

async function example(): Promise<unknown> {
  return (await import('#server/example-hall.json', { with: { type: 'json' } })).default
}
