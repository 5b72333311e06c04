import { expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { keptFacts } from '#shared/protocol/kept.ts'

import { runningHall, type RunningHall } from './running-hall.ts'

test('a hall that does not want it tells nobody whether it keeps its promises', async () => {
  const answer = await ask(await runningHall())
  expect([answer.status, await answer.json()]).toEqual([404, { code: 'not-found' }])
})

test('one that wants it tells anybody, from the moment that it does', async () => {
  const hall = await runningHall()
  const rules = { ...exampleHall.rules, showKept: true }
  await hall.operate('import', { config: { ...exampleHall, rules } })
  const answer = await ask(hall)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(keptFacts.parse(await answer.json())).toMatchObject({
    hall: { name: exampleHall.name, timeZone: 'Europe/Vilnius' },
    from: '2024-02-26',
    on: '2024-03-04',
    week: { total: { given: 0, offMinutes: null }, services: [] },
  })
})

test('a hall that is not set up has nothing to tell', async () => {
  const answer = await ask(await runningHall({ from: 'nothing' }))
  expect([answer.status, await answer.json()]).toEqual([409, { code: 'hall/not-configured' }])
})

function ask(hall: RunningHall): Promise<Response> {
  return fetch(`${hall.server.url}/api/kept`)
}
