import { Hono } from 'hono'

import {
  changeNotice,
  newNotice,
  type ListedNotice,
  type NoticeList,
  type NoticeRefusal,
} from '#shared/protocol/notices.ts'
import type { Actor } from '#shared/queue/command.ts'
import { refuse, type Refusal } from '#shared/queue/refusal.ts'

import { listDevices } from '../devices.ts'
import { noticePicture } from '../db/notices.ts'
import { checkNotice, type NoticeWish } from '../notice-check.ts'
import { noticeState, type Notice } from '../notices.ts'
import { isCrowded } from '../views/shown-notices.ts'
import { bodyAtMost } from './every-request.ts'
import { readBody } from './json-body.ts'
import type { HttpParts } from './open-http.ts'
import { askedBy, staffWith, type StaffContext } from './staff-with.ts'

/** A picture as a data URL is a third longer than it is. */
const largestBody = 2 * 1024 * 1024

/** What displays show beside the calls: their pictures for anybody, the rest for staff who may write it. */
export function noticeRoutes(parts: HttpParts): Hono<StaffContext> {
  const { db, hallId, authority, notices, now } = parts
  const app = new Hono<StaffContext>()

  // Asked by displays, which have no session. A drawing opened by itself must not run what may be in it.
  app.get('/:id/picture/:hash', async (c) => {
    const found = await noticePicture(db, hallId, c.req.param('id'), c.req.param('hash'))
    if (!found?.picture || !found.picture_type) return c.json({ code: 'not-found' }, 404)
    return c.body(new Uint8Array(found.picture), 200, {
      'content-type': found.picture_type,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    })
  })

  app.use(bodyAtMost(largestBody), staffWith(parts, 'notice:manage'))

  app.get('/', async (c) => {
    const { config } = authority.hall()
    const displays = (await listDevices(db, hallId)).filter(
      ({ kind, revokedAt }) => kind === 'display' && revokedAt === null,
    )
    return c.json({
      now: now(),
      timeZone: config?.timeZone ?? 'UTC',
      languages: config?.languages ?? ['lt'],
      zones: config?.zones ?? [],
      notices: notices.all().map((notice) => listed(notice, now())),
      crowded: displays
        .filter(({ zone }) => config && isCrowded(notices.all(), config, zone, now()))
        .map(({ name }) => name),
    } satisfies NoticeList)
  })

  app.post('/', async (c) => {
    const read = await readBody(c, newNotice)
    if (!read.ok) return read.answer
    const { id = parts.newId(), ...wish } = read.body
    const checked = checkNotice(authority.hall().config, wish)
    if (!checked.ok) return c.json(told(checked), 400)
    await notices.put(id, checked.notice, askedBy(c).by)
    return c.json({ id }, 201)
  })

  app.patch('/:id', async (c) => {
    const read = await readBody(c, changeNotice)
    if (!read.ok) return read.answer
    const changed = await change(c.req.param('id'), read.body, askedBy(c).by)
    return changed.ok ? c.body(null, 204) : c.json(told(changed), statusOf(changed.code))
  })

  app.delete('/:id', async (c) => {
    const removed = await notices.remove(c.req.param('id'), askedBy(c).by)
    return removed.ok ? c.body(null, 204) : c.json(told(removed), statusOf(removed.code))
  })

  async function change(id: string, changes: ReturnType<typeof changeNotice.parse>, by: Actor) {
    const known = notices.all().find((one) => one.id === id)
    if (!known) return refuse('notice/unknown' satisfies NoticeRefusal)
    const kept: NoticeWish = { ...known, picture: known.picture && { alt: known.picture.alt } }
    const wish: NoticeWish = { ...kept, ...changes }
    // A picture of which only the words come must be there.
    if (wish.picture && wish.picture.dataUrl === undefined && !known.picture)
      return refuse('notice/picture-not-a-picture' satisfies NoticeRefusal)
    const checked = checkNotice(authority.hall().config, wish)
    return checked.ok ? await notices.change(id, checked.notice, by) : checked
  }

  return app
}

function listed(notice: Notice, now: number): ListedNotice {
  return { ...notice, state: noticeState(notice, now) }
}

function told({ code, details }: Refusal<NoticeRefusal>) {
  return { code, details }
}

function statusOf(code: NoticeRefusal): 400 | 404 {
  return code === 'notice/unknown' ? 404 : 400
}
