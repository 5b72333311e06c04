import { Hono } from 'hono'

import type { LaunchFacts, RunningFacts } from '#shared/protocol/launch.ts'

import { ticketUrl } from '../commands.ts'
import { hasCalled } from '../db/legs.ts'
import { type Device, listDevices } from '../devices.ts'
import { reachOf } from '../environment.ts'
import type { PrinterState } from '../printing/printer-state.ts'
import { whoIsStaff } from '../staff-session.ts'
import { listStaff } from '../staff.ts'
import { hallFacts } from '../views/hall-facts.ts'
import type { HttpParts } from './open-http.ts'

/** What the page at `/` says: little to anybody, and to staff with `hall:see` what is running. */
export function launchRoutes(parts: HttpParts): Hono {
  const { authority, firstStart, publicUrl, demo } = parts
  const app = new Hono()

  app.get('/', async (c) => {
    const staff = await whoIsStaff(parts, c.req.raw.headers)
    const isWatcher = staff !== null && !staff.locked && staff.rights.includes('hall:see')
    const facts: LaunchFacts = {
      setUp: !(await firstStart.needs()).needed,
      name: authority.hall().config?.name ?? null,
      publicUrl,
      reach: reachOf(publicUrl),
      demo: demo?.accounts ?? null,
      running: isWatcher ? await runningFacts(parts) : null,
    }
    return c.json(facts)
  })
  return app
}

async function runningFacts(parts: HttpParts): Promise<RunningFacts> {
  const { authority, db, hallId, realtime, build, startedAt, now } = parts
  const hall = authority.hall()
  const connections = realtime.connected()
  const count = (kind: string) => connections.filter((one) => one.kind === kind).length
  const devices = (await listDevices(db, hallId)).filter(({ revokedAt }) => revokedAt === null)
  const staff = await listStaff(parts)
  const living = [...hall.tickets.values()]
  const newest = living.reduce<(typeof living)[number] | null>(
    (last, one) => (last && last.issuedAt > one.issuedAt ? last : one),
    null,
  )
  const called = await hasCalled(db, hallId)
  const facts = hall.config && hallFacts(hall, hall.config, now())
  return {
    build,
    startedAt,
    now: now(),
    hall: hall.config && {
      timeZone: hall.config.timeZone,
      open: facts!.open,
      opensAt: facts!.opensAt,
      day: hall.day?.date ?? null,
      waiting: living.filter(({ state }) => state === 'waiting').length,
      countersOpen: [...hall.shifts.values()].filter(({ pause }) => !pause).length,
      counters: hall.config.counters.length,
    },
    connected: {
      kiosks: count('kiosk'),
      displays: count('display') + count('counter-display'),
      desks: count('staff'),
      phones: count('ticket'),
    },
    devices: devices.map((device) => {
      const connected = connections.some(({ kind, id }) => kind === device.kind && id === device.id)
      // A printer is not reached for only because somebody looks at a page.
      const printer = connected && device.kind === 'kiosk' ? printerFares(parts, device) : null
      return { id: device.id, kind: device.kind, name: device.name, connected, printer }
    }),
    newestTicket: newest && {
      label: newest.label,
      page: ticketUrl(parts.publicUrl, parts.codes.codeOf(newest.id)),
    },
    done: {
      services: (hall.config?.services.length ?? 0) > 0,
      kiosk: devices.some(({ kind }) => kind === 'kiosk'),
      display: devices.some(({ kind }) => kind === 'display'),
      clerk: staff.some(({ role }) => role === 'clerk'),
      // What was called was called from an open counter, closed though it may be by now.
      counter: hall.shifts.size > 0 || called,
      call: called,
    },
  }
}

/** Tickets kept as pictures are no paper, however well that goes. */
function printerFares({ printers }: HttpParts, device: Device): PrinterState | 'preview' {
  const state = printers.stateOf(device)
  return state === null || device.printer === 'preview:' ? 'preview' : state
}
