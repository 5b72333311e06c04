import { Hono, type Context } from 'hono'
import { z } from 'zod'

import type { PersonList } from '#shared/protocol/staff-list.ts'
import type { Refusal } from '#shared/queue/refusal.ts'

import { staffOverview } from '../staff-overview.ts'
import { resetPassword, setPin } from '../staff-secrets.ts'
import {
  addStaff,
  changeStaff,
  removeStaff,
  signOutEverywhere,
  unblockStaff,
  type StaffRefusal,
} from '../staff.ts'
import { normalUsername } from '../staff-names.ts'
import { bodyAtMost } from './every-request.ts'
import { readBody } from './json-body.ts'
import type { HttpParts } from './open-http.ts'
import { askedBy, staffWith, type StaffContext } from './staff-with.ts'

const text = z.string().max(200)
const newStaff = z.strictObject({ username: text, name: text, role: text, password: text })
const change = z.strictObject({ name: text, role: text })
const password = z.strictObject({ password: text })
const pin = z.strictObject({ pin: text.nullable() })

/** The accounts of the hall's staff. What takes rights away takes effect at once, on open pages too. */
export function staffRoutes(parts: HttpParts): Hono<StaffContext> {
  const { db, hallId, now, realtime } = parts
  const app = new Hono<StaffContext>()
  app.use(bodyAtMost(4 * 1024), staffWith(parts, 'staff:manage'))

  app.get('/', async (c) => {
    const timeZone = parts.authority.hall().config?.timeZone ?? 'UTC'
    return c.json({ timeZone, staff: await staffOverview(db, hallId, now()) } satisfies PersonList)
  })

  app.post('/', async (c) => {
    const read = await readBody(c, newStaff)
    if (!read.ok) return read.answer
    const added = await addStaff({ ...parts, ...askedBy(c) }, read.body)
    if (!added.ok) return refused(c, added)
    await parts.onStaffChanged()
    return c.json({ id: added.staff.userId, username: added.staff.username }, 201)
  })

  app.patch('/:username', async (c) => {
    const read = await readBody(c, change)
    if (!read.ok) return read.answer
    const { username } = c.req.param()
    // The own name may change, the own rights may not.
    if (isOwn(c, username) && read.body.role !== c.get('staff').role) return refused(c, yourself)
    const changed = await changeStaff({ ...parts, ...askedBy(c) }, { username, ...read.body })
    if (!changed.ok) return refused(c, changed)
    await parts.onStaffChanged()
    realtime.admitAnew(changed.userId)
    return c.body(null, 204)
  })

  app.delete('/:username', async (c) => {
    const { username } = c.req.param()
    if (isOwn(c, username)) return refused(c, yourself)
    const removed = await removeStaff({ ...parts, ...askedBy(c) }, username)
    if (!removed.ok) return refused(c, removed)
    parts.expel({ kind: 'staff', id: removed.userId })
    await parts.onStaffChanged()
    return c.body(null, 204)
  })

  // The own ones are changed at /api/me, by the password of now.
  app.post('/:username/password', async (c) => {
    const read = await readBody(c, password)
    if (!read.ok) return read.answer
    const { username } = c.req.param()
    if (isOwn(c, username)) return refused(c, yourself)
    const reset = await resetPassword({ ...parts, ...askedBy(c) }, { username, ...read.body })
    if (!reset.ok) return refused(c, reset)
    parts.expel({ kind: 'staff', id: reset.userId })
    return c.body(null, 204)
  })

  app.post('/:username/pin', async (c) => {
    const read = await readBody(c, pin)
    if (!read.ok) return read.answer
    const { username } = c.req.param()
    if (isOwn(c, username)) return refused(c, yourself)
    const set = await setPin({ ...parts, ...askedBy(c) }, { username, ...read.body })
    return set.ok ? c.body(null, 204) : refused(c, set)
  })

  app.post('/:username/unblock', async (c) => {
    const unblocked = await unblockStaff({ ...parts, ...askedBy(c) }, c.req.param('username'))
    return unblocked.ok ? c.body(null, 204) : refused(c, unblocked)
  })

  app.post('/:username/sign-out', async (c) => {
    const signedOut = await signOutEverywhere({ ...parts, ...askedBy(c) }, c.req.param('username'))
    if (!signedOut.ok) return refused(c, signedOut)
    parts.expel({ kind: 'staff', id: signedOut.userId })
    return c.body(null, 204)
  })
  return app
}

/** Nobody shuts themselves out by a slip of the hand. */
const yourself = { code: 'staff/yourself', details: {} } as const

function isOwn(c: Context<StaffContext>, username: string): boolean {
  return c.get('staff').username === normalUsername(username)
}

function refused(
  c: Context,
  { code, details }: Pick<Refusal<StaffRefusal | 'staff/yourself'>, 'code' | 'details'>,
): Response {
  if (code === 'staff/unknown') return c.json({ code, details }, 404)
  const isConflict = ['staff/username-taken', 'staff/last-administrator', 'staff/yourself'].includes(code)
  return c.json({ code, details }, isConflict ? 409 : 400)
}
