import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import Launch from '#counter/settings/launch/Launch.svelte'
import type { LaunchFacts, RunningFacts } from '#shared/protocol/launch.ts'

import { administrator, buttonNamed, settled, StaffServer } from './staff-server.ts'

const facts: LaunchFacts = {
  setUp: true,
  name: { lt: 'Vilniaus skyrius' },
  publicUrl: 'http://192.168.1.10:3000',
  reach: 'plain',
  demo: [{ username: 'vadovas', password: 'abcd-efgh', name: 'Vadovas', role: 'supervisor' }],
  running: null,
}
const clerk = { ...administrator, name: 'Ona', rights: ['ticket:serve'] }
const running: RunningFacts = {
  build: 'test',
  startedAt: 0,
  now: 0,
  hall: null,
  connected: { kiosks: 0, displays: 0, desks: 0, phones: 0 },
  devices: [],
  newestTicket: null,
  done: { services: false, kiosk: false, display: false, clerk: false, counter: false, call: false },
}
const missing = { code: 'credential/missing' }

let server: StaffServer
let screen: object | undefined

beforeEach(() => {
  localStorage.clear()
  server = new StaffServer().answers('GET /api/launch', [200, facts])
})

afterEach(async () => {
  if (screen) await unmount(screen)
  vi.unstubAllGlobals()
})

async function open() {
  screen = mount(Launch, { target: document.body })
  flushSync()
  await settled()
}

async function lookAgain() {
  document.dispatchEvent(new Event('visibilitychange'))
  await settled()
}

const text = () => document.body.textContent

test('whoever has signed out is offered to sign in again, and is named no more', async () => {
  server
    .answers('GET /api/me', [200, clerk], [401, missing])
    .answers('POST /api/auth/sign-out', [200, { success: true }])
  await open()
  expect(text()).toContain('Ona')
  expect(text()).not.toContain('abcd-efgh')
  buttonNamed('Atsijungti').click()
  await settled()
  expect(text()).not.toContain('Ona')
  expect(text()).toContain('abcd-efgh')
  expect(buttonNamed('Prisijungti')).toBeDefined()
})

test('whoever is signed in is known as soon as the server answers again', async () => {
  await open()
  expect(text()).not.toContain('Ona')
  server.answers('GET /api/me', [200, clerk])
  await lookAgain()
  expect(text()).toContain('Ona')
})

test('whoever is not signed in is not asked about again and again', async () => {
  server.answers('GET /api/me', [401, missing])
  await open()
  await lookAgain()
  expect(server.asked.filter(({ path }) => path === '/api/me')).toHaveLength(1)
})

test.each([
  ['an administrator', ['/counter/hall', '/counter/devices', '/counter/staff', '/counter']],
  ['a supervisor', ['/counter/devices', '/counter']],
])('what is to be done next leads %s only to pages that they may open', async (who, leadsTo) => {
  const rights = ['device:manage', 'ticket:serve']
  if (who === 'an administrator') rights.push('hall:configure', 'staff:manage')
  server
    .answers('GET /api/me', [200, { ...administrator, rights }])
    .answers('GET /api/launch', [200, { ...facts, running }])
  await open()
  const links = [...document.querySelectorAll('ol a')].map((link) => link.getAttribute('href'))
  expect([...new Set(links)]).toEqual(leadsTo)
  expect(document.querySelectorAll('ol li:not(.help)')).toHaveLength(7)
})
