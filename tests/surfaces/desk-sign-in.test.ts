import { setImmediate } from 'node:timers/promises'

import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import SignIn from '#counter/desk/SignIn.svelte'
import PrinterPreview from '#counter/settings/printer/PrinterPreview.svelte'
import { StaffLanguage } from '#counter/staff-language.svelte.ts'

let asked: { readonly path: string; readonly body: unknown }[]
let signedIn: number
let screen: object | undefined

beforeEach(() => {
  asked = []
  signedIn = 0
  localStorage.clear()
})

afterEach(async () => {
  if (screen) await unmount(screen)
  vi.unstubAllGlobals()
})

/** The server's answer to whatever is asked; null if none comes. */
function answering(status: number | null, body: object = {}) {
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    asked.push({ path, body: init?.body ? JSON.parse(String(init.body)) : null })
    return status === null
      ? Promise.reject(new TypeError('no line'))
      : Promise.resolve(Response.json(body, { status }))
  })
}

async function signIn(username: string, password: string) {
  screen = mount(SignIn, {
    target: document.body,
    props: { speech: new StaffLanguage(), onsigned: () => (signedIn += 1) },
  })
  flushSync()
  write('username', username)
  write('password', password)
  document.querySelector('form')!.requestSubmit()
  await settled()
}

function write(name: string, text: string) {
  const input = document.querySelector<HTMLInputElement>(`input[name=${name}]`)!
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

async function settled() {
  await setImmediate()
  flushSync()
}

const alert = () => document.querySelector('[role=alert]')?.textContent ?? ''

test('somebody signs in with a name and a password', async () => {
  answering(200)
  await signIn(' ona ', 'slaptazodis')
  expect(asked).toEqual([
    { path: '/api/auth/sign-in/username', body: { username: 'ona', password: 'slaptazodis' } },
  ])
  expect(signedIn).toBe(1)
})

test('a wrong password is said in place, taken out, and asked for again', async () => {
  answering(401)
  await signIn('ona', 'wrong')
  expect(alert()).toContain('Naudotojo vardas arba slaptažodis neteisingas')
  expect(signedIn).toBe(0)
  expect(document.querySelector<HTMLInputElement>('input[name=password]')!.value).toBe('')
  expect(document.activeElement?.getAttribute('name')).toBe('password')
})

test('a blocked account is told from when it may try again', async () => {
  const until = new Date(2025, 10, 24, 14, 5).getTime()
  answering(429, { code: 'sign-in/blocked', until })
  await signIn('ona', 'wrong')
  expect(alert()).toContain('Bandykite vėl 14:05')
})

test('a server that does not answer is not taken for a wrong password', async () => {
  answering(null)
  await signIn('ona', 'slaptazodis')
  expect(alert()).toContain('Serveris neatsako')
})

async function openPreviews() {
  screen = mount(PrinterPreview, { target: document.body })
  flushSync()
  await settled()
}

test('the previews show each ticket as a picture', async () => {
  answering(200, { previews: [{ device: 'k1', deviceName: 'Terminalas', key: 'a/1', label: 'A001', at: 0 }] })
  await openPreviews()
  const picture = document.querySelector('img')!
  expect(picture.getAttribute('src')).toBe('/api/previews/k1/a%2F1.png')
  expect(picture.alt).toBe('Lapelis A001')
})

test('without previews it says how one comes', async () => {
  answering(200, { previews: [] })
  await openPreviews()
  expect(document.body.textContent).toContain('Atspausdintų lapelių dar nėra')
})

test('previews are for those who are signed in', async () => {
  answering(401, { code: 'credential/missing' })
  await openPreviews()
  expect(document.querySelector('input[name=username]')).not.toBeNull()
})

test('an account without the right is told whom to ask for it', async () => {
  answering(403, { code: 'right/missing', right: 'printer:see' })
  await openPreviews()
  expect(alert()).toContain('Teisės prašykite administratoriaus')
})
