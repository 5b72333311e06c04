import { Hono } from 'hono'

import type { KeptFacts } from '#shared/protocol/kept.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import type { HttpParts } from './open-http.ts'
import { staffWith, type StaffContext } from './staff-with.ts'

/** Whether promises are kept, for anybody who is signed in. */
export function promiseRoutes(
  parts: HttpParts,
  kept: (config: HallConfig) => Promise<KeptFacts>,
): Hono<StaffContext> {
  const app = new Hono<StaffContext>()

  app.get('/', staffWith(parts, null), async (c) => {
    const { config } = parts.authority.hall()
    return config ? c.json(await kept(config)) : c.json({ code: 'hall/not-configured' }, 409)
  })
  return app
}
