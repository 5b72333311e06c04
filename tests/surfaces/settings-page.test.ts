import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import PrinterPreview from '#counter/settings/printer/PrinterPreview.svelte'

import { administrator, buttonNamed, settled, StaffServer, write } from './staff-server.ts'

let server: StaffServer
let screen: object | undefined

beforeEach(() => {
  localStorage.clear()
  server = new StaffServer()
})

afterEach(async () => {
  if (screen) await unmount(screen)
  vi.unstubAllGlobals()
})

async function open() {
  screen = mount(PrinterPreview, { target: document.body })
  flushSync()
  await settled()
}

const alert = () => document.querySelector('[role=alert]')?.textContent ?? ''
const text = () => document.body.textContent
const preview = { device: 'k1', deviceName: 'Terminalas', key: 'a/1', label: 'A001', at: 0 }
const missing = { code: 'credential/missing' }

test('whoever has the right sees the page, and the way to the others', async () => {
  server
    .answers('GET /api/me', [200, administrator])
    .answers('GET /api/previews', [200, { previews: [preview] }])
  await open()
  const picture = document.querySelector('img')!
  expect(picture.getAttribute('src')).toBe('/api/previews/k1/a%2F1.png')
  expect(picture.alt).toBe('Lapelis A001')
  const pages = [...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))
  expect(pages).toEqual(
    expect.arrayContaining(['/', '/counter', '/counter/staff', '/counter/services', '/counter/printer']),
  )
})

test('a page that may not be opened is not offered', async () => {
  server
    .answers('GET /api/me', [200, { ...administrator, rights: ['ticket:serve', 'printer:see'] }])
    .answers('GET /api/previews', [200, { previews: [] }])
  await open()
  const pages = [...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))
  expect(pages).toEqual(['/', '/counter', '/counter/printer', '/counter/promises'])
})

test('without previews it says how one comes', async () => {
  server.answers('GET /api/me', [200, administrator]).answers('GET /api/previews', [200, { previews: [] }])
  await open()
  expect(text()).toContain('Atspausdintų lapelių dar nėra')
})

test('whoever is not signed in signs in first', async () => {
  server
    .answers('GET /api/me', [401, missing], [200, administrator])
    .answers('POST /api/auth/sign-in/username', [200, {}])
    .answers('GET /api/previews', [200, { previews: [] }])
  await open()
  expect(server.asked.map(({ path }) => path)).not.toContain('/api/previews')
  write('username', 'ada')
  write('password', 'a long enough password')
  document.querySelector('form')!.requestSubmit()
  await settled()
  expect(text()).toContain('Atspausdintų lapelių dar nėra')
})

test('an account without the right is told whom to ask for it, and nothing is asked for', async () => {
  server.answers('GET /api/me', [200, { ...administrator, rights: ['ticket:serve'] }])
  await open()
  expect(text()).toContain('Tam reikia teisės „Matyti lapelių pavyzdžius“. Jos prašykite administratoriaus')
  expect(server.asked.map(({ path }) => path)).not.toContain('/api/previews')
})

test('a server that does not answer can be asked again', async () => {
  await open()
  expect(text()).toContain('Serveris neatsako')
  server.answers('GET /api/me', [200, administrator]).answers('GET /api/previews', [200, { previews: [] }])
  buttonNamed('Bandyti dar kartą').click()
  await settled()
  expect(text()).toContain('Atspausdintų lapelių dar nėra')
})

test('a session that ends while the page is open asks to sign in and says why', async () => {
  server
    .answers('GET /api/me', [200, administrator], [401, missing])
    .answers('GET /api/previews', [200, { previews: [] }], [401, missing])
  await open()
  document.dispatchEvent(new Event('visibilitychange'))
  await settled()
  expect(document.querySelector('input[name=username]')).not.toBeNull()
  expect(text()).toContain('Prisijungimas baigėsi')
})

test('whoever could not be signed out is told so, and is still signed in', async () => {
  server
    .answers('GET /api/me', [200, administrator])
    .answers('GET /api/previews', [200, { previews: [preview] }])
  await open()
  buttonNamed('Atsijungti').click()
  await settled()
  expect(alert()).toContain('Atsijungti nepavyko')
  expect(document.querySelector('img')).not.toBeNull()
})

test('whoever could not be signed out of a locked session is told so', async () => {
  const locked = { code: 'credential/locked', details: { name: 'Ada', by: 'pin' } }
  server.answers('GET /api/me', [423, locked])
  await open()
  buttonNamed('Prisijungti kitu vardu').click()
  await settled()
  expect(alert()).toContain('Atsijungti nepavyko')
})

test('the hall’s colour is there before anybody has signed in, and at once the next time', async () => {
  server.answers('GET /api/me', [401, missing]).answers('GET /api/brand', [200, { colour: '#7a1f3d' }])
  await open()
  expect(document.documentElement.style.getPropertyValue('--hall-on-light')).toBe('#7a1f3d')
  await unmount(screen!)
  new StaffServer()
  screen = mount(PrinterPreview, { target: document.body })
  flushSync()
  expect(document.documentElement.style.getPropertyValue('--hall-on-light')).toBe('#7a1f3d')
})

test('a locked session shows a name and a field, and all the rest after the right PIN', async () => {
  const locked = { code: 'credential/locked', details: { name: 'Ada', by: 'pin' } }
  server
    .answers('GET /api/me', [423, locked], [200, administrator])
    .answers('POST /api/me/unlock', [403, { code: 'lock/wrong', details: { left: 4 } }], [204])
    .answers('GET /api/previews', [200, { previews: [preview] }])
  await open()
  expect(document.querySelector('h1')!.textContent).toBe('Ada')
  expect(document.querySelector('img')).toBeNull()
  write('pin', '1111')
  document.querySelector('form')!.requestSubmit()
  await settled()
  expect(alert()).toContain('PIN kodas neteisingas. Liko 4 bandymai.')
  expect(document.querySelector<HTMLInputElement>('input[name=pin]')!.value).toBe('')
  write('pin', '8520')
  document.querySelector('form')!.requestSubmit()
  await settled()
  expect(document.querySelector('img')).not.toBeNull()
})
