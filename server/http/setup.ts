import { Hono } from 'hono'
import { z } from 'zod'

import { language } from '#shared/protocol/parts.ts'
import type { SetupFault } from '#shared/protocol/setup.ts'
import { weekdays, type Weekday } from '#shared/queue/config.ts'

import { userIdOf } from '../db/staff-accounts.ts'
import { newHall, type FaultyFields } from '../new-hall.ts'
import { isPassword, isUsername, normalUsername } from '../staff-names.ts'
import { bodyAtMost } from './every-request.ts'
import { jsonOf } from './json-body.ts'
import type { HttpParts } from './open-http.ts'

const name = (empty: SetupFault) => z.string().trim().min(1, empty).max(120, 'setup/too-long')
const openTimes = z.array(z.tuple([z.string(), z.string()]))

const administrator = z
  .object({
    name: name('staff/unnamed'),
    username: z.string().trim().refine(isUsername, 'staff/bad-username'),
    password: z.string(),
  })
  .superRefine(({ username, password }, { addIssue }) => {
    if (!isPassword(password, username))
      addIssue({ code: 'custom', path: ['password'], message: 'staff/weak-password' })
  })

const hall = z.object({
  from: z.enum(['example', 'empty']),
  name: name('setup/unnamed'),
  timeZone: z.string().trim(),
  languages: z.array(language),
  week: z.object(
    Object.fromEntries(weekdays.map((day) => [day, openTimes])) as Record<Weekday, typeof openTimes>,
  ),
})

/** How a new hall gets its first configuration and its first administrator, by the link that the console shows. */
export function setupRoutes({ firstStart, auth, db, origins }: HttpParts): Hono {
  const app = new Hono()

  app.get('/', async (c) => c.json(await firstStart.needs()))

  app.use(bodyAtMost(64 * 1024))
  app.use(async (c, next) => {
    if (!origins.includes(c.req.header('origin') ?? '')) return c.json({ code: 'credential/origin' }, 403)
    if (!(await firstStart.needs()).needed) return c.json({ code: 'setup/done' }, 409)
    const { token } = z
      .object({ token: z.string().catch('') })
      .catch({ token: '' })
      .parse(await jsonOf(c))
    const code = firstStart.admit(token)
    if (code !== null) return c.json({ code }, 403)
    await next()
  })

  /** Whether the link is good, before anybody fills in a form. */
  app.post('/link', (c) => c.json({}))

  app.post('/', async (c) => {
    const needs = await firstStart.needs()
    const order = z.object({
      administrator: needs.administrator ? administrator : z.unknown().optional(),
      hall: needs.hall ? hall : z.unknown().optional(),
    })
    const read = order.safeParse(await jsonOf(c))
    const person = needs.administrator && read.success ? (read.data.administrator as Administrator) : null
    const made = needs.hall && read.success ? newHall(read.data.hall as z.infer<typeof hall>) : null
    const fields: FaultyFields = {
      ...(read.success ? {} : faultsOf(read.error)),
      ...(made?.ok === false ? made.fields : {}),
      // Looked at before anything is changed, so that both are made or neither.
      ...(person && (await userIdOf(db, normalUsername(person.username))) !== null
        ? { 'administrator.username': 'staff/username-taken' as const }
        : {}),
    }
    if (Object.keys(fields).length > 0) return c.json({ code: 'setup/invalid', details: fields }, 422)
    const done = await firstStart.setUp({ config: made?.ok ? made.config : null, administrator: person })
    if (!done.ok) return c.json({ code: done.code }, 409)
    if (person) {
      const body = { username: person.username, password: person.password }
      const signedIn = await auth.api.signInUsername({ body, asResponse: true })
      for (const cookie of signedIn.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
    }
    return c.json({})
  })
  return app
}

type Administrator = z.infer<typeof administrator>

/** A code for each field, by its path; what no page of ours would send is malformed. */
function faultsOf({ issues }: z.ZodError): FaultyFields {
  return Object.fromEntries(
    issues.map(({ path, message }) => [
      path.map(String).join('.') || 'hall',
      (/^(setup|staff)\/[a-z-]+$/.test(message) ? message : 'setup/malformed') as SetupFault,
    ]),
  )
}
