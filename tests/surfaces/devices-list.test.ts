import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import HallDevices from '#counter/settings/devices/HallDevices.svelte'
import { StaffSpeech } from '#counter/staff-speech.svelte.ts'
import { staffTexts } from '#shared/messages/staff.ts'
import type { DeviceList, ListedDevice } from '#shared/protocol/devices.ts'

import { settled, StaffServer } from './staff-server.ts'

const list: DeviceList = {
  now: 0,
  timeZone: 'Europe/Vilnius',
  publicUrl: 'http://192.168.1.10:3000',
  zones: [],
  counters: [],
  devices: [],
}
const revoked: ListedDevice = {
  id: 'kiosk-1',
  kind: 'kiosk',
  name: 'Prie durų',
  zone: null,
  counter: null,
  printer: null,
  widthDots: null,
  panel: null,
  sound: null,
  lastSpoken: null,
  createdAt: 0,
  revoked: true,
  state: 'away',
  since: null,
  printerState: null,
  health: null,
}

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

async function open(devices: readonly ListedDevice[] = []) {
  server.answers('GET /api/devices', [200, { ...list, devices }])
  screen = mount(HallDevices, { target: document.body, props: { speech: new StaffSpeech() } })
  flushSync()
  await settled()
}

const words = () => document.body.textContent.replaceAll(/\s+/g, ' ')

test('a new screen is sent to the address by which other machines reach the server', async () => {
  await open()
  expect(words()).toContain('http://192.168.1.10:3000/kiosk')
  expect(words()).toContain('http://192.168.1.10:3000/display')
  expect(words()).not.toContain(location.origin)
})

test('what was revoked is named without the quotation marks of one language', async () => {
  await open([revoked])
  expect(words()).toContain('Terminalas: Prie durų')
})

test('a display that was measured is listed with its panel and how far away it is read', async () => {
  const display = { ...revoked, revoked: false, kind: 'display', name: 'Salė' }
  await open([
    { ...display, id: 'display-1', panel: { inches: 43, distanceMetres: 7.5 } },
    { ...display, id: 'display-2' },
  ])
  const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.textContent)
  expect(rows[0]).toContain('43″, iki 7,5 m')
  expect(rows[1]).not.toContain('″')
})

test('a display that is connected can be heard from the page, and no other device', async () => {
  const display = { ...revoked, revoked: false, kind: 'display', sound: 'chime' as const }
  const state = 'connected' as const
  await open([
    { ...display, id: 'display-1', name: 'Salė', state },
    { ...display, id: 'display-2', name: 'Koridorius' },
    { ...revoked, revoked: false, state, sound: null },
  ])
  const names = [...document.querySelectorAll('button')].map((one) => one.getAttribute('aria-label') ?? '')
  expect(names.filter((name) => name.startsWith('Išbandyti garsą'))).toEqual(['Išbandyti garsą: Salė'])
  server.answers('POST /api/devices/display-1/sound', [204])
  document.querySelector<HTMLButtonElement>('[aria-label="Išbandyti garsą: Salė"]')!.click()
  await settled()
  expect(server.orders()).toEqual(['POST /api/devices/display-1/sound'])
})

test.each([
  ['played', 'Nuskambėjo praėjus 1,3 s po kvietimo (12:00)'],
  ['chimed', 'Nuskambėjo signalas, be žodžių (12:00)'],
  ['dropped', 'Paskutinio kvietimo tarti nebereikėjo (12:00)'],
  ['blocked', 'Negirdėti: palieskite tą ekraną (12:00)'],
  ['failed', 'Paskutinis kvietimas neištartas (12:00)'],
] as const)('of a display whose last call was %s it reads "%s"', async (outcome, text) => {
  const display = { ...revoked, revoked: false, kind: 'display', name: 'Salė', sound: 'voice' as const }
  const lastSpoken = { at: Date.UTC(2024, 2, 4, 10), outcome, lagMs: 1_280 }
  await open([
    { ...display, id: 'display-1', lastSpoken },
    { ...display, id: 'display-2', sound: 'silent', lastSpoken },
    { ...display, id: 'display-3' },
  ])
  const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
    row.textContent.replaceAll(/\s+/g, ' '),
  )
  expect(rows.map((row) => row.includes(text))).toEqual([true, false, false])
  expect(rows.map((row) => /Signalas ir balsas|Be garso/.exec(row)?.[0])).toEqual([
    'Signalas ir balsas',
    'Be garso',
    'Signalas ir balsas',
  ])
})

test('a display that could not be asked to sound is said not to have been, until it could', async () => {
  const display = { ...revoked, revoked: false, kind: 'display', sound: 'chime' as const }
  await open([{ ...display, id: 'display-1', name: 'Salė', state: 'connected' as const }])
  server.answers(
    'POST /api/devices/display-1/sound',
    [400, { code: 'device/not-connected', details: {} }],
    [204],
  )
  const alert = () => document.querySelector('[role=alert]')?.textContent
  const tryOut = async () => {
    document.querySelector<HTMLButtonElement>('[aria-label="Išbandyti garsą: Salė"]')!.click()
    await settled()
  }
  await tryOut()
  expect(alert()).toContain(`Salė: ${staffTexts('lt')('refused.device/not-connected')}`)
  await tryOut()
  expect(alert()).toBeUndefined()
})

const well = { isOlder: false, isStill: false, ahead: -1_900, picture: null, lastCall: null }
const paired = {
  ...revoked,
  revoked: false,
  kind: 'display',
  name: 'Salė',
  state: 'connected',
  since: 0,
} as const

/** How the first device is said to fare, in the order of the page. */
const health = () =>
  [...document.querySelectorAll('tbody tr:first-child .problem, tbody tr:first-child .fact')].map((one) => ({
    words: one.textContent.trim(),
    icon: one.querySelector('svg') !== null,
  }))

test('a display that fares well is said to, and when it last showed a call', async () => {
  await open([{ ...paired, health: { ...well, lastCall: { call: 7, at: 60_000 } } }])
  expect(health()).toEqual([
    { words: 'Vaizdas gyvas, versija naujausia', icon: false },
    { words: 'Paskutinis parodytas kvietimas: 03:01', icon: false },
  ])
})

test('what is wrong with a display comes first, each with a sign and in words', async () => {
  const lastCall = { call: 7, at: -24 * 3_600_000 }
  await open([
    { ...paired, health: { isOlder: true, isStill: true, ahead: 61_200, picture: null, lastCall } },
  ])
  expect(health()).toEqual([
    { words: 'Vaizdas sustojęs arba paslėptas', icon: true },
    { words: 'Laikrodis skuba 61 s', icon: true },
    { words: 'Ankstesnė versija, netrukus atsinaujins', icon: true },
    { words: 'Paskutinis parodytas kvietimas: gruodžio 31 d., trečiadienis, 03:00', icon: false },
  ])
})

test('a clock that is behind is said to be, and a device that has not said anything is not judged', async () => {
  await open([
    { ...paired, health: { ...well, ahead: -2_100 } },
    { ...paired, id: 'display-2', state: 'away' },
  ])
  expect(health()).toEqual([{ words: 'Laikrodis vėluoja 2 s', icon: true }])
  expect(document.querySelectorAll('tbody tr:last-child :is(.problem, .fact)')).toHaveLength(0)
})
