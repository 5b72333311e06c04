import { Hono } from 'hono'

import type { PreviewList } from '#shared/protocol/previews.ts'

import { listDevices } from '../devices.ts'
import type { HttpParts } from './open-http.ts'
import { staffWith, type StaffContext } from './staff-with.ts'

/** Pictures of the tickets that printers of the kind `preview` got. */
export function previewRoutes(parts: HttpParts): Hono<StaffContext> {
  const { db, hallId, authority, printers } = parts
  const app = new Hono<StaffContext>()
  app.use(staffWith(parts, 'printer:see'))

  app.get('/', async (c) => {
    const names = new Map((await listDevices(db, hallId)).map(({ id, name }) => [id, name]))
    const previews = [...printers.previews()].flatMap(([device, shelf]) =>
      shelf
        .list()
        .map(({ key, label, at }) => ({ device, deviceName: names.get(device) ?? '', key, label, at })),
    )
    const timeZone = authority.hall().config?.timeZone ?? 'UTC'
    return c.json({ timeZone, previews: previews.sort((a, b) => b.at - a.at) } satisfies PreviewList)
  })

  app.get('/:device/:file{.+\\.png}', (c) => {
    const key = c.req.param('file').replace(/\.png$/, '')
    const shelf = printers.previews().get(c.req.param('device'))
    const ticket = shelf?.list().find((one) => one.key === key)
    if (!ticket) return c.notFound()
    return c.body(new Uint8Array(ticket.png), 200, { 'content-type': 'image/png' })
  })
  return app
}
