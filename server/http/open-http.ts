import { Hono } from 'hono'
import type { Logger } from 'pino'

import type { DemoAccount } from '#shared/protocol/launch.ts'
import type { Forecast } from '#shared/queue/forecast.ts'

import type { DeviceReports } from '../device-reports.ts'
import type { FirstStart } from '../first-start.ts'
import { openKept } from '../kept.ts'
import type { Notices } from '../notices.ts'
import type { OperationParts } from '../operations.ts'
import type { Pairing } from '../pairing.ts'
import type { Announcements } from '../announcements.ts'
import type { Presence } from '../presence.ts'
import type { Printers } from '../printers.ts'
import type { Realtime } from '../realtime.ts'
import type { TicketCodes } from '../ticket-code.ts'
import type { Voice } from '../voice/voice.ts'
import { brandRoutes } from './brand.ts'
import { dayRoutes } from './day.ts'
import { deviceRoutes } from './devices.ts'
import { bodyAtMost, everyRequest } from './every-request.ts'
import { hallRoutes } from './hall.ts'
import { keptRoutes, promiseRoutes } from './kept.ts'
import { meRoutes } from './me.ts'
import { launchRoutes } from './launch.ts'
import { noticeRoutes } from './notices.ts'
import { operatorRoutes } from './operator.ts'
import { orderRoutes } from './order.ts'
import { pairingRoutes } from './pairing.ts'
import { previewRoutes } from './previews.ts'
import { receptionRoutes } from './reception.ts'
import { recordRoutes } from './record.ts'
import { rightsRoutes } from './rights.ts'
import { setupRoutes } from './setup.ts'
import { signInRoutes } from './sign-in.ts'
import { staffRoutes } from './staff.ts'
import { ticketRoutes } from './tickets.ts'
import { voiceRoutes } from './voice.ts'

/** Who does something is known by the request. */
export interface HttpParts extends Omit<OperationParts, 'by'> {
  readonly printers: Printers
  readonly announcements: Announcements
  readonly realtime: Realtime
  readonly notices: Notices
  readonly presence: Presence
  readonly reports: DeviceReports
  readonly pairing: Pairing
  readonly codes: TicketCodes
  readonly forecast: () => Forecast | null
  readonly voice: Voice
  readonly firstStart: FirstStart
  /** Null but in a demonstration. */
  readonly demo: { readonly accounts: readonly DemoAccount[] } | null
  readonly build: string
  /** Epoch ms. */
  readonly startedAt: number
  /** Lets the command line of this machine in; new at each start. */
  readonly operatorToken: string
  readonly log: Logger
}

/** In bytes: a whole configuration with its pictures; routes that take less say so. */
const largestBody = 4 * 1024 * 1024

/** What is asked over plain HTTP and not over the wire. */
export function openHttp(parts: HttpParts): Hono {
  const { authority, build, log } = parts
  const app = new Hono()
  const kept = openKept(parts)

  app.get('/healthz', (c) => {
    const { day, config } = authority.hall()
    return c.json({ ok: true, build, day: day?.date ?? null, configured: config !== null })
  })

  app.use('/api/*', everyRequest(parts.origins), bodyAtMost(largestBody))
  app.route('/api/auth', signInRoutes(parts))
  app.route('/api/brand', brandRoutes(parts))
  app.route('/api/me', meRoutes(parts))
  app.route('/api/hall', hallRoutes(parts))
  app.route('/api/devices', deviceRoutes(parts))
  app.route('/api/notices', noticeRoutes(parts))
  app.route('/api/pairing', pairingRoutes(parts))
  app.route('/api/staff', staffRoutes(parts))
  app.route('/api/rights', rightsRoutes(parts))
  app.route('/api/record', recordRoutes(parts))
  app.route('/api/previews', previewRoutes(parts))
  app.route('/api/setup', setupRoutes(parts))
  app.route('/api/launch', launchRoutes(parts))
  app.route('/api/reception', receptionRoutes(parts))
  app.route('/api/tickets', ticketRoutes(parts))
  app.route('/api/voice', voiceRoutes(parts))
  app.route('/api/order', orderRoutes(parts))
  app.route('/api/day', dayRoutes(parts))
  app.route('/api/kept', keptRoutes(parts, kept))
  app.route('/api/promises', promiseRoutes(parts, kept))
  app.route('/api/operator', operatorRoutes(parts))

  app.onError((error, c) => {
    log.error(error, 'a request failed')
    return c.json({ code: 'server/internal' }, 500)
  })
  app.notFound((c) => c.json({ code: 'not-found' }, 404))
  return app
}
