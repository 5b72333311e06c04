import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'

import { askForCode, claim, type AskedCode, type Claimed } from '#shared/protocol/devices.ts'

import { askerOf } from '../asker.ts'
import { bodyAtMost } from './every-request.ts'
import { readBody } from './json-body.ts'
import type { HttpParts } from './open-http.ts'

/** How a new screen asks for a code and learns that it was entered. It is nobody yet: anybody may ask. */
export function pairingRoutes({ pairing, publicUrl, now }: HttpParts): Hono {
  const app = new Hono()
  const page = `${publicUrl}/counter/devices`
  app.use(bodyAtMost(1024))

  app.post('/', async (c) => {
    const read = await readBody(c, askForCode)
    if (!read.ok) return read.answer
    const peer = getConnInfo(c).remote.address
    const asker = askerOf({ peer, forwarded: c.req.header('x-forwarded-for') }, publicUrl)
    const asked = pairing.ask(asker, read.body.kind)
    if (!asked.ok) return c.json({ code: asked.code, details: asked.details }, 429)
    const { code, secret, until } = asked
    return c.json({ code, secret, until, now: now(), page } satisfies AskedCode)
  })

  app.post('/claim', async (c) => {
    const read = await readBody(c, claim)
    if (!read.ok) return read.answer
    const claimed = pairing.claim(read.body.secret)
    if (!claimed) return c.json({ code: 'pairing/expired', details: {} }, 410)
    if (claimed.state === 'paired') return c.json(claimed satisfies Claimed)
    return c.json({ ...claimed, now: now(), page } satisfies Claimed)
  })
  return app
}
