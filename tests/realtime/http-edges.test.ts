import { request } from 'node:http'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { pageOf } from './page.ts'
import { openRunningHall, password, type RunningHall } from './running-hall.ts'

let hall: RunningHall
let close: () => Promise<void>
let cookie: string
beforeAll(async () => {
  ;({ hall, close } = await openRunningHall())
  cookie = await hall.staff('ana', 'administrator')
})
afterAll(() => close())

const tooLarge = 5 * 1024 * 1024
const routes = [
  ['POST', '/api/auth/sign-in/username'],
  ['POST', '/api/auth/sign-out'],
  ['POST', '/api/pairing'],
  ['POST', '/api/pairing/claim'],
  ['POST', '/api/devices'],
  ['POST', '/api/devices/pair'],
  ['PATCH', '/api/devices/x'],
  ['POST', '/api/staff'],
  ['PATCH', '/api/staff/x'],
  ['POST', '/api/me/unlock'],
  ['POST', '/api/me/password'],
  ['POST', '/api/setup'],
  ['PUT', '/api/hall'],
  ['POST', '/api/operator'],
  ['POST', '/api/nothing'],
] as const

/** The status of a request whose body is only announced, or comes in pieces without saying how much it will be. */
function statusOf(method: string, path: string, isAnnounced: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    const length = isAnnounced ? { 'content-length': tooLarge } : { 'transfer-encoding': 'chunked' }
    const headers = { cookie, origin: hall.server.url, 'content-type': 'application/json', ...length }
    const asked = request(`${hall.server.url}${path}`, { method, headers, agent: false })
    asked.once('response', (answer) => {
      resolve(answer.statusCode!)
      asked.destroy()
    })
    // Once it was answered, the rest is no longer taken.
    asked.on('error', reject)
    asked.flushHeaders()
    if (!isAnnounced) asked.end('x'.repeat(tooLarge))
  })
}

test.each(routes)('%s %s reads no body without end', async (method, path) => {
  for (const isAnnounced of [true, false]) expect(await statusOf(method, path, isAnnounced)).toBe(413)
})

test.each(['/me', '/staff', '/devices', '/previews', '/setup', '/launch', '/hall', '/nothing', '/tickets/x'])(
  'what %s answers is kept nowhere',
  async (path) => {
    const answer = await fetch(`${hall.server.url}/api${path}`, { headers: { cookie } })
    expect(answer.headers.get('cache-control')).toBe('no-store')
  },
)

test.each([
  ['/auth/sign-in/username', { username: 'ana', password }],
  ['/pairing', { kind: 'kiosk' }],
  ['/pairing/claim', { secret: 'any' }],
])('a page of another site may not ask %s, and one without a name neither', async (path, body) => {
  for (const origin of ['http://evil.example', 'null', `${hall.server.url}.evil.example`])
    expect(await pageOf(hall, '', origin)('POST', path, body)).toMatchObject({
      status: 403,
      body: { code: 'credential/origin' },
    })
})

test('of better-auth only signing in and out are open, and no locked page learns the token of its session', async () => {
  const page = pageOf(hall, await hall.signIn('ana'))
  await page('POST', '/me/lock', {})
  for (const path of ['/auth/get-session', '/auth/ok', '/auth/error', '/auth/sign-in/username'])
    expect((await page('GET', path)).status).toBe(404)
  for (const path of ['/auth/sign-up/email', '/auth/sign-in/email', '/auth/update-user'])
    expect((await page('POST', path, {})).status).toBe(404)
})

test('scripts cannot read the session, and other sites cannot send it along', async () => {
  const answer = await fetch(`${hall.server.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: hall.server.url },
    body: JSON.stringify({ username: 'ana', password }),
  })
  const cookies = answer.headers.getSetCookie()
  expect(cookies).toHaveLength(1)
  expect(cookies[0]).toMatch(/; HttpOnly; SameSite=Lax$/)
})
