import { expect, test } from 'vitest'
import type { Commands } from '#shared/queue/command.ts'
import type { Day } from './day.ts'
import { staffedDay } from './day.ts'

const asItIs = { service: null, class: null }

function change(day: Day, ticket: string, changes: Partial<Commands['ticket:change']>) {
  return day.tries('rita', 'ticket:change', { ticket, ...asItIs, ...changes })
}

/** Of those who wait for a counter, the first. */
const called = (day: Day) => day.ticket(day.calls('ana', 'c1')).label

test('who lets the others go first is called after everybody who waits by then', () => {
  const day = staffedDay()
  const first = day.issue()
  day.pass(3)
  day.issue()
  expect(change(day, first, { place: 'end' }).ok).toBe(true)
  expect(day.ticket(first)).toMatchObject({ state: 'waiting', since: day.now })
  expect(called(day)).toBe('A002')
})

test('who waits in the own place stays there, and is not held back as one who came back', () => {
  const day = staffedDay()
  const first = day.issue()
  day.issue()
  expect(change(day, first, { place: 'own' }).ok).toBe(true)
  expect(day.ticket(first).back).toBeNull()
  expect(called(day)).toBe('A001')
})

test.each(['own', 'end'] as const)('a ticket that was put aside goes back to the %s place', (place) => {
  const day = staffedDay()
  const first = day.issue()
  day.issue()
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:park', { ticket: first, keptFor: 'clerk', minutes: null })
  day.pass(2)
  expect(change(day, first, { place }).ok).toBe(true)
  day.pass(2)
  expect(called(day)).toBe(place === 'own' ? 'A001' : 'A002')
})

test('a move and another service come together; without a place a ticket that was put aside is left alone', () => {
  const day = staffedDay()
  const first = day.issue()
  expect(change(day, first, { place: 'end', service: 'licences', class: 'priority' }).ok).toBe(true)
  expect(day.ticket(first)).toMatchObject({ service: 'licences', class: 'priority' })
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:park', { ticket: first, keptFor: 'clerk', minutes: null })
  expect(change(day, first, { service: 'passports' })).toMatchObject({ code: 'ticket/wrong-state' })
})
