import { expect, test } from 'vitest'

import { dayFairness, dayWaits } from '#shared/protocol/day.ts'

import { runningHall, type RunningHall } from './running-hall.ts'

const permits = { service: 'permits', language: 'lt' } as const

/** A new person of this role, at the page that watches over the hall. */
async function watching(hall: RunningHall, username: string, role: string) {
  const cookie = await hall.staff(username, role)
  return hall.connect(
    { kind: 'staff', page: 'supervisor' },
    { cookie, origin: new URL(hall.server.url).origin },
  )
}

test('a supervisor sees services, counters and devices change, and a desk of theirs is a desk', async () => {
  const hall = await runningHall()
  const sue = await watching(hall, 'sue', 'supervisor')
  const kiosk = await hall.kiosk()
  await kiosk.does('ticket:issue', permits)
  const view = await sue.seen('supervisor', ({ waitingInAll }) => waitingInAll === 1)
  expect(view.services.find(({ id }) => id === 'permits')).toMatchObject({ waiting: 1 })
  expect(view.counters.length).toBeGreaterThan(1)
  expect(view.me.rights).toContain('hall:see')

  const desk = await hall.person('tom', 'supervisor')
  expect((await desk.seen('desk')).waitingInAll).toBe(1)
})

test('an administrator may watch, a clerk and a receptionist may not', async () => {
  const hall = await runningHall()
  await (await watching(hall, 'ada', 'administrator')).seen('supervisor')
  for (const role of ['clerk', 'receptionist'])
    await expect(watching(hall, `a-${role}`, role)).rejects.toMatchObject({
      data: { code: 'right/missing', details: { right: 'hall:see' } },
    })
})

test('a device that left is wrong, one that never came is not, and one that is back is well', async () => {
  const hall = await runningHall()
  await hall.device('display')
  const sue = await watching(hall, 'sue', 'supervisor')
  const { token } = await hall.device('kiosk')
  const kiosk = await hall.connect({ kind: 'device', token })
  await kiosk.does('ticket:issue', permits)
  const { devices } = await sue.seen('supervisor', ({ waitingInAll }) => waitingInAll === 1)
  expect(devices).toEqual({ all: 2, wrong: [] })

  kiosk.socket.disconnect()
  const gone = await sue.seen('supervisor', (view) => view.devices.wrong.length > 0)
  expect(gone.devices.wrong).toMatchObject([{ kind: 'kiosk', trouble: 'away', name: 'The kiosk' }])
  expect(gone.devices.wrong[0]!.since).not.toBeNull()

  await hall.connect({ kind: 'device', token })
  await sue.seen('supervisor', (view) => view.devices.wrong.length === 0)
})

test('a supervisor finishes what was left at another’s counter and closes it, a clerk does not', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const [ana, bob] = [await hall.person('ana', 'clerk'), await hall.person('bob', 'clerk')]
  const sue = await watching(hall, 'sue', 'supervisor')
  const { counters } = await sue.seen('supervisor')
  const counter = counters[0]!.id
  await ana.does('shift:open', { counter })
  const { services } = await ana.seen('desk', ({ shift }) => shift !== null)
  for (const { id } of services) await kiosk.send('ticket:issue', { service: id, language: 'lt' })
  const { ticket } = await ana.does('ticket:call-next', { counter })
  await ana.does('ticket:start', { ticket: ticket! })

  expect(await bob.refusal('ticket:finish', { ticket: ticket! })).toBe('ticket/at-another-counter')
  expect(await bob.refusal('shift:close', { counter })).toBe('shift/not-yours')
  await sue.does('ticket:finish', { ticket: ticket! })
  await sue.does('shift:close', { counter })
  await sue.seen('supervisor', (view) => view.counters[0]!.state === 'closed')
  await ana.seen('desk', ({ shift }) => shift === null)
})

test('a counter takes other services until a time, and a clerk may not set that', async () => {
  const hall = await runningHall()
  const sue = await watching(hall, 'sue', 'supervisor')
  const { counters, profiles } = await sue.seen('supervisor')
  const { id: counter, profile: own } = counters[0]!
  const profile = profiles.find(({ id }) => id !== own)!.id
  const until = hall.now() + 60 * 60_000
  const ana = await hall.person('ana', 'clerk')
  expect(await ana.refusal('counter:set-profile', { counter, profile, until })).toBe('right/missing')
  await sue.does('counter:set-profile', { counter, profile, until })
  await sue.seen('supervisor', (view) => view.counters[0]!.profileUntil === until)
  await ana.does('shift:open', { counter })
  expect((await ana.seen('desk', ({ shift }) => shift !== null)).shift).toMatchObject({ profile })
})

test('how the day goes is told to who may see the hall, and to nobody else', async () => {
  const hall = await runningHall()
  const ask = async (path: string, cookie: string) => {
    const answer = await fetch(`${hall.server.url}/api/day/${path}`, { headers: { cookie } })
    return { status: answer.status, body: (await answer.json()) as object }
  }
  const sue = await hall.staff('sue', 'supervisor')
  const ana = await hall.staff('ana', 'clerk')
  await (await hall.kiosk()).does('ticket:issue', permits)
  hall.pass(1)
  for (const path of ['fairness', 'waits']) {
    expect(await ask(path, '')).toMatchObject({ status: 401 })
    expect(await ask(path, ana)).toEqual({
      status: 403,
      body: { code: 'right/missing', details: { right: 'hall:see' } },
    })
  }
  const counted = await ask('fairness', sue)
  expect(dayFairness.parse(counted.body)).toMatchObject({ calls: 0, worst: null })
  const { quarters } = dayWaits.parse((await ask('waits', sue)).body)
  expect(quarters.at(-1)).toMatchObject({ arrivals: 1, waiting: 1, meanWaitMs: null })
})

test('a message stands on displays and on phones of those who wait, and is gone from both when it is removed', async () => {
  const hall = await runningHall()
  const cookie = await hall.staff('sue', 'supervisor')
  const display = await hall.display()
  const { url } = await (await hall.kiosk()).does('ticket:issue', permits)
  const phone = await hall.phone(url!)
  const origin = new URL(hall.server.url).origin
  const headers = { cookie, origin, 'content-type': 'application/json' }
  const title = { lt: 'Sistema laikinai neveikia' }
  const rest = { body: {}, picture: null, zone: null, from: null, until: hall.now() + 60_000 }
  const answer = await fetch(`${origin}/api/notices`, {
    ...{ method: 'POST', headers },
    body: JSON.stringify({ title, ...rest, toPhones: true }),
  })
  expect(answer.status).toBe(201)
  const { id } = (await answer.json()) as { id: string }
  expect((await phone.seen('phone', ({ message }) => message !== null)).message).toEqual(title)
  await display.seen('display', ({ notices }) => notices.some((notice) => notice.id === id))

  await fetch(`${origin}/api/notices/${id}`, { method: 'DELETE', headers })
  await phone.seen('phone', ({ message }) => message === null)
  await display.seen('display', ({ notices }) => notices.length === 0)
})
