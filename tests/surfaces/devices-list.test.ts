import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import HallDevices from '#counter/settings/devices/HallDevices.svelte'
import { StaffSpeech } from '#counter/staff-speech.svelte.ts'
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
  ['played', 'Po kvietimo praėjus 1,3 s (12:00)'],
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
