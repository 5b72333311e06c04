import { afterAll, beforeAll, expect, test } from 'vitest'

import { readLink } from '#server/operator-link.ts'

import { openRunningHall, type RunningHall } from './running-hall.ts'

let hall: RunningHall
let close: () => Promise<void>
beforeAll(async () => ({ hall, close } = await openRunningHall()))
afterAll(() => close())

test('/healthz tells a watcher that the hall is there, configured and in which day', async () => {
  const answer = await fetch(`${hall.server.url}/healthz`)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ ok: true, build: 'test', day: '2024-03-04', configured: true })
})

test.each([undefined, '', 'Bearer', 'Bearer ', `Bearer ${'a'.repeat(43)}`, 'Basic YTph'])(
  'the operator is not let in with %j',
  async (authorization) => {
    const answer = await fetch(`${hall.server.url}/api/operator`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      body: JSON.stringify({ operation: 'staff list', input: {} }),
    })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ ok: false })
  },
)

test.each(['nothing', '__proto__', 'constructor', 'toString', ''])(
  'there is no operation "%s"',
  async (operation) => {
    expect(await hall.operate(operation)).toMatchObject({ ok: false })
  },
)

test.each(['not JSON', 'null', '[]', '{"operation":"staff add"}', '{"operation":"staff list","input":null}'])(
  'an order %j that is not one is refused, with lines to read',
  async (body) => {
    const { url, token } = readLink(hall.dataDirectory)!
    const answer = await fetch(`${url}/api/operator`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    })
    expect(answer.status).toBeLessThan(500)
    expect(await answer.json()).toMatchObject({ lines: expect.any(Array) as string[] })
  },
)

test('what is not there is not found, in JSON under /api and as the pages say elsewhere', async () => {
  const api = await fetch(`${hall.server.url}/api/nothing`)
  expect([api.status, await api.json()]).toEqual([404, { code: 'not-found' }])
  const page = await fetch(`${hall.server.url}/nothing`)
  expect([page.status, await page.text()]).toEqual([404, ''])
})

test('a page of another site cannot sign anybody out', async () => {
  const cookie = await hall.staff('ana', 'clerk')
  const signOut = (origin: string) =>
    fetch(`${hall.server.url}/api/auth/sign-out`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, origin },
      body: '{}',
    })
  expect((await signOut('http://evil.example')).status).toBe(403)
  const desk = await hall.connect({ kind: 'staff' }, { cookie, origin: hall.server.url })
  expect((await signOut(hall.server.url)).status).toBe(200)
  await desk.heard('session:ended')
})
