import { expect, test } from 'vitest'

import { runningHall } from './running-hall.ts'

const information = { service: 'information', language: 'lt' } as const

test('a call comes to every display at once, a recall as one again, and to nobody else', async () => {
  const hall = await runningHall()
  const [kiosk, display, other] = [await hall.kiosk(), await hall.display(), await hall.display()]
  const ana = await hall.person('ana', 'clerk')
  await ana.does('shift:open', { counter: 'counter-5', profile: 'residents' })
  const { ticket, url } = await kiosk.does('ticket:issue', information)
  const phone = await hall.phone(url!)
  await ana.does('ticket:call-next', { counter: 'counter-5' })
  await ana.does('ticket:recall', { ticket: ticket! })

  for (const one of [display, other]) {
    const first = await one.heard('ticket:called', ({ again }) => !again)
    expect(first).toMatchObject({ label: 'A001', counter: '5', zone: 'side', direction: 'right' })
    const second = await one.heard('ticket:called', ({ again }) => again)
    expect(second).toMatchObject({ label: 'A001', counter: '5', zone: 'side', direction: 'right' })
    expect(second.call).not.toBe(first.call)
    expect(JSON.stringify([first, second])).not.toContain(ticket)
  }
  await phone.seen('phone', ({ state, counter }) => state === 'called' && counter?.label === '5')
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
