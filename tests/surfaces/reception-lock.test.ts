import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import ReceptionPage from '#counter/reception/ReceptionPage.svelte'

import { administrator, settled, StaffServer, write } from './staff-server.ts'

const minute = 60_000
const locked = { code: 'credential/locked', details: { name: 'Rita', by: 'pin' } }
const receptionist = { ...administrator, name: 'Rita', rights: ['ticket:issue', 'queue:see'] }

let server: StaffServer
let page: object

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  server = new StaffServer()
    .answers('POST /api/me/lock', [204])
    .answers('POST /api/me/unlock', [204])
    .answers('GET /api/me', [200, receptionist])
})

afterEach(async () => {
  await unmount(page)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function open() {
  page = mount(ReceptionPage, { target: document.body, props: { build: 'test' } })
  flushSync()
  await settled()
}

const isShown = () => document.querySelector('.on-paper')?.closest('[hidden]') === null

test('a reception that nobody touches for five minutes locks itself until the PIN is given', async () => {
  await open()
  expect(isShown()).toBe(true)
  vi.advanceTimersByTime(4 * minute)
  window.dispatchEvent(new Event('pointermove'))
  vi.advanceTimersByTime(4 * minute)
  expect(server.orders()).toEqual([])
  server.answers('GET /api/me', [423, locked])
  vi.advanceTimersByTime(70_000)
  flushSync()
  expect(isShown()).toBe(false)
  await settled()
  expect(server.orders()).toEqual(['POST /api/me/lock'])
  server.answers('GET /api/me', [200, receptionist])
  write('pin', '8520')
  document.querySelector('form')!.requestSubmit()
  await settled()
  expect(isShown()).toBe(true)
})

test('a reception that is opened again after five minutes opens locked', async () => {
  localStorage.setItem('eile-active-at', String(Date.now() - 6 * minute))
  server.answers('GET /api/me', [423, locked])
  await open()
  expect(document.querySelector('.on-paper')).toBeNull()
  expect(server.orders()).toEqual(['POST /api/me/lock'])
  expect(document.querySelector('input[name=pin]')).not.toBeNull()
})
