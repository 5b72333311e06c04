import { expect, test } from 'vitest'

import { draftOf, emptyDraft, fieldOf, hasPaper, wishOf } from '#counter/settings/devices/draft.ts'
import { refusedText } from '#counter/refused-text.ts'
import { staffMessages, staffTexts } from '#shared/messages/staff.ts'
import { deviceRefusals, type ListedDevice } from '#shared/protocol/devices.ts'

const kiosk: ListedDevice = {
  id: 'kiosk-1',
  kind: 'kiosk',
  name: 'Prie durų',
  zone: null,
  counter: null,
  printer: 'tcp://10.0.0.9:9100',
  widthDots: 384,
  panel: null,
  sound: null,
  lastSpoken: null,
  createdAt: 0,
  revoked: false,
  state: 'away',
  since: null,
  printerState: null,
  health: null,
}

test('what the page shows of a device is what it tells the server, if nothing is changed', () => {
  const { name, zone, printer, widthDots } = kiosk
  expect(wishOf('kiosk', draftOf(kiosk))).toEqual({ name, zone, printer, widthDots, panel: null })
  const has = { zone: 'main', printer: null, widthDots: null, panel: { inches: 31.5, distanceMetres: 8 } }
  expect(wishOf('display', draftOf({ ...kiosk, kind: 'display', ...has }))).toEqual({
    name,
    ...has,
    upright: false,
  })
  const over = { zone: null, counter: 'c2', printer: null, widthDots: null, panel: null }
  const sign = draftOf({ ...kiosk, kind: 'counter-display', ...over })
  expect(wishOf('counter-display', sign)).toEqual({ name, ...over })
  const sound = 'chime' as const
  expect(wishOf('display', draftOf({ ...kiosk, kind: 'display', ...has, sound }))).toEqual({
    name,
    ...has,
    upright: false,
    sound,
  })
  expect(wishOf('display', { ...emptyDraft(), name })).not.toHaveProperty('sound')
})

test('how a panel hangs is asked where its page has not said so, and told only of one that was measured', () => {
  const measured = { ...emptyDraft(), inches: '43', metres: '8', hangs: 'upright' as const }
  expect(wishOf('display', measured)).toMatchObject({ upright: true })
  expect(wishOf('display', { ...measured, inches: '', metres: '' })).not.toHaveProperty('upright')
  const health = {
    isOlder: false,
    isStill: false,
    ahead: 0,
    picture: { width: 1, height: 2 },
    lastCall: null,
  }
  const panel = { inches: 43, distanceMetres: 8 }
  const told = draftOf({ ...kiosk, kind: 'display', panel, health })
  expect(wishOf('display', told)).not.toHaveProperty('upright')
})

test.each([
  ['', '', null],
  [' ', ' ', null],
  ['43', '8', { inches: 43, distanceMetres: 8 }],
  ['31,5', '7.5', { inches: 31.5, distanceMetres: 7.5 }],
  ['43', '', { inches: 43, distanceMetres: 0 }],
  ['large', '8', { inches: 0, distanceMetres: 8 }],
])('a panel of "%s" inches from "%s" m is told as %o', (inches, metres, panel) => {
  expect(wishOf('display', { ...emptyDraft(), inches, metres })).toMatchObject({ panel })
})

test('a panel that is too small is refused in words that say what would do', () => {
  const details = { inches: 43, distance: 30, need: 366, room: 159, nearer: 13, larger: 99 }
  const told = (language: 'lt' | 'en') =>
    refusedText(staffTexts(language), { code: 'device/panel-too-small', details }, language)
  expect(told('lt')).toBe(
    'Kad įskaitytų iš 30 m, numeris turi būti 366 mm aukščio, o 43″ ekrane telpa tik 159 mm. Kabinkite arčiau (iki 13 m) arba rinkitės didesnį (nuo 99″).',
  )
  expect(told('en')).toBe(
    'Seen from 30 m a number must be 366 mm high, and a 43″ panel has room for only 159 mm. Bring it nearer (up to 13 m) or take a larger one (from 99″).',
  )
})

test('a kiosk whose printer is left empty has none, so that nobody is told to take paper', () => {
  expect(wishOf('kiosk', { ...emptyDraft(), printer: ' ' })).toMatchObject({ printer: null })
  expect(draftOf({ ...kiosk, printer: null }).printer).toBe('')
})

test('a kiosk that is only tried stays one when something else is changed', () => {
  const tried = { ...kiosk, printer: 'preview:' }
  expect(hasPaper(tried.printer)).toBe(false)
  expect(wishOf('kiosk', { ...draftOf(tried), name: 'Prie lango' })).toMatchObject({ printer: 'preview:' })
})

test('a display is told nothing of a printer that was written before it became one', () => {
  const draft = { ...emptyDraft(), name: 'Salė', printer: 'tcp://10.0.0.9' }
  expect(wishOf('display', draft)).toMatchObject({ name: 'Salė', printer: null, widthDots: null })
})

test('staff are told why a device was refused, each in words of its own', () => {
  // The page of devices is not what asks for codes, and the hall is there.
  const elsewhere = ['hall/unknown', 'pairing/expired', 'pairing/too-many']
  const codes = Object.keys(deviceRefusals).filter((code) => !elsewhere.includes(code))
  expect(codes.filter((code) => !(`refused.${code}` in staffMessages.lt))).toEqual([])
})

test.each([
  ['kiosk', 'Šį kodą rodo terminalas:'],
  ['display', 'Šį kodą rodo salės ekranas:'],
  ['counter-display', 'Šį kodą rodo langelio ekranas:'],
] as const)('a code on a %s that was entered for another kind is told where it is', (kind, told) => {
  expect(staffTexts('lt')('refused.pairing/other-kind', { kind })).toContain(told)
})

test.each([
  ['pairing/blocked', 'code'],
  ['pairing/other-kind', 'code'],
  ['device/unnamed', 'name'],
  ['device/bad-printer', 'printer'],
  ['device/panel-too-small', 'inches'],
  ['device/unknown', null],
  ['line/lost', null],
])('%s is said at the field %s', (code, field) => {
  expect(fieldOf(code)).toBe(field)
})
