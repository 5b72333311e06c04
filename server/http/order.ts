import { Hono } from 'hono'

import { orderFactsOf } from '../views/order-facts.ts'
import type { HttpParts } from './open-http.ts'

/** How the hall decides whose turn it is, for anybody: the page at `/order` says it in words. */
export function orderRoutes({ authority, now }: Pick<HttpParts, 'authority' | 'now'>): Hono {
  const app = new Hono()

  app.get('/', (c) => {
    const { config } = authority.hall()
    return config ? c.json(orderFactsOf(config, now())) : c.json({ code: 'hall/not-configured' }, 409)
  })
  return app
}
