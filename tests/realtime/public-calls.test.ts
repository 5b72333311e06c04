import { EventEmitter } from 'node:events'

import { expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { mostPublicLines, openPublicLines } from '#server/public-lines.ts'

import { runningHall, type RunningHall } from './running-hall.ts'

const look = (hall: RunningHall) => hall.connect({ kind: 'public' })

async function called(hall: RunningHall): Promise<string> {
  const [kiosk, clerk] = [await hall.kiosk(), await hall.person('rasa', 'clerk')]
  const { counters } = await clerk.seen('desk')
  await clerk.does('shift:open', { counter: counters[0]!.id, profile: null, takeOver: false })
  const { profiles, services } = exampleHall
  const service = profiles.find(({ id }) => id === exampleHall.counters[0]!.profile)!.first[0]!
  expect(services.map(({ id }) => id)).toContain(service)
  const fields = { service, language: 'lt' } as const
  const { label } = await kiosk.does('ticket:issue', fields)
  await clerk.does('ticket:call-next', { counter: counters[0]!.id })
  return label!
}

test('anybody sees the calls of the whole hall without a token', async () => {
  const hall = await runningHall()
  const onlooker = await look(hall)
  expect((await onlooker.seen('display')).calls).toEqual([])
  const label = await called(hall)
  const view = await onlooker.seen('display', ({ calls }) => calls.length > 0)
  expect(view.calls).toMatchObject([{ label, state: 'called' }])
  expect(view.panel).toBeNull()
})

test('who only looks may do nothing, and is told so', async () => {
  const hall = await runningHall()
  const onlooker = await look(hall)
  const service = exampleHall.services[0]!.id
  const fields = { service, language: 'lt' } as const
  expect(await onlooker.refusal('ticket:issue', fields)).toBe('right/missing')
  expect(await onlooker.refusal('ticket:cancel', { ticket: 't1' })).toBe('right/missing')
  expect(await onlooker.refusal('hall:configure', { config: exampleHall as never })).toBe('right/missing')
})

test('as many may look as there are places, and one more when one has gone', async () => {
  const hall = await runningHall()
  const all = await Promise.all(Array.from({ length: mostPublicLines }, () => look(hall)))
  await expect(look(hall)).rejects.toThrow('public/full')
  // The hall's own lines are not kept out by them.
  await (await hall.display()).seen('display')
  all[0]!.socket.disconnect()
  await expect
    .poll(
      () =>
        look(hall).then(
          () => 'in',
          () => 'out',
        ),
      { interval: 50 },
    )
    .toBe('in')
})

test('a connection takes one place however often it asks, and none once it has closed', () => {
  const lines = openPublicLines(1)
  const connection = () => Object.assign(new EventEmitter(), { readyState: 'open' as const }) as never
  const [one, other] = [connection(), connection()]
  expect([lines.letIn(one), lines.letIn(one), lines.letIn(other)]).toEqual([true, true, false])
  ;(one as EventEmitter).emit('close')
  expect(lines.letIn(Object.assign(new EventEmitter(), { readyState: 'closed' }) as never)).toBe(false)
  expect(lines.letIn(other)).toBe(true)
})
