import { expect, test } from 'vitest'

import { runningHall } from './running-hall.ts'

test('two counters that press at once for one ticket do not both get it', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const [ana, bob] = await Promise.all([hall.person('ana', 'clerk'), hall.person('bob', 'clerk')])
  await ana.does('shift:open', { counter: 'counter-1' })
  await bob.does('shift:open', { counter: 'counter-2' })

  for (let round = 0; round < 20; round++) {
    const { ticket } = await kiosk.does('ticket:issue', { service: 'information', language: 'lt' })
    const answers = await Promise.all([
      ana.send('ticket:call-next', { counter: 'counter-1' }),
      bob.send('ticket:call-next', { counter: 'counter-2' }),
    ])
    const got = answers.filter((answer) => answer.ok)
    expect(got).toMatchObject([{ answer: { ticket } }])
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ error: { code: 'queue/empty' } })

    const winner = answers[0].ok ? ana : bob
    await winner.does('ticket:start', { ticket: ticket! })
    await winner.does('ticket:finish', { ticket: ticket! })
  }
})

test('a ticket that a supervisor picked is told to be at another counter', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const [ana, bob] = [await hall.person('ana', 'supervisor'), await hall.person('bob', 'supervisor')]
  await ana.does('shift:open', { counter: 'counter-1' })
  await bob.does('shift:open', { counter: 'counter-2' })
  const { ticket } = await kiosk.does('ticket:issue', { service: 'information', language: 'lt' })

  const answers = await Promise.all([
    ana.send('ticket:call', { counter: 'counter-1', ticket: ticket! }),
    bob.send('ticket:call', { counter: 'counter-2', ticket: ticket! }),
  ])
  const loser = answers.find((answer) => !answer.ok)
  const winner = answers[0].ok ? 'counter-1' : 'counter-2'
  expect(loser).toEqual({
    ok: false,
    error: { code: 'ticket/at-another-counter', details: { counter: winner } },
  })
})

test('a hundred tickets at once from four kiosks all have numbers of their own, without a gap', async () => {
  const hall = await runningHall()
  const kiosks = await Promise.all([hall.kiosk(), hall.kiosk(), hall.kiosk(), hall.kiosk()])
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      kiosks[n % 4]!.does('ticket:issue', { service: 'information', language: 'lt' }),
    ),
  )
  const labels = answers.map(({ label }) => label!).sort()
  expect(labels).toEqual(Array.from({ length: 100 }, (_, n) => `A${String(n + 1).padStart(3, '0')}`))
  expect(new Set(answers.map(({ ticket }) => ticket)).size).toBe(100)
  expect(new Set(answers.map(({ url }) => url)).size).toBe(100)
})
