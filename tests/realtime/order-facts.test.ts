import { expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { orderFacts } from '#shared/protocol/order-facts.ts'

import { runningHall, type RunningHall } from './running-hall.ts'

test('anybody may know how the hall decides whose turn it is, and nothing else of it', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  await kiosk.does('ticket:issue', { service: 'information', language: 'lt', needs: [] })
  const answer = await ask(hall)
  const facts = orderFacts.parse(await answer.json())
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(facts).toMatchObject({
    on: '2024-03-04',
    order: { rule: 'share', mostOvertaken: 12, priorityShare: 0.5 },
    hasFallback: true,
    hasSpeakers: false,
    recalls: 3,
    reportMinutes: 15,
  })
  const tickets = exampleHall.services.filter(({ series }) => series !== null)
  expect(facts.services.map(({ id }) => id)).toEqual(tickets.map(({ id }) => id))
})

test('what the hall changes is told at once, as is that only some of the staff speak a language', async () => {
  const hall = await runningHall()
  const [first, ...others] = exampleHall.profiles
  await hall.operate('import', {
    config: {
      ...exampleHall,
      order: { rule: 'ratio', mostOvertaken: null },
      profiles: [{ ...first, languages: ['en'] }, ...others],
    },
  })
  expect(await (await ask(hall)).json()).toMatchObject({
    order: { rule: 'ratio', mostOvertaken: null },
    hasSpeakers: true,
  })
})

test('a hall that is not set up has no rule to tell', async () => {
  const answer = await ask(await runningHall({ from: 'nothing' }))
  expect([answer.status, await answer.json()]).toEqual([409, { code: 'hall/not-configured' }])
})

test('a display is told the rule of its hall', async () => {
  const display = await (await runningHall()).display()
  expect((await display.seen('display')).order).toEqual({ rule: 'share', mostOvertaken: 12 })
})

function ask(hall: RunningHall): Promise<Response> {
  return fetch(`${hall.server.url}/api/order`)
}
