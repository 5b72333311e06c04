import { expect, test } from 'vitest'
import fc from 'fast-check'
import { stateOf, stateOfAutomatic } from '#server/printing/printer-state.ts'
import { statusReader } from '#server/printing/status-bytes.ts'

test('answers are told apart from what a printer says by itself', () => {
  const read = statusReader()

  const words = read(
    Uint8Array.of(0x11, 0x12, 0x14, 0x00, 0x72, 0x00, 0x0f, 0x37, 0x22, 0x31, 0x00, 0x00, 0x13),
  )

  expect(words).toEqual([
    { kind: 'real-time', byte: 0x12 },
    { kind: 'real-time', byte: 0x72 },
    { kind: 'automatic', bytes: [0x14, 0x00, 0x00, 0x0f] },
    { kind: 'taken', byte: 0x00 },
  ])
})

test('the cut of the stream into chunks changes nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(40), (bytes, cut) => {
      const inTwo = statusReader()

      expect([...inTwo(bytes.subarray(0, cut)), ...inTwo(bytes.subarray(cut))]).toEqual(statusReader()(bytes))
    }),
  )
})

test.each([
  [[0x12, 0x12, 0x12, 0x12], 'ready'],
  [[0x12, 0x12, 0x12, 0x1e], 'ready'], // the roll is near its end
  [[0x1a, 0x16, 0x12, 0x12], 'cover-open'],
  [[0x1a, 0x12, 0x12, 0x72], 'paper-out'],
  [[0x1a, 0x32, 0x12, 0x12], 'paper-out'],
  [[0x1a, 0x52, 0x12, 0x12], 'error'],
  [[0x1a, 0x12, 0x1a, 0x12], 'error'],
  [[0x1a, 0x12, 0x12, 0x12], 'offline'],
  [[0x12, null, null, null], 'ready'],
  [[null, null, null, null], 'unverifiable'],
] as const)('answers %j mean %s', ([printer, offline, error, paper], state) => {
  expect(stateOf({ printer, offline, error, paper })).toBe(state)
})

test.each([
  [[0x10, 0x00, 0x00, 0x00], 'ready'],
  [[0x38, 0x00, 0x00, 0x00], 'cover-open'],
  [[0x18, 0x00, 0x0c, 0x00], 'paper-out'],
  [[0x18, 0x08, 0x00, 0x00], 'error'],
  [[0x18, 0x00, 0x00, 0x00], 'offline'],
] as const)('automatic status %j means %s', (bytes, state) => {
  expect(stateOfAutomatic(bytes)).toBe(state)
})
