import { expect, test } from 'vitest'

import { staffedDay } from './day.ts'

/** In these tests Sue may act for others, and Bob may not. */
test('who may act for others finishes a visit that was left at a counter, and it is on record who did', () => {
  const day = staffedDay()
  const ticket = day.issue()
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:start', { ticket })
  expect(day.refusal('bob', 'ticket:finish', { ticket })).toBe('ticket/at-another-counter')
  day.does('sue', 'ticket:finish', { ticket })
  expect(day.ticket(ticket)).toMatchObject({ state: 'served', clerk: 'ana', counter: 'c1' })
  expect(day.events.at(-1)).toMatchObject({ type: 'ticket:finished', by: { kind: 'staff', id: 'sue' } })
})

test('one who was called and left standing is missed or put back, and the counter is free', () => {
  const day = staffedDay()
  const [first, second] = [day.issue(), day.issue()]
  day.calls('ana', 'c1')
  day.does('sue', 'ticket:miss', { ticket: first })
  expect(day.ticket(first).state).toBe('missed')
  day.calls('ana', 'c1')
  day.does('sue', 'ticket:return', { ticket: second, place: 'own' })
  expect(day.ticket(second).state).toBe('waiting')
})

test('a step that somebody else took is not the clerk’s to take back', () => {
  const day = staffedDay()
  const ticket = day.issue()
  day.calls('ana', 'c1')
  day.does('sue', 'ticket:miss', { ticket })
  expect(day.refusal('ana', 'step:undo', { counter: 'c1' })).toBe('undo/nothing')
})

test('a forgotten counter is closed by who may act for others, once nobody is there', () => {
  const day = staffedDay()
  const ticket = day.issue()
  day.calls('ana', 'c1')
  expect(day.refusal('sue', 'shift:close', { counter: 'c1' })).toBe('counter/busy')
  day.does('sue', 'ticket:return', { ticket, place: 'own' })
  expect(day.refusal('bob', 'shift:close', { counter: 'c1' })).toBe('shift/not-yours')
  day.does('sue', 'shift:close', { counter: 'c1' })
  expect(day.hall.shifts.has('c1')).toBe(false)
  expect(day.events.at(-1)).toMatchObject({ why: 'supervisor', by: { id: 'sue' } })
  expect(day.refusal('sue', 'shift:close', { counter: 'c1' })).toBe('shift/not-open')
})

test('nobody calls, pauses or takes back in another’s place', () => {
  const day = staffedDay()
  day.issue()
  expect(day.refusal('sue', 'ticket:call-next', { counter: 'c1' })).toBe('shift/not-yours')
  expect(day.refusal('sue', 'shift:pause', { counter: 'c1', reason: 'lunch' })).toBe('shift/not-yours')
  expect(day.refusal('sue', 'step:undo', { counter: 'c1' })).toBe('shift/not-yours')
})
