import { expect, test } from 'vitest'

import { send } from '#shared/ui/send.ts'

import { freshId } from './client.ts'
import { openProxy } from './proxy.ts'
import { runningHall } from './running-hall.ts'

const information = { service: 'information', language: 'lt' } as const

test('a command whose answer was lost is sent again after the reconnect and gives no second number', async () => {
  const hall = await runningHall()
  const display = await hall.display()
  const proxy = await openProxy(hall.server.port)
  const { token } = await hall.device('kiosk')
  const kiosk = await hall.connect({ kind: 'device', token }, { url: proxy.url, reconnects: true })

  proxy.lose('server')
  const answer = send(kiosk.socket, 'ticket:issue', information, freshId())
  await display.seen('display', ({ waitingInAll }) => waitingInAll === 1)
  proxy.mend()
  proxy.cut()

  expect(await answer).toMatchObject({ ok: true, answer: { label: 'A001' } })
  expect(await kiosk.does('ticket:issue', information)).toMatchObject({ label: 'A002' })
})

test('a page that goes right after sending may ask again with the same id', async () => {
  const hall = await runningHall()
  const { token } = await hall.device('kiosk')
  const [gone, back] = [
    await hall.connect({ kind: 'device', token }),
    await hall.connect({ kind: 'device', token }),
  ]
  const id = freshId()
  gone.socket.emit('ticket:issue', { id, ...information })
  gone.socket.disconnect()

  expect(await back.send('ticket:issue', information, id)).toMatchObject({ answer: { label: 'A001' } })
  expect(await back.does('ticket:issue', information)).toMatchObject({ label: 'A002' })
})

test('sent twice at once, later and after a restart, a command has one and the same answer', async () => {
  const hall = await runningHall()
  const { token } = await hall.device('kiosk')
  const kiosk = await hall.connect({ kind: 'device', token })
  const id = freshId()
  const issue = () => kiosk.send('ticket:issue', information, id)
  const [first, ...others] = [...(await Promise.all([issue(), issue()])), await issue()]
  expect(first).toMatchObject({ ok: true, answer: { label: 'A001' } })
  for (const other of others) expect(other).toEqual(first)

  await hall.restart()
  const again = await hall.connect({ kind: 'device', token })
  expect(await again.send('ticket:issue', information, id)).toEqual(first)
  expect(await again.does('ticket:issue', information)).toMatchObject({ label: 'A002' })
})

test('the same id from another device is another command', async () => {
  const hall = await runningHall()
  const [one, other] = [await hall.kiosk(), await hall.kiosk()]
  const id = freshId()
  const labels = [
    await one.send('ticket:issue', information, id),
    await other.send('ticket:issue', information, id),
  ].map((answer) => answer.ok && answer.answer.label)
  expect(labels).toEqual(['A001', 'A002'])
})

test('a refusal is not kept: the same press works once the reason is gone', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const ana = await hall.person('ana', 'clerk')
  await ana.does('shift:open', { counter: 'counter-1' })
  const id = freshId()
  const call = () => ana.send('ticket:call-next', { counter: 'counter-1' }, id)
  expect(await call()).toMatchObject({ error: { code: 'queue/empty' } })
  await kiosk.does('ticket:issue', information)
  expect(await call()).toMatchObject({ answer: { label: 'A001' } })
  expect(await call()).toMatchObject({ answer: { label: 'A001' } })
})
