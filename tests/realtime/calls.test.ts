import { expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }

import { runningHall } from './running-hall.ts'

const withoutSide = {
  ...exampleHall,
  zones: exampleHall.zones.filter(({ id }) => id !== 'side'),
  counters: exampleHall.counters.filter(({ zone }) => zone !== 'side'),
}

const information = { service: 'information', language: 'lt' } as const

test('a call comes to every display at once, and to its own phone, so does a recall, and to nobody else', async () => {
  const hall = await runningHall()
  const [kiosk, display, other] = [await hall.kiosk(), await hall.display(), await hall.display()]
  const ana = await hall.person('ana', 'clerk')
  await ana.does('shift:open', { counter: 'counter-5', profile: 'residents' })
  const { ticket, url } = await kiosk.does('ticket:issue', information)
  const phone = await hall.phone(url!)
  await ana.does('ticket:call-next', { counter: 'counter-5' })
  const first = await phone.seen('phone', ({ state }) => state === 'called')
  hall.pass(1)
  await ana.does('ticket:recall', { ticket: ticket! })

  for (const one of [display, other]) {
    const calls = () =>
      one.messages.filter(({ name }) => name === 'ticket:called').map(({ fields }) => fields)
    await expect.poll(calls).toHaveLength(2)
    const zone = exampleHall.zones.find(({ id }) => id === 'side')!.name
    const call = { label: 'A001', counter: '5', zone, direction: 'right', at: expect.any(Number), spoken: [] }
    expect(calls()).toEqual([
      { ...call, call: expect.any(Number), again: false },
      { ...call, call: expect.any(Number), again: true },
    ])
    const [earlier, later] = calls().map((fields) => (fields as { call: number }).call)
    expect(later).toBeGreaterThan(earlier!)
  }
  const again = await phone.seen('phone', ({ calledAt }) => calledAt! > first.calledAt!)
  expect(again.counter).toEqual(first.counter)
  for (const one of [kiosk, phone, ana]) {
    expect(one.messages.filter(({ name }) => name === 'ticket:called')).toEqual([])
  }
  expect(display.messages.filter(({ name }) => name === 'ticket:called')).toHaveLength(2)
})

test('a call that was made and taken back in one moment was still called', async () => {
  const hall = await runningHall()
  const [kiosk, display] = [await hall.kiosk(), await hall.display()]
  const ana = await hall.person('ana', 'clerk')
  await ana.does('shift:open', { counter: 'counter-1' })
  await kiosk.does('ticket:issue', information)
  await Promise.all([
    ana.does('ticket:call-next', { counter: 'counter-1' }),
    ana.does('step:undo', { counter: 'counter-1' }),
  ])
  await display.heard('ticket:called', ({ label }) => label === 'A001')
  await display.seen('display', ({ calls, waitingInAll }) => calls.length === 0 && waitingInAll === 1)
})

test('a display of a zone hears and shows the calls of its counters only, and who waits for their services', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const [whole, main, side] = [await hall.display(), await hall.display('main'), await hall.display('side')]
  const [ana, bob] = [await hall.person('ana', 'clerk'), await hall.person('bob', 'clerk')]
  await ana.does('shift:open', { counter: 'counter-1' })
  await bob.does('shift:open', { counter: 'counter-5' })
  await kiosk.does('ticket:issue', information)
  for (let n = 0; n < 2; n += 1) await kiosk.does('ticket:issue', { service: 'business', language: 'lt' })
  await kiosk.does('ticket:issue', { service: 'documents', language: 'lt' })
  await ana.does('ticket:call-next', { counter: 'counter-1' })
  await bob.does('ticket:call-next', { counter: 'counter-5' })

  for (const [display, counters, waiting] of [
    [whole, ['1', '5'], 2],
    [main, ['1'], 2],
    [side, ['5'], 1],
  ] as const) {
    const last = await display.seen(
      'display',
      ({ calls, waitingInAll }) => calls.length === counters.length && waitingInAll === waiting,
    )
    expect(last.calls.map(({ counter }) => counter).toSorted()).toEqual(counters)
    for (const counter of counters) await display.heard('ticket:called', (call) => call.counter === counter)
    expect(display.messages.filter(({ name }) => name === 'ticket:called')).toHaveLength(counters.length)
  }
  const { waiting } = await side.seen('display')
  expect(waiting.map(({ service }) => service)).toEqual(['business', 'permits', 'rooms'])
})

test('a display whose zone is no more shows the whole hall', async () => {
  const hall = await runningHall()
  const [kiosk, side] = [await hall.kiosk(), await hall.display('side')]
  await hall.operate('import', { config: withoutSide })
  const ana = await hall.person('ana', 'clerk')
  await ana.does('shift:open', { counter: 'counter-1' })
  await kiosk.does('ticket:issue', information)
  await ana.does('ticket:call-next', { counter: 'counter-1' })
  await side.heard('ticket:called', ({ counter }) => counter === '1')
  await side.seen('display', ({ calls }) => calls.length === 1)
})
