import { Hono } from 'hono'

import { whoIsStaff } from '../staff-session.ts'
import { bodyAtMost } from './every-request.ts'
import type { HttpParts } from './open-http.ts'

/** Signing in and out: better-auth's own answers. What else it can tell, as the session's token, nobody has to know. */
export function signInRoutes(parts: HttpParts): Hono {
  const { auth, realtime } = parts
  const app = new Hono()
  app.use(bodyAtMost(4 * 1024))

  app.post('/sign-out', async (c) => {
    const staff = await whoIsStaff(parts, c.req.raw.headers)
    const answer = await auth.handler(c.req.raw)
    if (answer.ok && staff) realtime.cut({ kind: 'session', id: staff.sessionId }, 'credential/ended')
    return answer
  })
  app.post('/sign-in/username', (c) => auth.handler(c.req.raw))
  return app
}
