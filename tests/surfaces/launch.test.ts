import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openPage } from '#counter/settings/launch/open-page.ts'
import type { LaunchDevice } from '#shared/protocol/launch.ts'

let asked: unknown[]
let went: string[]
let closed: number

beforeEach(() => {
  asked = []
  went = []
  closed = 0
  localStorage.clear()
  openingTabs(true)
})

afterEach(() => vi.unstubAllGlobals())

function answering(status: number | null, body: object = {}) {
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    asked.push([init.method, path, JSON.parse(String(init.body))])
    return status === null
      ? Promise.reject(new TypeError('no line'))
      : Promise.resolve(Response.json(body, { status }))
  })
}

function openingTabs(allowed: boolean) {
  const tab = {
    opener: window as unknown,
    location: { replace: (page: string) => went.push(page) },
    close: () => (closed += 1),
  }
  vi.stubGlobal('open', () => (allowed ? tab : null))
}

const kiosk: LaunchDevice = { id: 'k1', kind: 'kiosk', name: 'Kiosk', connected: false, printer: null }
const made = { id: 'k1', token: 'secret', page: '/kiosk#token=secret' }

test('a kiosk opens in a tab as a new device that prints into the preview', async () => {
  answering(201, made)
  expect(await openPage('kiosk', 'Kiosk', [])).toEqual({ how: 'open' })
  expect(asked).toEqual([['POST', '/api/devices', { kind: 'kiosk', name: 'Kiosk', printer: 'preview:' }]])
  expect(went).toEqual([made.page])
})

test('a display has no printer', async () => {
  answering(201, { ...made, page: '/display#token=secret' })
  await openPage('display', 'Display', [])
  expect(asked).toEqual([['POST', '/api/devices', { kind: 'display', name: 'Display' }]])
})

test('what this browser opened before opens again as the same device, until it is revoked', async () => {
  answering(201, made)
  await openPage('kiosk', 'Kiosk', [])
  localStorage.setItem('eile-kiosk-token', 'secret')

  await openPage('kiosk', 'Kiosk', [kiosk])
  expect(went).toEqual([made.page, '/kiosk'])
  expect(asked).toHaveLength(1)

  await openPage('kiosk', 'Kiosk', [])
  expect(went.at(-1)).toBe(made.page)
  expect(asked).toHaveLength(2)
})

test('a browser that opens no tab is given the address to open by hand', async () => {
  openingTabs(false)
  answering(201, made)
  expect(await openPage('kiosk', 'Kiosk', [])).toEqual({ how: 'blocked', page: made.page })
})

test('a device that cannot be made leaves no empty tab behind', async () => {
  const refused = { code: 'right/missing', details: { right: 'device:manage' } }
  answering(403, refused)
  expect(await openPage('kiosk', 'Kiosk', [])).toEqual({ how: 'failed', ...refused })
  expect([closed, went]).toEqual([1, []])
})
