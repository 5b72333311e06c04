import { expect, test } from 'vitest'

import { draftOf, emptyDraft, fieldOf, hasPaper, wishOf } from '#counter/settings/devices/draft.ts'
import { staffMessages } from '#shared/messages/staff.ts'
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
  createdAt: 0,
  revoked: false,
  state: 'away',
  since: null,
  printerState: null,
}

test('what the page shows of a device is what it tells the server, if nothing is changed', () => {
  const { name, zone, printer, widthDots } = kiosk
  expect(wishOf('kiosk', draftOf(kiosk))).toEqual({ name, zone, printer, widthDots })
  const display = { ...kiosk, kind: 'display', zone: 'main', printer: null, widthDots: null }
  expect(wishOf('display', draftOf(display))).toEqual({ name, zone: 'main', printer: null, widthDots: null })
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
  expect(wishOf('display', draft)).toEqual({ name: 'Salė', zone: null, printer: null, widthDots: null })
})

test('staff are told why a device was refused, each in words of its own', () => {
  // The page of devices is not what asks for codes, and the hall is there.
  const elsewhere = ['hall/unknown', 'pairing/expired', 'pairing/too-many']
  const codes = Object.keys(deviceRefusals).filter((code) => !elsewhere.includes(code))
  expect(codes.filter((code) => !(`refused.${code}` in staffMessages.lt))).toEqual([])
})

test.each([
  ['pairing/blocked', 'code'],
  ['pairing/other-kind', 'code'],
  ['device/unnamed', 'name'],
  ['device/bad-printer', 'printer'],
  ['device/unknown', null],
  ['line/lost', null],
])('%s is said at the field %s', (code, field) => {
  expect(fieldOf(code)).toBe(field)
})
