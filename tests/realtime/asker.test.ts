import { Hono } from 'hono'
import { expect, test } from 'vitest'

import { askerOf } from '#server/http/asker.ts'

async function asker(publicUrl: string, remoteAddress: string, forwarded?: string): Promise<string> {
  const app = new Hono().get('/', (c) => c.text(askerOf(c, publicUrl)))
  const headers = new Headers(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded })
  const incoming = { socket: { remoteAddress } }
  return await (await app.request('/', { headers }, { incoming })).text()
}

const [behindProxy, inTheOpen] = ['https://hall.example', 'http://192.0.2.1:3000']

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
  'behind a proxy at %s who asks is the address that the proxy saw, whatever it was told',
  async (proxy) => {
    expect(await asker(behindProxy, proxy, '198.51.100.7')).toBe('198.51.100.7')
    expect(await asker(behindProxy, proxy, '203.0.113.1, 198.51.100.7')).toBe('198.51.100.7')
    expect(await asker(behindProxy, proxy)).toBe(proxy)
    expect(await asker(behindProxy, proxy, '')).toBe(proxy)
  },
)

test('who says to be somebody else without a proxy on this machine is who it is', async () => {
  expect(await asker(behindProxy, '192.0.2.7', '198.51.100.7')).toBe('192.0.2.7')
  expect(await asker(inTheOpen, '127.0.0.1', '198.51.100.7')).toBe('127.0.0.1')
})
