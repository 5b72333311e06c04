import { expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }

import { runningHall } from './running-hall.ts'

const permits = { service: 'permits', language: 'lt' } as const

test('a paused service gives no tickets, and every page says why until it is resumed', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const display = await hall.display()
  const sue = await hall.person('sue', 'supervisor')
  await sue.does('service:pause', { service: 'permits', reason: 'technical' })

  expect(await kiosk.send('ticket:issue', permits)).toEqual({
    ok: false,
    error: { code: 'service/paused', details: { reason: 'technical' } },
  })
  const paused = { closed: 'service/paused', paused: 'technical' }
  await kiosk.seen('kiosk', ({ services }) =>
    services.some(({ id, closed }) => id === 'permits' && closed === paused.closed),
  )
  expect((await kiosk.seen('kiosk')).services.find(({ id }) => id === 'permits')).toMatchObject(paused)
  await display.seen('display', ({ waiting }) =>
    waiting.some((one) => one.service === 'permits' && one.paused === 'technical'),
  )
  await sue.seen('desk', ({ services }) =>
    services.some((one) => one.id === 'permits' && one.paused === 'technical'),
  )

  await sue.does('service:resume', { service: 'permits' })
  await kiosk.does('ticket:issue', permits)
})

test('a clerk may not pause a service', async () => {
  const hall = await runningHall()
  const ana = await hall.person('ana', 'clerk')
  expect(await ana.refusal('service:pause', { service: 'permits', reason: 'staff' })).toBe('right/missing')
})

test('a restart keeps a pause, and the next day begins without it', async () => {
  const hall = await runningHall()
  const sue = await hall.person('sue', 'supervisor')
  await sue.does('service:pause', { service: 'permits', reason: 'staff' })
  await hall.restart()
  const kiosk = await hall.kiosk()
  expect(await kiosk.refusal('ticket:issue', permits)).toBe('service/paused')
  hall.pass(24 * 60)
  await hall.restart()
  const nextDay = await hall.kiosk()
  await nextDay.does('ticket:issue', permits)
})

test('a kiosk is told of each service when it connects and after every import, and a display never', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const display = await hall.display()
  const { services } = await kiosk.heard('hall:described')
  expect(services.map(({ id }) => id)).toEqual(exampleHall.services.map(({ id }) => id))
  expect(services.find(({ id }) => id === 'permits')?.information).toEqual(
    exampleHall.services.find(({ id }) => id === 'permits')?.information,
  )

  const dearer = { lt: '12 €', en: '12 €', ru: '12 €', pl: '12 €', uk: '12 €' }
  const config = {
    ...exampleHall,
    services: exampleHall.services.map((one) =>
      one.id === 'permits' ? { ...one, information: { ...one.information, price: dearer } } : one,
    ),
  }
  await hall.operate('import', { config })
  await kiosk.heard('hall:described', ({ services }) =>
    services.some(({ id, information }) => id === 'permits' && information.price.lt === '12 €'),
  )
  expect(display.messages.filter(({ name }) => name === 'hall:described')).toEqual([])
})
