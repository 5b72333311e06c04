import { expect, test } from 'vitest'

import { keptFacts } from '#shared/protocol/kept.ts'

import { runningHall, type RunningHall } from './running-hall.ts'

const information = { service: 'information', language: 'lt' } as const

test('what is promised at the kiosk is counted, for anybody who is signed in', async () => {
  const hall = await runningHall()
  const cookie = await hall.staff('jonas', 'clerk')
  const desk = await hall.connect({ kind: 'staff' }, { cookie, origin: hall.server.url })
  const kiosk = await hall.kiosk()
  await desk.does('shift:open', { counter: 'counter-1', profile: null, takeOver: false })
  await expect
    .poll(
      async () => {
        await kiosk.does('ticket:issue', information)
        hall.pass(0.2)
        return (await facts(hall, cookie)).today.total.given
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBeGreaterThan(0)
  const told = await facts(hall, cookie)
  expect(told).toMatchObject({ from: '2024-02-26', on: '2024-03-04' })
  expect(told.week.services[0]).toMatchObject({ id: 'information', name: { lt: 'Informacija' } })
}, 40_000)

test('nobody else is told, and a hall that is not set up has nothing to tell', async () => {
  const hall = await runningHall()
  expect((await ask(hall)).status).toBe(401)
  const empty = await runningHall({ from: 'nothing' })
  const answer = await ask(empty, await empty.staff('jonas', 'clerk'))
  expect([answer.status, await answer.json()]).toEqual([409, { code: 'hall/not-configured' }])
})

function ask(hall: RunningHall, cookie = ''): Promise<Response> {
  return fetch(`${hall.server.url}/api/promises`, { headers: { cookie } })
}

async function facts(hall: RunningHall, cookie: string) {
  return keptFacts.parse(await (await ask(hall, cookie)).json())
}
