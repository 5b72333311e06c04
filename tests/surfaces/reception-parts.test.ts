import { expect, test } from 'vitest'

import { actsOf } from '#counter/reception/found-acts.ts'
import { ReaderKeys } from '#counter/reception/reader-keys.ts'
import { deadlineOf, urgencyOf } from '#counter/reception/urgency.ts'

const minute = 60_000

function typed(text: string, gap: number): string | null {
  const reader = new ReaderKeys()
  let at = 0
  for (const key of text) reader.press(key, (at += gap))
  return reader.press('Enter', at + gap)
}

test('what comes within moments and ends with Enter was read by a reader', () => {
  expect(typed('http://hall.lan/t/Ab1', 5)).toBe('http://hall.lan/t/Ab1')
  expect(typed('http://hall.lan/t/Ab1', 120)).toBeNull()
  expect(typed('17', 5)).toBeNull()
})

test('Shift before a capital is none of the text, and a pause begins another one', () => {
  const reader = new ReaderKeys()
  for (const [n, key] of ['Shift', 'A', 'Shift', 'B'].entries()) reader.press(key, n * 10)
  expect(reader.together).toBe(2)
  reader.press('1', 1_000)
  expect(reader.together).toBe(1)
})

test.each([
  { promised: null, waited: 5, urgency: 'calm' },
  { promised: null, waited: 11, urgency: 'near' },
  { promised: null, waited: 15, urgency: 'over' },
  { promised: { until: 30, kept: true }, waited: 20, urgency: 'calm' },
  { promised: { until: 30, kept: false }, waited: 20, urgency: 'near' },
  { promised: { until: 30, kept: true }, waited: 26, urgency: 'near' },
  { promised: { until: 30, kept: false }, waited: 30, urgency: 'over' },
])('after $waited min, with $promised and a target of 15: $urgency', ({ promised, waited, urgency }) => {
  const ticket = {
    since: 0,
    targetMs: 15 * minute,
    promised: promised && { ...promised, until: promised.until * minute },
  }
  expect(urgencyOf(ticket, waited * minute)).toBe(urgency)
  expect(deadlineOf(ticket)).toBe((promised?.until ?? 15) * minute)
})

test('each act needs its right, and paper a printer', () => {
  const all = () => true
  expect(actsOf({ state: 'waiting' }, all, true)).toEqual(['change', 'move', 'print', 'code', 'cancel'])
  expect(actsOf({ state: 'waiting' }, all, false)).not.toContain('print')
  expect(actsOf({ state: 'waiting' }, (right) => right === 'ticket:cancel', true)).toEqual(['cancel'])
  expect(actsOf({ state: 'expired' }, all, true)).toEqual([])
  const forOthers = ['finish', 'return', 'transfer']
  expect(actsOf({ state: 'serving' }, all, false)).toEqual([...forOthers, 'code'])
  expect(actsOf({ state: 'serving' }, (right) => right !== 'ticket:act-for-others', false)).toEqual(['code'])
})
