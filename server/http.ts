import { timingSafeEqual } from 'node:crypto'

import { Hono } from 'hono'
import type { Logger } from 'pino'
import { z } from 'zod'

import type { Auth } from './auth.ts'
import { listDevices } from './devices.ts'
import { operations, type OperationParts } from './operations.ts'
import type { Printers } from './printers.ts'
import type { Realtime } from './realtime.ts'
import type { Right } from './rights.ts'
import { whoIsStaff } from './staff.ts'

export interface HttpParts extends OperationParts {
  readonly auth: Auth
  readonly printers: Printers
  readonly realtime: Realtime
  readonly build: string
  /** Lets the command line of this machine in; new at each start. */
  readonly operatorToken: string
  readonly log: Logger
}

const operatorOrder = z.object({
  operation: z.string(),
  input: z.record(z.string(), z.unknown()).default({}),
})

/** What is asked over plain HTTP: health, signing in and out, pictures of tickets, the operator's command line. */
export function openHttp(parts: HttpParts): Hono {
  const { auth, authority, printers, realtime, build, log } = parts
  const app = new Hono()

  app.get('/healthz', (c) => {
    const { day, config } = authority.hall()
    return c.json({ ok: true, build, day: day?.date ?? null, configured: config !== null })
  })

  app.post('/api/auth/sign-out', async (c) => {
    const staff = await whoIsStaff(parts, c.req.raw.headers)
    const answer = await auth.handler(c.req.raw)
    if (answer.ok && staff) realtime.cut({ kind: 'session', id: staff.sessionId }, 'credential/ended')
    return answer
  })
  app.all('/api/auth/*', (c) => auth.handler(c.req.raw))

  app.get('/api/previews', async (c) => {
    const lacking = await lackingRight(parts, c.req.raw.headers, 'printer:see')
    if (lacking) return c.json(lacking.body, lacking.status)
    const names = new Map((await listDevices(parts.db, parts.hallId)).map(({ id, name }) => [id, name]))
    const previews = [...printers.previews()].flatMap(([device, shelf]) =>
      shelf
        .list()
        .map(({ key, label, at }) => ({ device, deviceName: names.get(device) ?? '', key, label, at })),
    )
    const timeZone = authority.hall().config?.timeZone ?? 'UTC'
    return c.json({ timeZone, previews: previews.sort((a, b) => b.at - a.at) })
  })

  app.get('/api/previews/:device/:file{.+\\.png}', async (c) => {
    const lacking = await lackingRight(parts, c.req.raw.headers, 'printer:see')
    if (lacking) return c.json(lacking.body, lacking.status)
    const key = c.req.param('file').replace(/\.png$/, '')
    const shelf = printers.previews().get(c.req.param('device'))
    const ticket = shelf?.list().find((one) => one.key === key)
    if (!ticket) return c.notFound()
    return c.body(new Uint8Array(ticket.png), 200, {
      'content-type': 'image/png',
      'cache-control': 'private, no-store',
    })
  })

  app.post('/api/operator', async (c) => {
    if (!isToken(c.req.header('authorization'), parts.operatorToken)) {
      return c.json({ ok: false, lines: ['This is for the command line of the machine itself.'] }, 401)
    }
    const order = operatorOrder.safeParse(await c.req.json().catch(() => null))
    if (!order.success)
      return c.json({ ok: false, lines: ['Expected { "operation", "input" } as JSON.'] }, 400)
    const { operation, input } = order.data
    const carryOut = Object.hasOwn(operations, operation) ? operations[operation] : undefined
    if (!carryOut) return c.json({ ok: false, lines: [`There is no operation "${operation}".`] }, 404)
    return c.json(await carryOut(parts, input))
  })

  app.onError((error, c) => {
    log.error(error, 'a request failed')
    return c.json({ code: 'server/internal' }, 500)
  })
  app.notFound((c) => c.json({ code: 'not-found' }, 404))
  return app
}

type Lacking = {
  readonly status: 401 | 403
  readonly body: { readonly code: string; readonly right?: Right }
}

async function lackingRight(parts: HttpParts, headers: Headers, right: Right): Promise<Lacking | null> {
  const staff = await whoIsStaff(parts, headers)
  if (!staff) return { status: 401, body: { code: 'credential/missing' } }
  return staff.rights.includes(right) ? null : { status: 403, body: { code: 'right/missing', right } }
}

function isToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
