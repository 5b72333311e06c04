import { Hono } from 'hono'
import { etag } from 'hono/etag'

import type { BrandFacts } from '#shared/protocol/brand.ts'

import type { HttpParts } from './open-http.ts'

/**
 * The hall's colour and logo, for anybody. A drawing among pictures may hold scripts: opened by itself it must not run
 * them.
 */
export function brandRoutes({ authority }: Pick<HttpParts, 'authority'>): Hono {
  const app = new Hono()

  app.get('/', (c) => c.json({ colour: authority.hall().config?.brand.colour ?? null } satisfies BrandFacts))

  app.get('/logo', etag(), (c) => {
    const logo = authority.hall().config?.brand.logo
    const [, type, base64] = /^data:([^;]+);base64,(.+)$/.exec(logo ?? '') ?? []
    if (!type || !base64) return c.notFound()
    return c.body(new Uint8Array(Buffer.from(base64, 'base64')), 200, {
      'content-type': type,
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    })
  })
  return app
}
