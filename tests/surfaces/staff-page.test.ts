import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { generatedPassword } from '#counter/settings/staff/generated-password.ts'
import StaffPage from '#counter/settings/staff/StaffPage.svelte'

import { administrator, buttonNamed, settled, StaffServer, write } from './staff-server.ts'

const ada = {
  id: 'admin',
  username: 'admin',
  name: 'Ada',
  roles: ['administrator'],
  hasPin: false,
  blockedUntil: null,
  sessions: 1,
  signedInSince: 0,
}
const ona = {
  ...ada,
  id: 'ona',
  username: 'ona',
  name: 'Ona',
  roles: ['clerk'],
  sessions: 0,
  signedInSince: null,
}

const missing = { code: 'credential/missing' }

let server: StaffServer
let screen: object | undefined

beforeEach(() => {
  localStorage.clear()
  server = new StaffServer().answers('GET /api/me', [200, administrator])
})

afterEach(async () => {
  if (screen) await unmount(screen)
  vi.unstubAllGlobals()
})

async function open(...staff: object[]) {
  server.answers('GET /api/staff', [200, { timeZone: 'Europe/Vilnius', staff }])
  screen = mount(StaffPage, { target: document.body })
  flushSync()
  await settled()
}

async function press(name: string) {
  buttonNamed(name).click()
  await settled()
}

const text = () => document.body.textContent
const rows = () =>
  [...document.querySelectorAll('tbody tr')].map((row) => row.textContent.replaceAll('\u00a0', ' '))
const refusals = () => [...document.querySelectorAll('[role=alert]')].map((one) => one.textContent.trim())

test('everybody has a row: who it is, what they do, whether they are there', async () => {
  await open(ada, ona)
  expect(rows()).toHaveLength(2)
  expect(rows()[0]).toContain('(Jūs)')
  expect(rows()[1]).toMatch(/Ona.*ona.*Darbuotojas.*Nėra.*Neprisijungta/s)
})

test('a blocked account says until when and is unblocked from its row', async () => {
  server.answers('POST /api/staff/ona/unblock', [204])
  await open(ada, { ...ona, blockedUntil: Date.UTC(2025, 10, 24, 8, 31) })
  expect(rows()[1]).toContain('Užblokuota iki 10:31 val.')
  await press('Atblokuoti: Ona')
  expect(server.orders()).toEqual(['POST /api/staff/ona/unblock'])
})

test('among many people one is sought by a part of the name', async () => {
  const many = Array.from({ length: 60 }, (_, n) => ({
    ...ona,
    id: `p${n}`,
    username: `p${n}`,
    name: `Nr ${n}.`,
  }))
  await open(ada, ...many)
  expect(rows()).toHaveLength(61)
  write('seek', 'nr 59')
  expect(rows()).toHaveLength(1)
  write('seek', 'nobody')
  expect(text()).toContain('Tokio darbuotojo nėra')
})

test('what is wrong with a new account is said at its field, and what was written stays', async () => {
  server.answers('POST /api/staff', [409, { code: 'staff/username-taken', details: { username: 'ona' } }])
  await open(ada, ona)
  await press('Pridėti darbuotoją')
  write('name', 'Ona Antroji')
  write('username', 'ona')
  write('password', 'ilgas slaptažodis')
  document.querySelector<HTMLFormElement>('#add-person')!.requestSubmit()
  await settled()
  expect(refusals()).toEqual(['Toks naudotojo vardas jau yra. Pasirinkite kitą.'])
  expect(document.querySelector('input[name=username]')!.getAttribute('aria-invalid')).toBe('true')
  expect(document.querySelector<HTMLInputElement>('input[name=name]')!.value).toBe('Ona Antroji')
})

test('a made-up password is shown once, to be handed over', async () => {
  server.answers('POST /api/staff', [201, { id: 'x', username: 'jonas' }])
  await open(ada)
  await press('Pridėti darbuotoją')
  write('name', 'Jonas')
  write('username', 'jonas')
  await press('Sugeneruoti')
  const password = document.querySelector<HTMLInputElement>('input[name=password]')!.value
  document.querySelector<HTMLFormElement>('#add-person')!.requestSubmit()
  await settled()
  expect(server.asked.find(({ method }) => method === 'POST')?.body).toEqual({
    username: 'jonas',
    name: 'Jonas',
    role: 'clerk',
    password,
  })
  expect(text()).toContain(password)
  await press('Perdaviau')
  expect(text()).not.toContain(password)
})

test('nobody is removed before it was asked a second time', async () => {
  server.answers('DELETE /api/staff/ona', [204])
  await open(ada, ona)
  await press('Keisti: Ona')
  await press('Pašalinti')
  expect(text()).toContain('Paskyros atkurti nebus galima')
  expect(server.orders()).toEqual([])
  server.answers('GET /api/staff', [200, { timeZone: 'Europe/Vilnius', staff: [ada] }])
  const removing = [...document.querySelectorAll('button')].filter(
    (one) => one.textContent.trim() === 'Pašalinti',
  )
  removing.at(-1)!.click()
  await settled()
  expect(server.orders()).toEqual(['DELETE /api/staff/ona'])
  expect(rows()).toHaveLength(1)
  expect(text()).toContain('Pašalinta: Ona.')
})

test('one’s own account offers neither removal nor another role', async () => {
  await open(ada, ona)
  await press('Keisti: Ada')
  expect(document.querySelector<HTMLSelectElement>('select[name=role]')!.disabled).toBe(true)
  expect(() => buttonNamed('Pašalinti')).toThrow()
})

test('one’s own sessions are ended everywhere, here as well', async () => {
  server
    .answers('GET /api/me', [200, administrator], [401, missing])
    .answers('POST /api/staff/admin/sign-out', [204])
  await open(ada, ona)
  await press('Keisti: Ada')
  server.answers('GET /api/staff', [401, missing])
  await press('Atjungti visur')
  const ending = [...document.querySelectorAll('button')].filter(
    (one) => one.textContent.trim() === 'Atjungti visur',
  )
  ending.at(-1)!.click()
  await settled()
  expect(server.orders()).toEqual(['POST /api/staff/admin/sign-out'])
  expect(document.querySelector('input[name=username]')).not.toBeNull()
})

test('a session that ends behind a dialog takes it away until somebody has signed in again', async () => {
  await open(ada, ona)
  await press('Keisti: Ona')
  write('name', 'Ona Onaitė')
  server.answers('GET /api/me', [401, missing]).answers('GET /api/staff', [401, missing])
  document.dispatchEvent(new Event('visibilitychange'))
  await settled()
  const dialog = document.querySelector('dialog')!
  expect(dialog.open).toBe(false)
  expect(document.activeElement?.getAttribute('name')).toBe('username')
  server
    .answers('GET /api/me', [200, administrator])
    .answers('GET /api/staff', [200, { timeZone: 'Europe/Vilnius', staff: [ada, ona] }])
    .answers('POST /api/auth/sign-in/username', [200, {}])
  write('username', 'admin')
  write('password', 'a long enough password')
  document.querySelector('form')!.requestSubmit()
  await settled()
  expect(dialog.open).toBe(true)
  expect(dialog.querySelector<HTMLInputElement>('input[name=name]')!.value).toBe('Ona Onaitė')
})

test('what is being written stays when the list is looked at again', async () => {
  await open(ada, ona)
  await press('Keisti: Ona')
  write('name', 'Ona Onaitė')
  document.querySelector('select')!.value = 'supervisor'
  document.querySelector('select')!.dispatchEvent(new Event('change', { bubbles: true }))
  document.dispatchEvent(new Event('visibilitychange'))
  await settled()
  expect(document.querySelector<HTMLInputElement>('dialog input[name=name]')!.value).toBe('Ona Onaitė')
  expect(document.querySelector('select')!.value).toBe('supervisor')
})

test('what is sent a second time before the answer is sent once', async () => {
  server.answers('PATCH /api/staff/ona', [204]).answers('POST /api/staff/ona/password', [204])
  await open(ada, ona)
  await press('Keisti: Ona')
  write('name', 'Ona Onaitė')
  const [facts, access] = document.querySelectorAll<HTMLFormElement>('dialog form')
  for (let press = 0; press < 2; press += 1) facts!.requestSubmit()
  await settled()
  write('password', 'ilgas slaptažodis')
  for (let press = 0; press < 2; press += 1) access!.requestSubmit()
  await settled()
  expect(server.orders()).toEqual(['PATCH /api/staff/ona', 'POST /api/staff/ona/password'])
})

test('one’s own password goes with the one of now, once however often it is sent', async () => {
  server.answers('POST /api/me/password', [204])
  await open(ada)
  await press('Ada: Mano slaptažodis ir PIN kodas')
  write('current', 'a long enough password')
  write('new-password', 'ilgas slaptažodis')
  const form = document.querySelector<HTMLFormElement>('dialog form')!
  for (let press = 0; press < 2; press += 1) form.requestSubmit()
  await settled()
  expect(server.orders()).toEqual(['POST /api/me/password'])
})

test('a refusal of the server is told in the dialog', async () => {
  server.answers('PATCH /api/staff/ona', [409, { code: 'staff/last-administrator', details: {} }])
  await open(ada, ona)
  await press('Keisti: Ona')
  write('name', 'Ona Onaitė')
  await press('Išsaugoti')
  expect(refusals()).toEqual(['Tai paskutinis administratorius. Pirma suteikite šias pareigas kitam.'])
})

test('a made-up password uses each letter alike and none that look alike', () => {
  let next = 0
  const counting = (bytes: Uint8Array) => bytes.fill(next++ % 256)
  const passwords = Array.from({ length: 31 }, () => generatedPassword(counting))
  for (const password of passwords) expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/)
  const letters = [...passwords.join('').replaceAll('-', '')]
  const counts = new Map(letters.map((letter) => [letter, letters.filter((one) => one === letter).length]))
  expect(counts.size).toBe(31)
  expect(new Set(counts.values())).toEqual(new Set([16]))
})
