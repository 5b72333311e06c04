import { setImmediate } from 'node:timers/promises'

import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import SignIn from '#counter/SignIn.svelte'
import { StaffSpeech } from '#counter/staff-speech.svelte.ts'

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
    props: { speech: new StaffSpeech(), onsigned: () => (signedIn += 1) },
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
