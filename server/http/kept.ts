import { Hono } from 'hono'

import type { KeptFacts } from '#shared/protocol/kept.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import type { HttpParts } from './open-http.ts'
import { staffWith, type StaffContext } from './staff-with.ts'

type Kept = (config: HallConfig) => Promise<KeptFacts>

/** Whether promises are kept, for anybody, where the hall wants that: the page at `/kept` shows it. */
export function keptRoutes({ authority }: Pick<HttpParts, 'authority'>, kept: Kept): Hono {
  const app = new Hono()

  app.get('/', async (c) => {
    const { config } = authority.hall()
    if (!config) return c.json({ code: 'hall/not-configured' }, 409)
    return config.rules.showKept ? c.json(await kept(config)) : c.notFound()
  })
  return app
}

/** The same for anybody who is signed in, whatever the hall shows to others. */
export function promiseRoutes(parts: HttpParts, kept: Kept): Hono<StaffContext> {
  const app = new Hono<StaffContext>()

  app.get('/', staffWith(parts, null), async (c) => {
    const { config } = parts.authority.hall()
    return config ? c.json(await kept(config)) : c.json({ code: 'hall/not-configured' }, 409)
  })
  return app
}
