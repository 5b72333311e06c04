import { expect, test } from 'vitest'
import { Day, dayAt, staffedDay } from './day.ts'

const state = (day: Day) => Object.fromEntries(day.hall.assistance)

test('a visitor who asks is waited for from that moment, and is on nobody’s way until somebody says so', () => {
  const day = dayAt()
  const since = day.now
  day.does('kiosk1', 'assistance:ask', {})
  expect(state(day)).toEqual({ kiosk1: { since, coming: false } })
  day.pass(2)
  day.does('ana', 'assistance:answer', { kiosk: 'kiosk1' })
  expect(state(day)).toEqual({ kiosk1: { since, coming: true } })
})

test('asked twice, the first moment counts and nothing more happens', () => {
  const day = dayAt()
  const since = day.now
  day.does('kiosk1', 'assistance:ask', {})
  day.pass(1)
  const events = day.events.length
  day.does('kiosk1', 'assistance:ask', {})
  expect(day.events).toHaveLength(events)
  expect(state(day)).toEqual({ kiosk1: { since, coming: false } })
})

test('each kiosk asks for itself', () => {
  const day = dayAt()
  day.does('kiosk1', 'assistance:ask', {})
  day.does('kiosk2', 'assistance:ask', {})
  day.does('ana', 'assistance:answer', { kiosk: 'kiosk2' })
  day.does('kiosk2', 'assistance:cancel', {})
  expect(Object.keys(state(day))).toEqual(['kiosk1'])
})

test('whoever asks again while somebody is coming waits anew', () => {
  const day = dayAt()
  day.does('kiosk1', 'assistance:ask', {})
  day.does('ana', 'assistance:answer', { kiosk: 'kiosk1' })
  day.pass(5)
  day.does('kiosk1', 'assistance:ask', {})
  expect(state(day)).toEqual({ kiosk1: { since: day.now, coming: false } })
})

test.each([
  ['nobody asked', []],
  ['a colleague was faster', ['asks', 'is answered']],
  ['the visitor did without', ['asks', 'cancels']],
])('an answer is refused when %s', (_, steps) => {
  const day = staffedDay()
  for (const step of steps) {
    if (step === 'asks') day.does('kiosk1', 'assistance:ask', {})
    if (step === 'is answered') day.does('bob', 'assistance:answer', { kiosk: 'kiosk1' })
    if (step === 'cancels') day.does('kiosk1', 'assistance:cancel', {})
  }
  expect(day.refusal('ana', 'assistance:answer', { kiosk: 'kiosk1' })).toBe('assistance/nobody-asks')
})

test('taking back what was not asked is no fault', () => {
  const day = dayAt()
  const events = day.events.length
  day.does('kiosk1', 'assistance:cancel', {})
  expect(day.events).toHaveLength(events)
})

test('nobody is asked for before a day is open, and none of it lasts into the next', () => {
  expect(new Day(Date.UTC(2026, 2, 2)).refusal('kiosk1', 'assistance:ask', {})).toBe('day/not-open')
  const day = dayAt()
  day.does('kiosk1', 'assistance:ask', {})
  day.at('2026-03-03T08:00')
  day.tick()
  expect(state(day)).toEqual({})
})
