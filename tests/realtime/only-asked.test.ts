import { join } from 'node:path'

import Database from 'better-sqlite3'
import { expect, test } from 'vitest'

import { openHttp, type HttpParts } from '#server/http/open-http.ts'

import { codeOf, runningHall } from './running-hall.ts'

test('whatever is only asked for, by whomever, changes nothing', async () => {
  const hall = await runningHall()
  const kiosk = await hall.kiosk()
  const ana = await hall.person('ana', 'clerk')
  await ana.does('shift:open', { counter: 'counter-1' })
  const { ticket, url } = await kiosk.does('ticket:issue', { service: 'information', language: 'lt' })
  await ana.does('ticket:call-next', { counter: 'counter-1' })
  await hall.phone(url!)
  const cookie = await hall.staff('ada', 'administrator')
  const before = stored(hall.dataDirectory)

  const values: Record<string, string> = { code: codeOf(url!), id: ticket! }
  const paths = addresses().map((path) =>
    path.replaceAll(/:(\w+)(\{.*\})?/g, (_, name: string) => values[name] ?? 'x'),
  )
  const asked = [
    ...paths,
    '/api/reception/find?q=A001',
    '/api/record?text=A001',
    new URL(url!).pathname,
    '/counter',
  ]
  const prefetching = { cookie, purpose: 'prefetch', 'sec-purpose': 'prefetch' }
  const askers: Record<string, string>[] = [{}, { cookie }, prefetching]
  const ask = async (path: string, headers: Record<string, string>) =>
    (await fetch(`${hall.server.url}${path}`, { headers })).ok
  const answers = await Promise.all(asked.flatMap((path) => askers.map((headers) => ask(path, headers))))
  expect(answers.filter(Boolean).length).toBeGreaterThan(40)
  expect(stored(hall.dataDirectory)).toEqual(before)
}, 30_000)

/** All that the server answers at, however it is meant to be asked. */
function addresses(): string[] {
  const { routes } = openHttp(anything())
  return [...new Set(routes.map(({ path }) => path).filter((path) => !path.includes('*')))]
}

/** Of no use but to have the addresses named. */
function anything(): HttpParts {
  const asText = () => ''
  const get = (_: object, name: string | symbol) => (name === Symbol.toPrimitive ? asText : one)
  const one: object = new Proxy(() => {}, { get, apply: () => one })
  return one as HttpParts
}

/** Every row of every table. */
function stored(dataDirectory: string): Record<string, unknown[]> {
  const db = new Database(join(dataDirectory, 'eile.db'), { readonly: true })
  const tables = db.prepare<[], { name: string }>("select name from sqlite_master where type = 'table'").all()
  const rows = tables.map(({ name }) => [name, db.prepare(`select * from "${name}"`).all()] as const)
  db.close()
  return Object.fromEntries(rows)
}
