import { EventEmitter } from 'node:events'

import { expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { mostPublicLines, openPublicLines } from '#server/public-lines.ts'

import { runningHall, type RunningHall } from './running-hall.ts'

const connection = () => Object.assign(new EventEmitter(), { readyState: 'open' as const }) as never
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

test('from one address as many may look as its share of the places, and one more when one has gone', async () => {
  const hall = await runningHall()
  const all = await Promise.all(Array.from({ length: mostPublicLines.ofOne }, () => look(hall)))
  await expect(look(hall)).rejects.toThrow('public/full')
  // Neither the hall's own lines nor who looks from elsewhere are kept out by them.
  const elsewhere = await hall.connect({ kind: 'public' }, { from: '127.0.0.2' })
  await elsewhere.seen('display')
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
  const lines = openPublicLines({ inAll: 1, ofOne: 1 })
  const [one, other] = [connection(), connection()]
  expect([one, one, other].map((each) => lines.letIn(each, 'a'))).toEqual([true, true, false])
  ;(one as EventEmitter).emit('close')
  expect(lines.letIn(Object.assign(new EventEmitter(), { readyState: 'closed' }) as never, 'a')).toBe(false)
  expect(lines.letIn(other, 'a')).toBe(true)
})

test('an address that has its share keeps nobody else out, until the places are over', () => {
  const lines = openPublicLines({ inAll: 3, ofOne: 2 })
  const first = connection()
  expect(lines.letIn(first, 'a')).toBe(true)
  const others = ['a', 'a', 'b', 'b'].map((asker) => lines.letIn(connection(), asker))
  expect(others).toEqual([true, false, true, false])
  ;(first as EventEmitter).emit('close')
  expect(lines.letIn(connection(), 'a')).toBe(true)
})
