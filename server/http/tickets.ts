import { Hono } from 'hono'

import { identify } from '../identity.ts'
import { phoneView } from '../views/phone-view.ts'
import type { HttpParts } from './open-http.ts'

type TicketParts = Pick<
  HttpParts,
  'auth' | 'authority' | 'codes' | 'db' | 'forecast' | 'hallId' | 'notices' | 'now' | 'origins'
>

/** What a ticket's holder sees of it just now, for a phone whose line is still being opened. 404 for an unknown code. */
export function ticketRoutes(parts: TicketParts): Hono {
  const app = new Hono()

  app.get('/:code', async (c) => {
    const known = await identify(parts, { kind: 'ticket', code: c.req.param('code') }, c.req.raw.headers)
    const hall = parts.authority.hall()
    if (!known.ok || known.identity.kind !== 'ticket' || !hall.config)
      return c.json({ code: 'credential/unknown' }, 404)
    const { by, ended, visit } = known.identity
    const ticket = hall.tickets.get(by.id) ?? ended
    if (!ticket) return c.json({ code: 'credential/unknown' }, 404)
    const told = { forecast: parts.forecast(), notices: parts.notices.all() }
    return c.json(phoneView(hall, hall.config, ticket, visit, told, parts.now()))
  })
  return app
}
