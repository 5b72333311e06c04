import { setImmediate } from 'node:timers/promises'

import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import SetupForm from '#counter/settings/setup/SetupForm.svelte'
import { Setup } from '#counter/settings/setup/setup.svelte.ts'
import { alwaysOpen, isOpenAt, mondayUntilFriday, openWeek, usualWeek } from '#counter/settings/setup/week.ts'
import { StaffSpeech } from '#counter/staff-speech.svelte.ts'
import { staffTexts } from '#shared/messages/staff.ts'
import type { SetupOrder } from '#shared/protocol/setup.ts'

const t = staffTexts('lt')
let sent: { readonly path: string; readonly body: SetupOrder }[]
let done: number
let screen: object | undefined

beforeEach(() => {
  sent = []
  done = 0
  localStorage.clear()
})

afterEach(async () => {
  if (screen) await unmount(screen)
  screen = undefined
  vi.unstubAllGlobals()
})

/** The server's answers by path; a path without one gets no answer. */
function answering(answers: Readonly<Record<string, readonly [status: number, body: object]>>) {
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    if (init?.body) sent.push({ path, body: JSON.parse(String(init.body)) as SetupOrder })
    const [status, body] = answers[path] ?? []
    return body ? Promise.resolve(Response.json(body, { status })) : Promise.reject(new TypeError('no line'))
  })
}

const needsAll = { needed: true, hall: true, administrator: true }
const newSetup = (token: string | null = 'the token') => new Setup(token, () => (done += 1))

test.each([
  ['a good link', [200, needsAll], [200, {}], 'form'],
  ['a link of an earlier start', [200, needsAll], [403, { code: 'setup/wrong-token' }], 'wrong-link'],
  ['a hall that is set up', [200, { needed: false, hall: false, administrator: false }], [200, {}], 'done'],
  ['a server that fails', [500, {}], [200, {}], 'failed'],
] as const)('%s has a face of its own', async (_, needs, link, face) => {
  answering({ '/api/setup': needs, '/api/setup/link': link })
  const setup = newSetup()
  expect(setup.face).toBe('checking')
  await setup.check()
  expect(setup.face).toBe(face)
})

test('the longest that a password may be is said once it is longer', async () => {
  const setup = newSetup()
  screen = mount(SetupForm, { target: document.body, props: { speech: new StaffSpeech(), setup } })
  flushSync()
  expect(document.body.textContent).not.toContain(t('setup.password.short'))
  setup.administrator.password = 'ilgas slaptažodis '.repeat(8)
  flushSync()
  expect(document.body.textContent).toContain(t('setup.password.short'))
})

test('a page without a link says where the link is, and a line that is down says so', async () => {
  answering({ '/api/setup': [200, needsAll] })
  const setup = newSetup(null)
  await setup.check()
  expect(setup.face).toBe('no-link')
  answering({})
  await setup.check()
  expect(setup.face).toBe('failed')
})

test('what is sent is the hall as it was written', async () => {
  answering({ '/api/setup': [200, {}] })
  const setup = newSetup()
  Object.assign(setup.administrator, { name: 'Ona', username: 'ona', password: 'ilgas slaptas žodis' })
  Object.assign(setup.hall, { name: 'Salė', timeZone: 'Europe/Vilnius', from: 'empty' })
  setup.toggleLanguage('uk')
  setup.toggleLanguage('en')
  setup.toggleLanguage('en')
  setup.toggleLanguage('lt')

  await setup.send()

  expect(done).toBe(1)
  expect(sent[0]!.body).toMatchObject({
    token: 'the token',
    administrator: { name: 'Ona', username: 'ona', password: 'ilgas slaptas žodis' },
    hall: { from: 'empty', name: 'Salė', timeZone: 'Europe/Vilnius', languages: ['lt', 'en', 'ru', 'pl'] },
  })
  expect(sent[0]!.body.hall?.week).toMatchObject({ friday: [['08:00', '17:00']], saturday: [] })
})

test('only what the hall lacks is asked for and sent', async () => {
  answering({
    '/api/setup': [200, { needed: true, hall: false, administrator: true }],
    '/api/setup/link': [200, {}],
  })
  const setup = newSetup()
  await setup.check()
  show(setup)
  expect(document.querySelector('[name=hall]')).toBeNull()
  await setup.send()
  expect(sent.at(-1)!.body.hall).toBeUndefined()
})

test('what is wrong is said at its field, which gets the focus, until it is mended', async () => {
  const details = { 'administrator.username': 'staff/bad-username', 'hall.week.friday': 'setup/bad-hours' }
  answering({ '/api/setup': [422, { code: 'setup/invalid', details }] })
  const setup = newSetup()
  show(setup)
  document.querySelector('form')!.requestSubmit()
  await settled()

  const username = document.querySelector<HTMLInputElement>('[name=username]')!
  expect(document.activeElement).toBe(username)
  expect(describedBy(username)).toContain(t('setup.fault.staff/bad-username'))
  const friday = document.querySelectorAll<HTMLInputElement>('[type=time]')[8]!
  expect(describedBy(friday)).toBe(t('setup.fault.setup/bad-hours'))
  expect(alerts()).toContain(t('setup.invalid', { count: 2 }))

  username.value = 'ona'
  username.dispatchEvent(new Event('input', { bubbles: true }))
  flushSync()
  expect(username.hasAttribute('aria-invalid')).toBe(false)
  expect(alerts()).toContain(t('setup.invalid', { count: 1 }))
})

test('a line that is lost keeps what was written and says so', async () => {
  answering({})
  const setup = newSetup()
  setup.hall.name = 'Salė'
  show(setup)
  document.querySelector('form')!.requestSubmit()
  await settled()
  expect(document.querySelector('[role=alert]')!.textContent).toContain(t('setup.notSent'))
  expect(document.querySelector<HTMLInputElement>('[name=hall]')!.value).toBe('Salė')
  expect(done).toBe(0)
})

test('the rules of the password tick themselves while it is typed', () => {
  const setup = newSetup()
  show(setup)
  const ticked = () =>
    [...document.querySelectorAll('li.holds')].map((rule) => rule.textContent?.split(':')[0]?.trim())
  expect(ticked()).toEqual([])
  setup.administrator = { name: '', username: 'ona', password: 'ona12' }
  flushSync()
  expect(ticked()).toEqual([t('setup.password.notGuessable')])
  setup.administrator.password = 'ilgas slaptas žodis'
  flushSync()
  expect(ticked()).toHaveLength(3)
})

test('a week is copied from its Monday, opened around the clock, and knows whether it is open', () => {
  const week = usualWeek()
  week.monday = { open: true, from: '09:00', to: '18:00' }
  expect(openWeek(mondayUntilFriday(week))).toMatchObject({ friday: [['09:00', '18:00']], saturday: [] })
  expect(openWeek(alwaysOpen()).sunday).toEqual([['00:00', '24:00']])
  const mondayNoon = Date.UTC(2024, 2, 4, 10)
  expect(isOpenAt(week, 'Europe/Vilnius', mondayNoon)).toBe(true)
  expect(isOpenAt(week, 'America/New_York', mondayNoon)).toBe(false)
  expect(isOpenAt(alwaysOpen(), 'Europe/Vilnius', Date.UTC(2024, 2, 3, 21, 59))).toBe(true)
  expect(isOpenAt(week, 'Vilnius', mondayNoon)).toBeNull()
})

function show(setup: Setup) {
  screen = mount(SetupForm, { target: document.body, props: { speech: new StaffSpeech(), setup } })
  flushSync()
}

async function settled() {
  await setImmediate()
  flushSync()
  await setImmediate()
}

function describedBy(field: HTMLElement): string {
  const ids = field.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent?.trim()).join(' ')
}

function alerts(): string {
  return [...document.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent).join(' ')
}
