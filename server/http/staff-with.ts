import type { Context, MiddlewareHandler } from 'hono'

import type { WireError } from '#shared/protocol/error.ts'
import type { Actor } from '#shared/queue/command.ts'

import type { Right } from '../rights.ts'
import { whoIsStaff, type Staff } from '../staff-session.ts'
import type { StaffParts } from '../staff.ts'

/** For routes behind `staffWith`: `c.get('staff')`. */
export interface StaffContext {
  Variables: { staff: Staff }
}

export interface AskedBy {
  readonly by: Actor
}

/** Who asks, for the record. */
export function askedBy(c: Context<StaffContext>): AskedBy {
  return { by: { kind: 'staff', id: c.get('staff').userId } }
}

interface GuardParts extends Pick<StaffParts, 'auth' | 'db' | 'hallId'> {
  /** The pages that may use a staff session. */
  readonly origins: readonly string[]
}

/**
 * Lets only staff with a right on, or with one of several, or, where it is null, anybody signed in: 401
 * `credential/missing` without a session, 423 `credential/locked` with one that is locked, 403 `right/missing` without the
 * right (the first of several). What changes something must come from a page of ours (403 `credential/origin`), since a
 * browser sends the session along with requests of any page.
 */
export function staffWith(
  parts: GuardParts,
  right: Right | readonly Right[] | null,
): MiddlewareHandler<StaffContext> {
  return async (c, next) => {
    const found = await staffOf(parts, c.req.raw)
    if (!found.ok) return c.json({ code: found.code }, found.status)
    const { staff } = found
    if (staff.locked) return c.json({ code: 'credential/locked' }, 423)
    const enough = right === null ? [] : [right].flat()
    if (right !== null && !enough.some((one) => staff.rights.includes(one)))
      return c.json({ code: 'right/missing', details: { right: enough[0] } }, 403)
    c.set('staff', staff)
    await next()
  }
}

/** For what a locked session may still ask: the same, but for the lock. */
export function staffEvenLocked(parts: GuardParts): MiddlewareHandler<StaffContext> {
  return async (c, next) => {
    const found = await staffOf(parts, c.req.raw)
    if (!found.ok) return c.json({ code: found.code }, found.status)
    c.set('staff', found.staff)
    await next()
  }
}

type Found =
  | { readonly ok: true; readonly staff: Staff }
  | { readonly ok: false; readonly code: WireError; readonly status: 401 | 403 }

async function staffOf(parts: GuardParts, { method, headers }: Request): Promise<Found> {
  if (method !== 'GET' && !parts.origins.includes(headers.get('origin') ?? ''))
    return { ok: false, code: 'credential/origin', status: 403 }
  const staff = await whoIsStaff(parts, headers)
  return staff ? { ok: true, staff } : { ok: false, code: 'credential/missing', status: 401 }
}
