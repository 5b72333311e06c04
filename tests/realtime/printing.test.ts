import { createServer, type AddressInfo } from 'node:net'

import { expect, test } from 'vitest'

import { knownNeeds } from '#shared/queue/command.ts'

import { freshId } from './client.ts'
import { runningHall, type RunningHall } from './running-hall.ts'

const information = { service: 'information', language: 'lt' } as const

interface Preview {
  readonly device: string
  readonly deviceName: string
  readonly key: string
  readonly label: string
}

async function previewsOf(hall: RunningHall, cookie: string): Promise<Preview[]> {
  const answer = await fetch(`${hall.server.url}/api/previews`, { headers: { cookie } })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { previews: Preview[] }).previews
}

/** A port of this machine on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

test('a kiosk without a printer hears of none, so that nobody waits for paper', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  expect(await kiosk.heard('printer:changed')).toEqual({ state: null })
  expect(await kiosk.does('ticket:issue', information)).toMatchObject({ label: 'A001' })
})

test('a kiosk is told how its ticket was printed; staff who may see printers see the picture', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk({ name: 'At the door', printer: 'preview:' })
  const other = await hall.kiosk({ printer: 'preview:' })
  const { ticket } = await kiosk.does('ticket:issue', { ...information, language: 'en' })
  expect(await kiosk.heard('ticket:printed')).toEqual({ ticket, outcome: 'printed' })

  const cookie = await hall.staff('sup', 'supervisor')
  const [preview, ...more] = await previewsOf(hall, cookie)
  expect(more).toEqual([])
  expect(preview).toMatchObject({ deviceName: 'At the door', key: ticket, label: 'A001' })
  const picture = await fetch(`${hall.server.url}/api/previews/${preview!.device}/${ticket}.png`, {
    headers: { cookie },
  })
  expect(picture.headers.get('content-type')).toBe('image/png')
  expect(
    Buffer.from(await picture.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
  expect(other.messages.filter(({ name }) => name === 'ticket:printed')).toEqual([])
})

test('nothing of what a visitor needs is on the paper', async () => {
  const hall = await runningHall()
  const [first, second] = [
    await hall.device('kiosk', { printer: 'preview:' }),
    await hall.device('kiosk', { printer: 'preview:' }),
  ]
  const kiosk = await hall.connect({ kind: 'device', token: first.token })
  const { ticket } = await kiosk.does('ticket:issue', { ...information, needs: [...knownNeeds] })
  await kiosk.heard('ticket:printed')
  const cookie = await hall.staff('rita', 'supervisor')
  const rita = await hall.connect({ kind: 'staff' }, { cookie, origin: hall.server.url })
  await rita.does('ticket:change', { ticket: ticket!, needs: [] })
  await rita.does('ticket:print', { ticket: ticket!, kiosk: second.id, copy: false })

  const [told, untold] = await Promise.all(
    [first, second].map(async ({ id }) => {
      const address = `${hall.server.url}/api/previews/${id}/${ticket}.png`
      const answer = await fetch(address, { headers: { cookie } })
      expect(answer.status).toBe(200)
      return Buffer.from(await answer.arrayBuffer())
    }),
  )
  expect(told!.equals(untold!)).toBe(true)
})

test('a device that is revoked at the command line keeps neither its printer nor its pictures', async () => {
  const hall = await runningHall()
  const { id, token } = await hall.device('kiosk', { printer: 'preview:' })
  const kiosk = await hall.connect({ kind: 'device', token })
  await kiosk.does('ticket:issue', information)
  await kiosk.heard('ticket:printed')
  const cookie = await hall.staff('sup', 'supervisor')
  expect(await previewsOf(hall, cookie)).toHaveLength(1)
  await hall.operate('device revoke', { id })
  expect(await previewsOf(hall, cookie)).toEqual([])
})

test('pictures of tickets are for who may see printers', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk({ printer: 'preview:' })
  const { ticket } = await kiosk.does('ticket:issue', information)
  await kiosk.heard('ticket:printed')
  const addresses = ['', `/device/${ticket}.png`].map((rest) => `${hall.server.url}/api/previews${rest}`)
  const clerk = await hall.staff('ana', 'clerk')
  const supervisor = await hall.staff('sup', 'supervisor')
  for (const address of addresses) {
    const statusFor = async (cookie: string) => (await fetch(address, { headers: { cookie } })).status
    expect(await statusFor('')).toBe(401)
    expect(await statusFor(clerk)).toBe(403)
    expect(await statusFor(supervisor)).toBe(address.endsWith('.png') ? 404 : 200)
  }
})

test('where the printer does not answer the ticket stands, and the kiosk is told', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk({ printer: `tcp://127.0.0.1:${await closedPort()}` })
  const display = await hall.display()
  const { ticket, label } = await kiosk.does('ticket:issue', information)
  expect(label).toBe('A001')
  expect(await kiosk.heard('ticket:printed')).toEqual({ ticket, outcome: 'failed' })
  expect(await kiosk.heard('printer:changed', ({ state }) => state === 'offline')).toEqual({
    state: 'offline',
  })
  await display.seen('display', ({ waitingInAll }) => waitingInAll === 1)
  expect(await kiosk.send('ticket:print', { ticket: ticket! })).toEqual({
    ok: false,
    error: { code: 'printer/failed', details: { state: 'offline' } },
  })
})

test('an issue that is sent again prints no second original', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk({ printer: 'preview:' })
  const id = freshId()
  await kiosk.send('ticket:issue', information, id)
  await kiosk.send('ticket:issue', information, id)
  await kiosk.heard('ticket:printed')
  await kiosk.does('ticket:issue', information)
  await kiosk.heard('ticket:printed', ({ ticket }) => ticket !== undefined)
  const cookie = await hall.staff('sup', 'supervisor')
  await expect.poll(async () => (await previewsOf(hall, cookie)).length).toBe(2)
})

test('a copy is printed when it is asked for, once for each time', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk({ printer: 'preview:' })
  const cookie = await hall.staff('sup', 'supervisor')
  const { ticket } = await kiosk.does('ticket:issue', information)
  await kiosk.heard('ticket:printed')
  expect(await kiosk.does('ticket:print', { ticket: ticket! })).toEqual({ ticket })
  expect(await kiosk.does('ticket:print', { ticket: ticket! })).toEqual({ ticket })
  expect(await previewsOf(hall, cookie)).toHaveLength(3)
  expect(await kiosk.refusal('ticket:print', { ticket: 'nobody' })).toBe('ticket/unknown')
})

test('a copy that is asked for twice with one id is printed once', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk({ printer: 'preview:' })
  const cookie = await hall.staff('sup', 'supervisor')
  const { ticket } = await kiosk.does('ticket:issue', information)
  await kiosk.heard('ticket:printed')
  const id = freshId()
  const first = await kiosk.send('ticket:print', { ticket: ticket! }, id)
  expect(await kiosk.send('ticket:print', { ticket: ticket! }, id)).toEqual(first)
  expect(await previewsOf(hall, cookie)).toHaveLength(2)
})
