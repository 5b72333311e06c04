import { join } from 'node:path'

import { expect, onTestFinished, test, vi } from 'vitest'

import { openSqlite } from '#server/db/open.ts'
import type { KioskView } from '#shared/protocol/views.ts'
import { Line } from '#shared/ui/line.svelte.ts'

import { openProxy } from './proxy.ts'
import { runningHall } from './running-hall.ts'

// Real sockets and the intervals that halls run with: this one test takes some 16 seconds, and has 25.
test('a line that dies without a word is known to be dead by both ends, and both come back', async () => {
  const hall = await runningHall()
  const { token } = await hall.device('kiosk')
  const credential = { kind: 'device', token } as const
  const serversProxy = await openProxy(hall.server.port)
  const pagesProxy = await openProxy(hall.server.port)

  const unheard = await hall.connect(credential, { url: serversProxy.url, reconnects: true })
  const line = new Line<KioskView>({ credential, build: 'test', url: pagesProxy.url })
  onTestFinished(() => line.close())
  await vi.waitFor(() => expect(line.status).toBe('live'))

  serversProxy.lose('client')
  serversProxy.mend()
  pagesProxy.lose('server')
  // The page gives up a line without a beat, says so, and opens another as soon as it can.
  await vi.waitFor(() => expect(line.status).toBe('lost'), { timeout: 20_000 })
  pagesProxy.mend()
  // The server gives up a page that it does not hear, and in a way from which that connects again by itself.
  expect(await unheard.disconnected).not.toBe('io server disconnect')
  await vi.waitFor(() => expect(unheard.socket.connected).toBe(true))
  await vi.waitFor(() => expect(line.status).toBe('live'), { timeout: 4_000 })
  expect(line.lostAt).toBeNull()
}, 25_000)

test('a page comes back by itself after the server was stopped and started', async () => {
  const hall = await runningHall()
  const { token } = await hall.device('kiosk')
  const credential = { kind: 'device', token } as const
  const line = new Line<KioskView>({ credential, build: 'test', url: hall.server.url })
  onTestFinished(() => line.close())
  await vi.waitFor(() => expect(line.status).toBe('live'))
  const restarted = hall.restart()
  await vi.waitFor(() => expect(line.status).toBe('lost'))
  expect(line.code).toBe('server/stopping')
  // The hall's clock is not the page's.
  expect(Math.abs(line.lostAt! - hall.now())).toBeLessThan(10_000)
  await restarted
  await vi.waitFor(() => expect(line.status).toBe('live'), { timeout: 4_000 })
  expect(line.code).toBeNull()
  expect(await line.send('ticket:issue', { service: 'information', language: 'lt' })).toMatchObject({
    ok: true,
  })
})

test('a page that met a failure of the server tries again until it is mended', async () => {
  const hall = await runningHall()
  const { token } = await hall.device('kiosk')
  const credential = { kind: 'device', token } as const
  const db = openSqlite(join(hall.dataDirectory, 'eile.db'))
  onTestFinished(() => db.destroy())
  await db.schema.alterTable('devices').renameTo('devices_away').execute()

  const line = new Line<KioskView>({ credential, build: 'test', url: `http://127.0.0.1:${hall.server.port}` })
  onTestFinished(() => line.close())
  // The line knocked first, so it has met the failure by the time the second one has.
  await expect(hall.connect(credential)).rejects.toThrow('server/internal')
  await db.schema.alterTable('devices_away').renameTo('devices').execute()
  await vi.waitFor(() => expect(line.status).toBe('live'), { timeout: 6_000 })
}, 10_000)
