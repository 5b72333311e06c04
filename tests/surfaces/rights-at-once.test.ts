import { flushSync, mount, unmount, type Component } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import ReceptionPage from '#counter/reception/ReceptionPage.svelte'
import SupervisorPage from '#counter/supervisor/SupervisorPage.svelte'
import { defaultRights } from '#server/rights.ts'
import type { View } from '#shared/protocol/views.ts'

import { receptionView } from './reception-view.ts'
import { SocketForTest } from './socket-for-test.ts'
import { administrator, settled, StaffServer, write } from './staff-server.ts'
import { supervisorView, waited, watchedService } from './supervisor-view.ts'

const net = vi.hoisted(() => ({ sockets: [] as unknown[] }))
vi.mock('socket.io-client', async () => {
  const { SocketForTest } = await import('./socket-for-test.ts')
  return {
    io: () => {
      const socket = new SocketForTest()
      net.sockets.push(socket)
      return socket
    },
  }
})

let server: StaffServer
let screen: object | undefined

beforeEach(() => {
  localStorage.clear()
  net.sockets.length = 0
  server = new StaffServer().answers('GET /api/reception/printers', [200, { kiosks: [] }])
})

afterEach(async () => {
  if (screen) await unmount(screen)
  vi.unstubAllGlobals()
})

const me = (rights: readonly string[]) => ({ ...administrator, rights })
const line = () => net.sockets.at(-1) as SocketForTest
const text = () => document.body.textContent.replaceAll(/[\u00a0\u2060]/g, ' ').replaceAll(/\s+/g, ' ')

async function open(page: Component<{ build: string }>, view: View) {
  screen = mount(page, { target: document.body, props: { build: 'test' } })
  flushSync()
  await settled()
  await show(view)
}

async function show(view: View) {
  line().connected = true
  line().tell('view:changed', { version: 1, at: Date.now(), view })
  await settled()
}

test('whoever may watch the hall no more sees nothing of it, and which right it takes', async () => {
  server.answers('GET /api/me', [200, me(defaultRights.supervisor)], [200, me(['ticket:serve'])])
  await open(
    SupervisorPage,
    supervisorView({ services: [watchedService('late', { longest: waited('A007', 36) })] }),
  )
  expect(text()).toContain('A007')
  line().lose()
  line().refuse('right/missing')
  await settled()
  expect(text()).not.toContain('A007')
  expect(text()).toContain('Tam reikia teisės „Matyti, kas salėje veikia“')
})

test('what a receptionist is given is there once the line is back, and else the page stays as it is', async () => {
  const { receptionist } = defaultRights
  const without = receptionist.filter((right) => right !== 'ticket:change')
  server.answers(
    'GET /api/me',
    ...[without, without, receptionist].map((rights) => [200, me(rights)] as const),
  )
  await open(ReceptionPage, receptionView())
  const mayChange = () => document.querySelector('[name=class]') !== null
  expect(mayChange()).toBe(false)
  write('asked', 'A012')
  for (const expected of [false, true]) {
    line().lose()
    await settled()
    await show(receptionView())
    if (expected) await show(receptionView())
    else expect(document.querySelector<HTMLInputElement>('input[name=asked]')!.value).toBe('A012')
    expect(mayChange()).toBe(expected)
  }
})
