import { timingSafeEqual } from 'node:crypto'

import { Hono } from 'hono'
import { z } from 'zod'

import { operations } from '../operations.ts'
import type { HttpParts } from './open-http.ts'

const order = z.object({
  operation: z.string(),
  input: z.record(z.string(), z.unknown()).default({}),
})

/** The command line of the machine itself, which holds the token of this start. */
export function operatorRoutes(parts: HttpParts): Hono {
  const app = new Hono()

  app.post('/', async (c) => {
    if (!isToken(c.req.header('authorization'), parts.operatorToken)) {
      return c.json({ ok: false, lines: ['This is for the command line of the machine itself.'] }, 401)
    }
    const read = order.safeParse(await c.req.json().catch(() => null))
    if (!read.success)
      return c.json({ ok: false, lines: ['Expected { "operation", "input" } as JSON.'] }, 400)
    const { operation, input } = read.data
    const carryOut = Object.hasOwn(operations, operation) ? operations[operation] : undefined
    if (!carryOut) return c.json({ ok: false, lines: [`There is no operation "${operation}".`] }, 404)
    return c.json(await carryOut({ ...parts, by: { kind: 'operator', id: 'cli' } }, input))
  })
  return app
}

function isToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
