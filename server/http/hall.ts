import { createHash } from 'node:crypto'

import { Hono } from 'hono'
import { z } from 'zod'

import type { HallSettings } from '#shared/protocol/hall-page.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import { withPart } from '../hall-part.ts'
import { bodyAtMost } from './every-request.ts'
import { readBody } from './json-body.ts'
import type { HttpParts } from './open-http.ts'
import { staffWith, type StaffContext } from './staff-with.ts'

// What each of these is, the configuration's own schema asks.
const change = z.strictObject({
  revision: z.string(),
  config: z.strictObject({
    name: z.unknown(),
    timeZone: z.unknown(),
    languages: z.unknown(),
    hours: z.unknown(),
    texts: z.unknown(),
    brand: z.unknown(),
    voice: z.unknown(),
    alerts: z.unknown(),
    translator: z.unknown(),
  }),
})

/** The hall's own settings: read with a revision, and changed only by whoever has read the latest. */
export function hallRoutes(parts: HttpParts): Hono<StaffContext> {
  const { authority, newId } = parts
  const app = new Hono<StaffContext>()
  const inTurn = oneAfterAnother()
  app.use(bodyAtMost(512 * 1024), staffWith(parts, 'hall:configure'))

  app.get('/', (c) => {
    const { config } = authority.hall()
    return config ? c.json(settingsOf(config)) : c.json({ code: 'hall/not-configured' }, 409)
  })

  app.put('/', async (c) => {
    const read = await readBody(c, change)
    if (!read.ok) return read.answer
    return await inTurn(async () => {
      const { config } = authority.hall()
      if (!config) return c.json({ code: 'hall/not-configured' }, 409)
      if (revisionOf(config) !== read.body.revision) return c.json({ code: 'hall/changed' }, 409)
      const changed = withPart(config, read.body.config)
      if (!changed.ok) return c.json({ code: 'hall/invalid', details: changed.faults }, 422)
      const by = { kind: 'staff', id: c.get('staff').userId } as const
      const command = { type: 'hall:configure', config: changed.config } as const
      const outcome = await authority.submit({ id: newId(), by, command })
      if (!outcome.ok) return c.json({ code: outcome.code, details: outcome.details }, 409)
      return c.json(settingsOf(changed.config))
    })
  })
  return app
}

function settingsOf(config: HallConfig): HallSettings {
  return { config, revision: revisionOf(config) }
}

function revisionOf(config: HallConfig): string {
  return createHash('sha256').update(JSON.stringify(config)).digest('base64url')
}

/** Between comparing a revision and the change there is nobody else's. */
function oneAfterAnother() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine
    return mine
  }
}
