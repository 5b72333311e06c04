import { expect, test } from 'vitest'

import { askerOf } from '#server/asker.ts'

const [behindProxy, inTheOpen] = ['https://hall.example', 'http://192.0.2.1:3000']
const asker = (publicUrl: string, peer: string, forwarded?: string) => askerOf({ peer, forwarded }, publicUrl)

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
  'behind a proxy at %s who asks is the address that the proxy saw, whatever it was told',
  (proxy) => {
    expect(asker(behindProxy, proxy, '198.51.100.7')).toBe('198.51.100.7')
    expect(asker(behindProxy, proxy, '203.0.113.1, 198.51.100.7')).toBe('198.51.100.7')
    expect(asker(behindProxy, proxy)).toBe(proxy)
    expect(asker(behindProxy, proxy, '')).toBe(proxy)
  },
)

test('who says to be somebody else without a proxy on this machine is who it is', () => {
  expect(asker(behindProxy, '192.0.2.7', '198.51.100.7')).toBe('192.0.2.7')
  expect(asker(inTheOpen, '127.0.0.1', '198.51.100.7')).toBe('127.0.0.1')
})

test('of IPv6 who asks is the network, which is one household', () => {
  const [one, other] = ['2001:db8:1:2::7', '2001:db8:1:2:a:b:c:d'].map((address) => asker(inTheOpen, address))
  expect(one).toBe(other)
  expect(asker(inTheOpen, '2001:db8:1:3::7')).not.toBe(one)
  expect(asker(inTheOpen, '2001::2:3:4:5:6:7')).toBe(asker(inTheOpen, '2001:0:2:3::1'))
  expect(asker(behindProxy, '::1', '2001:db8:1:2::9')).toBe(one)
})
