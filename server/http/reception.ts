import { Hono } from 'hono'

import type { FoundTickets, KioskPrinters } from '#shared/protocol/found-tickets.ts'

import { listDevices } from '../devices.ts'
import { findTickets } from '../found-tickets.ts'
import type { HttpParts } from './open-http.ts'
import { staffWith, type StaffContext } from './staff-with.ts'

/** A phone's whole address is shorter. */
const longestQuestion = 300

/** What a receptionist asks for beside the line: a ticket that may have ended, and where paper can come from. */
export function receptionRoutes(parts: HttpParts): Hono<StaffContext> {
  const app = new Hono<StaffContext>()

  app.get('/find', staffWith(parts, 'queue:see'), async (c) => {
    const asked = c.req.query('q') ?? ''
    if (asked.length > longestQuestion) return c.json({ code: 'command/malformed' }, 400)
    const mayPrint = c.get('staff').rights.includes('ticket:print')
    return c.json({ tickets: await findTickets(parts, asked, mayPrint) } satisfies FoundTickets)
  })

  app.get('/printers', staffWith(parts, ['ticket:print', 'ticket:serve']), async (c) => {
    const devices = await listDevices(parts.db, parts.hallId)
    const kiosks = devices.flatMap((device) => {
      if (device.revokedAt !== null || device.kind !== 'kiosk') return []
      const state = parts.printers.stateOf(device)
      return state === null ? [] : [{ id: device.id, name: device.name, state }]
    })
    return c.json({ kiosks } satisfies KioskPrinters)
  })
  return app
}
