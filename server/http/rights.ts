import { Hono } from 'hono'

import { changeRights } from '#shared/protocol/rights.ts'

import { changeRoleRights, rightsTable } from '../role-rights.ts'
import { bodyAtMost } from './every-request.ts'
import { readBody } from './json-body.ts'
import type { HttpParts } from './open-http.ts'
import { askedBy, staffWith, type StaffContext } from './staff-with.ts'

/** What each role may do in the hall. A change takes effect at once, on open pages too. */
export function rightsRoutes(parts: HttpParts): Hono<StaffContext> {
  const { db, hallId, realtime } = parts
  const app = new Hono<StaffContext>()
  app.use(bodyAtMost(32 * 1024), staffWith(parts, 'staff:manage'))

  app.get('/', async (c) => c.json(await rightsTable(db, hallId)))

  app.put('/', async (c) => {
    const read = await readBody(c, changeRights)
    if (!read.ok) return read.answer
    const changed = await changeRoleRights({ ...parts, ...askedBy(c) }, read.body.changes)
    if (!changed.ok) {
      const { code, details } = changed
      return c.json({ code, details }, code === 'rights/unknown' ? 400 : 409)
    }
    for (const person of changed.people) realtime.admitAnew(person)
    return c.json(await rightsTable(db, hallId))
  })
  return app
}
