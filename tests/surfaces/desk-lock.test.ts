import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Desk } from '#counter/desk/desk.svelte.ts'
import DeskScreen from '#counter/desk/DeskScreen.svelte'
import { watchIdle } from '#counter/idle.ts'
import type { DeskView } from '#shared/protocol/views.ts'

import { deskView, serving } from './desk-view.ts'
import { FakeLine } from './fake-line.svelte.ts'
import { administrator, buttonNamed, settled, StaffServer, write } from './staff-server.ts'

const locked = { code: 'credential/locked', details: { name: 'Ona', by: 'pin' } }
const missing = { code: 'credential/missing' }

let server: StaffServer
let line: FakeLine<DeskView>
let sessions: number
let screen: object | undefined

beforeEach(() => {
  localStorage.clear()
  server = new StaffServer()
  line = new FakeLine<DeskView>()
  sessions = 0
})

afterEach(async () => {
  if (screen) await unmount(screen)
  screen = undefined
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function open(view: DeskView | null) {
  if (view) line.show(view)
  const desk = new Desk(line)
  screen = mount(DeskScreen, { target: document.body, props: { desk, onsession: () => (sessions += 1) } })
  flushSync()
}

const text = () => `${document.title} ${document.body.textContent}`

test('a press of the key hides the visitor at once and locks the session at the server', async () => {
  server.answers('POST /api/me/lock', [204]).answers('GET /api/me', [423, locked])
  open(deskView({ visitor: serving({ label: 'A012' }) }))
  expect(text()).toContain('A012')
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'u' }))
  flushSync()
  expect(text()).not.toContain('A012')
  await settled()
  expect(server.orders()).toEqual(['POST /api/me/lock'])
  expect(document.querySelector('h1')!.textContent).toBe('Ona')
  expect(document.activeElement?.getAttribute('name')).toBe('pin')
})

test('the right PIN opens the desk anew', async () => {
  server
    .answers('POST /api/me/lock', [204])
    .answers('GET /api/me', [423, locked])
    .answers('POST /api/me/unlock', [204])
  open(deskView())
  buttonNamed('Užrakinti').click()
  await settled()
  write('pin', '8520')
  document.querySelector('form')!.requestSubmit()
  await settled()
  expect(sessions).toBe(1)
})

test('while the server does not answer nothing is shown, and it is asked until it does', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  open(deskView({ visitor: serving({ label: 'A012' }) }))
  buttonNamed('Užrakinti').click()
  await settled()
  expect(text()).not.toContain('A012')
  expect(text()).toContain('Laukiama serverio')
  server.answers('POST /api/me/lock', [204]).answers('GET /api/me', [423, locked])
  vi.advanceTimersByTime(3_000)
  await settled()
  expect(document.querySelector('input[name=pin]')).not.toBeNull()
})

test('a desk whose session is over by the time it asks for the lock signs in anew', async () => {
  server.answers('POST /api/me/lock', [401, missing]).answers('GET /api/me', [401, missing])
  open(deskView())
  buttonNamed('Užrakinti').click()
  await settled()
  expect(sessions).toBe(1)
})

test('a desk that was locked at another page does not lock it again', async () => {
  server.answers('GET /api/me', [423, locked])
  open(deskView())
  line.status = 'ended'
  line.code = 'credential/locked'
  flushSync()
  await settled()
  expect(document.querySelector('input[name=pin]')).not.toBeNull()
  expect(server.orders()).toEqual([])
  server.answers('GET /api/me', [200, administrator])
  document.dispatchEvent(new Event('visibilitychange'))
  await settled()
  expect(sessions).toBe(1)
})

test('the keys of the desk do nothing while it is locked', async () => {
  server.answers('POST /api/me/lock', [204]).answers('GET /api/me', [423, locked])
  open(deskView())
  buttonNamed('Užrakinti').click()
  await settled()
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2' }))
  expect(line.sent).toEqual([])
})

test('the desk locks itself when nobody has touched anything for five minutes', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  server.answers('POST /api/me/lock', [204]).answers('GET /api/me', [423, locked])
  open(deskView())
  vi.advanceTimersByTime(4 * 60_000)
  window.dispatchEvent(new Event('pointermove'))
  vi.advanceTimersByTime(4 * 60_000)
  expect(server.orders()).toEqual([])
  vi.advanceTimersByTime(70_000)
  flushSync()
  await settled()
  expect(server.orders()).toEqual(['POST /api/me/lock'])
})

test('work in other programs, where the browser may tell of it, keeps the desk open', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  let userState = 'active'
  const detector = {
    start: async () => {},
    screenState: 'unlocked',
    get userState() {
      return userState
    },
  }
  vi.stubGlobal('IdleDetector', function IdleDetector() {
    return detector
  })
  const leave = Object.assign(new EventTarget(), { state: 'prompt' })
  vi.stubGlobal('navigator', { permissions: { query: async () => leave } })
  server.answers('POST /api/me/lock', [204]).answers('GET /api/me', [423, locked])
  open(deskView())
  await settled()
  leave.state = 'granted'
  leave.dispatchEvent(new Event('change'))
  await settled()
  vi.advanceTimersByTime(20 * 60_000)
  expect(server.orders()).toEqual([])
  // Of which the browser tells after a minute.
  userState = 'idle'
  vi.advanceTimersByTime(3 * 60_000)
  expect(server.orders()).toEqual([])
  vi.advanceTimersByTime(70_000)
  flushSync()
  await settled()
  expect(server.orders()).toEqual(['POST /api/me/lock'])
})

test('a desk that could not sign out says so and stays as it is until it can', async () => {
  open(deskView({ shift: null }))
  buttonNamed('Atsijungti').click()
  await settled()
  expect(document.querySelector('[role=alert]')?.textContent).toContain('Atsijungti nepavyko')
  expect(sessions).toBe(0)
  server.answers('POST /api/auth/sign-out', [200, {}])
  buttonNamed('Atsijungti').click()
  await settled()
  expect(sessions).toBe(1)
})

const minute = 60_000

test('a desk that is opened again after five minutes shows nobody before the PIN, and then stays open', async () => {
  server
    .answers('POST /api/me/lock', [204])
    .answers('GET /api/me', [423, locked])
    .answers('POST /api/me/unlock', [204])
  localStorage.setItem('eile-active-at', String(Date.now() - 6 * minute))
  open(deskView({ visitor: serving({ label: 'A012' }) }))
  expect(text()).not.toContain('A012')
  await settled()
  window.dispatchEvent(new Event('pointermove'))
  await unmount(screen!)
  open(deskView({ visitor: serving({ label: 'A012' }) }))
  expect(text()).not.toContain('A012')
  await settled()
  expect(server.orders()).toEqual(['POST /api/me/lock', 'POST /api/me/lock'])
  write('pin', '8520')
  document.querySelector('form')!.requestSubmit()
  await settled()
  await unmount(screen!)
  open(deskView({ visitor: serving({ label: 'A012' }) }))
  expect(text()).toContain('A012')
})

test('a desk that is opened again a moment later is open', () => {
  localStorage.setItem('eile-active-at', String(Date.now() - 4 * minute))
  open(deskView({ visitor: serving({ label: 'A012' }) }))
  expect(text()).toContain('A012')
})

test('what was locked while the server did not answer is opened locked', async () => {
  open(deskView({ visitor: serving({ label: 'A012' }) }))
  buttonNamed('Užrakinti').click()
  await settled()
  await unmount(screen!)
  server.answers('POST /api/me/lock', [204]).answers('GET /api/me', [423, locked])
  open(deskView({ visitor: serving({ label: 'A012' }) }))
  expect(text()).not.toContain('A012')
  await settled()
  expect(document.querySelector('input[name=pin]')).not.toBeNull()
})

test('where nobody is signed in any more, signing in is asked for and nothing is locked after it', async () => {
  server.answers('POST /api/me/lock', [401, missing]).answers('GET /api/me', [401, missing])
  localStorage.setItem('eile-active-at', String(Date.now() - 60 * minute))
  open(deskView())
  await settled()
  expect(sessions).toBe(1)
  expect(new Desk(line).face).not.toBe('locked')
})

test('whoever moves the pointer of a machine that slept comes too late', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  server.answers('POST /api/me/lock', [204]).answers('GET /api/me', [423, locked])
  open(deskView())
  vi.setSystemTime(Date.now() + 20 * minute)
  window.dispatchEvent(new Event('pointermove'))
  vi.advanceTimersByTime(5_000)
  flushSync()
  await settled()
  expect(server.orders()).toEqual(['POST /api/me/lock'])
})

test('a page that was locked locks the browser’s others', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  let idle = 0
  watchIdle(minute, () => (idle += 1))
  new Desk(line).lock()
  vi.advanceTimersByTime(5_000)
  expect(idle).toBe(1)
})

test('who works at another page of the browser is not away', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  let idle = 0
  const stop = watchIdle(60_000, () => (idle += 1))
  vi.advanceTimersByTime(50_000)
  // As another page writes it.
  localStorage.setItem('eile-active-at', String(Date.now()))
  vi.advanceTimersByTime(50_000)
  expect(idle).toBe(0)
  vi.advanceTimersByTime(20_000)
  expect(idle).toBe(1)
  stop()
})
