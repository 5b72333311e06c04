import { Hono } from 'hono'
import { z } from 'zod'

import type { Lock, Me } from '#shared/protocol/me.ts'

import { lockSession } from '../db/session-locks.ts'
import { pinHashOf } from '../db/staff-pins.ts'
import { unlock, unlockedBy } from '../staff-lock.ts'
import { changeOwnPassword, changeOwnPin } from '../staff-secrets.ts'
import { bodyAtMost } from './every-request.ts'
import { readBody } from './json-body.ts'
import type { HttpParts } from './open-http.ts'
import { askedBy, staffEvenLocked, staffWith, type StaffContext } from './staff-with.ts'

const secret = z.string().max(200)
const unlocking = z.union([z.strictObject({ pin: secret }), z.strictObject({ password: secret })])
const newPassword = z.strictObject({ current: secret, password: secret })
const newPin = z.strictObject({ password: secret, pin: secret.nullable() })

/** Who am I, my password and PIN, and the lock of my session. */
export function meRoutes(parts: HttpParts): Hono<StaffContext> {
  const { db, realtime } = parts
  const app = new Hono<StaffContext>()
  const signedIn = staffWith(parts, null)
  const evenLocked = staffEvenLocked(parts)
  app.use(bodyAtMost(4 * 1024))

  app.get('/', evenLocked, async (c) => {
    const staff = c.get('staff')
    const { userId: id, username, name, role, rights } = staff
    if (staff.locked) {
      const details: Lock = { name, by: await unlockedBy(parts, staff) }
      return c.json({ code: 'credential/locked', details }, 423)
    }
    const hasPin = (await pinHashOf(db, id)) !== null
    return c.json({ id, username, name, role, rights, hasPin } satisfies Me)
  })

  app.post('/lock', evenLocked, async (c) => {
    const { sessionId } = c.get('staff')
    await lockSession(db, sessionId)
    realtime.cut({ kind: 'session', id: sessionId }, 'credential/locked')
    return c.body(null, 204)
  })

  app.post('/unlock', evenLocked, async (c) => {
    const staff = c.get('staff')
    const read = await readBody(c, unlocking)
    if (!read.ok) return read.answer
    const { body } = read
    const given =
      'pin' in body
        ? ({ by: 'pin', secret: body.pin } as const)
        : ({ by: 'password', secret: body.password } as const)
    const unlocked = await unlock(parts, staff, given)
    if (unlocked.ok) return c.body(null, 204)
    if (unlocked.code === 'lock/wrong')
      return c.json({ code: unlocked.code, details: { left: unlocked.left } }, 403)
    realtime.cut({ kind: 'session', id: staff.sessionId }, 'credential/ended')
    return c.json({ code: unlocked.code }, 401)
  })

  app.post('/password', signedIn, async (c) => {
    const read = await readBody(c, newPassword)
    if (!read.ok) return read.answer
    const changed = await changeOwnPassword({ ...parts, ...askedBy(c) }, c.get('staff'), read.body)
    if (!changed.ok) return c.json(refused(changed), statusOf(changed.code))
    for (const id of changed.ended) realtime.cut({ kind: 'session', id }, 'credential/ended')
    return c.body(null, 204)
  })

  app.post('/pin', signedIn, async (c) => {
    const read = await readBody(c, newPin)
    if (!read.ok) return read.answer
    const changed = await changeOwnPin({ ...parts, ...askedBy(c) }, c.get('staff'), read.body)
    if (!changed.ok) return c.json(refused(changed), statusOf(changed.code))
    return c.body(null, 204)
  })
  return app
}

function refused({ code, details }: { code: string; details: object }) {
  return { code, details }
}

function statusOf(code: string): 400 | 403 | 429 {
  if (code === 'sign-in/blocked') return 429
  return code === 'staff/wrong-password' ? 403 : 400
}
