import { Hono } from 'hono'

import {
  longestPeriod,
  recordQuery,
  type RecordNames,
  type RecordPage,
  type RecordRefusal,
} from '#shared/protocol/record.ts'
import { localDate } from '#shared/queue/calendar.ts'

import { recordedNames } from '../record/names.ts'
import { searchRecord } from '../record/search.ts'
import type { HttpParts } from './open-http.ts'
import { staffWith, type StaffContext } from './staff-with.ts'

const dayMs = 24 * 60 * 60_000

/** Who did what in the hall, and when: to be read, and nothing else. */
export function recordRoutes(parts: HttpParts): Hono<StaffContext> {
  const { db, hallId, authority, now } = parts
  const app = new Hono<StaffContext>()
  app.use(staffWith(parts, 'record:see'))

  app.get('/', async (c) => {
    const read = recordQuery.safeParse(c.req.query())
    if (!read.success) {
      const where = read.error.issues[0]?.path.join('.') ?? ''
      return c.json({ code: 'command/malformed', details: { where } }, 400)
    }
    const days = (Date.parse(read.data.to) - Date.parse(read.data.from)) / dayMs
    if (days < 0 || days >= longestPeriod)
      return c.json(
        { code: 'record/bad-period' satisfies RecordRefusal, details: { max: longestPeriod } },
        400,
      )
    const { config } = authority.hall()
    const timeZone = config?.timeZone ?? 'UTC'
    const found = await searchRecord({ db, hallId, config }, read.data)
    return c.json({ timeZone, ...found } satisfies RecordPage)
  })

  app.get('/names', async (c) => {
    const { config } = authority.hall()
    const { people, devices } = await recordedNames(db, hallId)
    const timeZone = config?.timeZone ?? 'UTC'
    return c.json({
      timeZone,
      today: localDate(now(), timeZone),
      people: listed(people),
      devices: listed(devices),
      counters: Object.fromEntries(config?.counters.map(({ id, label }) => [id, label]) ?? []),
      services: Object.fromEntries(config?.services.map(({ id, name }) => [id, name]) ?? []),
      profiles: Object.fromEntries(config?.profiles.map(({ id, name }) => [id, name]) ?? []),
    } satisfies RecordNames)
  })
  return app
}

function listed(names: ReadonlyMap<string, string>): { id: string; name: string }[] {
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'lt'))
}
