import { expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }

import { runningHall } from './running-hall.ts'

const information = { service: 'information', language: 'lt' } as const

test('who did not come is in the strip of the missed, the newest first, until they report back or are too late', async () => {
  const hall = await runningHall()
  const [kiosk, main, side] = [await hall.kiosk(), await hall.display('main'), await hall.display('side')]
  const ana = await hall.person('ana', 'supervisor')
  await ana.does('shift:open', { counter: 'counter-1' })
  const missed: string[] = []
  for (let n = 0; n < 2; n += 1) {
    const { ticket } = await kiosk.does('ticket:issue', information)
    await ana.does('ticket:call-next', { counter: 'counter-1' })
    hall.pass(1)
    await ana.does('ticket:miss', { ticket: ticket! })
    missed.push(ticket!)
  }
  const strip = await main.seen('display', (view) => view.missed.length === 2)
  expect(strip.missed).toEqual(['A002', 'A001'])
  expect(strip.standard.reportMinutes).toBe(exampleHall.rules.reportMinutes)
  expect(strip.calls).toEqual([])
  expect((await side.seen('display')).missed).toEqual([])

  await ana.does('ticket:report', { ticket: missed[1]! })
  await main.seen('display', (view) => view.missed.join() === 'A001')
  hall.pass(exampleHall.rules.reportMinutes + 1)
  await kiosk.does('ticket:issue', information)
  await main.seen('display', (view) => view.missed.length === 0)
})

test('who gives the number up while called, and who is put aside, is on no display any more', async () => {
  const hall = await runningHall()
  const [kiosk, display] = [await hall.kiosk(), await hall.display()]
  const ana = await hall.person('ana', 'clerk')
  await ana.does('shift:open', { counter: 'counter-1' })
  const { token } = await hall.device('counter-display', { counter: 'counter-1' })
  const over = await hall.connect({ kind: 'device', token })
  const gone = await kiosk.does('ticket:issue', information)
  const aside = await kiosk.does('ticket:issue', information)
  const phone = await hall.phone(gone.url!)

  for (const leaves of [
    () => phone.does('ticket:cancel', { ticket: gone.ticket! }),
    () => ana.does('ticket:park', { ticket: aside.ticket! }),
  ]) {
    const { label } = await ana.does('ticket:call-next', { counter: 'counter-1' })
    await display.seen('display', ({ calls }) => calls.some((call) => call.label === label))
    await over.seen('counter-display', ({ visitor }) => visitor?.label === label)
    await leaves()
    await display.seen('display', ({ calls, missed }) => calls.length + missed.length === 0)
    await over.seen('counter-display', ({ visitor }) => visitor === null)
  }
  const { visitor, parked } = await ana.seen('desk', (view) => view.parked.length > 0)
  expect([visitor, parked.map(({ label }) => label)]).toEqual([null, [aside.label]])
  expect((await display.seen('display')).waitingInAll).toBe(0)
})

test('a display tells which of its counters serves what, and which are open', async () => {
  const hall = await runningHall()
  const [whole, side] = [await hall.display(), await hall.display('side')]
  const [ana, bob] = [await hall.person('ana', 'clerk'), await hall.person('bob', 'clerk')]
  expect((await side.seen('display')).desks.map(({ counter, state }) => [counter, state])).toEqual([
    ['5', 'closed'],
    ['6', 'closed'],
  ])
  await ana.does('shift:open', { counter: 'counter-5', profile: 'residents' })
  await bob.does('shift:open', { counter: 'counter-6' })
  await bob.does('shift:pause', { counter: 'counter-6', reason: 'lunch' })
  const { desks, waiting } = await side.seen('display', (view) => view.desks[1]?.state === 'paused')
  const zone = exampleHall.zones.find(({ id }) => id === 'side')!.name
  expect(desks).toEqual([
    {
      counter: '5',
      zone,
      direction: 'right',
      state: 'open',
      services: ['information', 'documents', 'payments', 'tourism', 'complaints'],
    },
    { counter: '6', zone, direction: 'right', state: 'paused', services: ['business', 'permits', 'rooms'] },
  ])
  const named = waiting.map(({ service }) => service)
  for (const { services } of desks) expect(named).toEqual(expect.arrayContaining(services))
  expect((await whole.seen('display')).desks).toHaveLength(exampleHall.counters.length)
})

test('a call shows whichever way it was made', async () => {
  const hall = await runningHall()
  const [kiosk, display] = [await hall.kiosk(), await hall.display()]
  const ana = await hall.person('ana', 'supervisor')
  const counter = 'counter-1'
  await ana.does('shift:open', { counter })
  const issue = async () => (await kiosk.does('ticket:issue', information)).ticket!
  const shown = (label: string, state: 'called' | 'serving') =>
    display.seen('display', ({ calls }) => calls.some((one) => one.label === label && one.state === state))
  const heard = () =>
    display.messages.flatMap(({ name, fields }) =>
      name === 'ticket:called' ? [(fields as { label: string }).label] : [],
    )

  const next = await issue()
  await ana.does('ticket:call-next', { counter })
  await shown('A001', 'called')
  hall.pass(1)
  await ana.does('ticket:recall', { ticket: next })
  await expect.poll(heard).toEqual(['A001', 'A001'])
  await ana.does('ticket:start', { ticket: next })
  await shown('A001', 'serving')
  await ana.does('ticket:park', { ticket: next, keptFor: 'clerk' })

  await issue()
  const chosen = await issue()
  await ana.does('ticket:call', { counter, ticket: chosen })
  await shown('A003', 'called')
  await expect.poll(heard).toEqual(['A001', 'A001', 'A003'])
  await ana.does('ticket:start', { ticket: chosen })
  await ana.does('ticket:finish', { ticket: chosen })

  // Its visitor was at the counter already, and is not called to it.
  await ana.does('ticket:take-up', { counter, ticket: next })
  await shown('A001', 'serving')
  expect(heard()).toEqual(['A001', 'A001', 'A003'])
})

test('a call that a free counter makes at once shows too', async () => {
  const hall = await runningHall()
  await hall.operate('import', {
    config: { ...exampleHall, order: { ...exampleHall.order, callAtOnce: true } },
  })
  const [kiosk, display] = [await hall.kiosk(), await hall.display()]
  const ana = await hall.person('ana', 'clerk')
  await ana.does('shift:open', { counter: 'counter-1' })
  await kiosk.does('ticket:issue', information)
  await display.heard('ticket:called', ({ label, again }) => label === 'A001' && !again)
  await display.seen('display', ({ calls }) => calls[0]?.label === 'A001' && calls[0].state === 'called')
})
