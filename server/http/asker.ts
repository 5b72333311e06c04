import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The network address that a request comes from. Behind a proxy on this machine that ends TLS it is the one that the
 * proxy saw and put last; what stands before it, or comes from elsewhere, anybody may have written.
 */
export function askerOf(c: Context, publicUrl: string): string {
  const peer = getConnInfo(c).remote.address ?? ''
  const isProxied = publicUrl.startsWith('https:') && /^(::1|(::ffff:)?127\.[\d.]+)$/.test(peer)
  const seen = isProxied ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return seen || peer
}
