import { expect, test } from 'vitest'

import { phoneView } from '#server/views/phone-view.ts'
import { phoneView as schema, type PhoneView } from '#shared/protocol/views.ts'

import { staffedDay, type Day } from './day.ts'

function seenOn(day: Day, ticket: string): PhoneView {
  return schema.parse(phoneView(day.hall, day.hall.config!, day.ticket(ticket), 'lt', day.now))
}

test('a visitor is told why they are called, only while they are', () => {
  const day = staffedDay()
  const ticket = day.issue()
  expect(seenOn(day, ticket).reason).toBeNull()
  day.pass(4)
  day.calls('ana', 'c1')
  expect(seenOn(day, ticket).reason).toEqual({ rule: 'first-come', waitedMs: 4 * 60_000 })
  day.does('ana', 'ticket:start', { ticket })
  expect(seenOn(day, ticket).reason).toBeNull()
})

test('called by hand, they are told so, and nothing of others', () => {
  const day = staffedDay()
  const earlier = day.issue()
  const ticket = day.issue()
  day.does('ana', 'ticket:call', { counter: 'c1', ticket })
  expect(seenOn(day, ticket).reason).toEqual({ rule: 'by-hand' })
  expect(JSON.stringify(seenOn(day, earlier))).not.toContain('overtaken')
})
