import { expect, test } from 'vitest'

import { staffedDay, type Day } from './day.ts'

const byWait = { rule: 'first-come', waitedMs: 5 * 60_000 }

test('a ticket keeps the reason of its call while it is called and served', () => {
  const { day, ticket } = called()
  expect(reasonOf(day, ticket)).toEqual(byWait)
  day.does('ana', 'ticket:recall', { ticket })
  expect(reasonOf(day, ticket)).toEqual(byWait)
  day.does('ana', 'ticket:start', { ticket })
  day.does('ana', 'ticket:pause', { ticket })
  day.does('ana', 'ticket:resume', { ticket })
  expect(reasonOf(day, ticket)).toEqual(byWait)
})

test('called by hand, it says so', () => {
  const day = staffedDay()
  const ticket = day.issue()
  day.does('ana', 'ticket:call', { counter: 'c1', ticket })
  expect(reasonOf(day, ticket)).toEqual({ rule: 'by-hand' })
})

test('back in the queue it has none, and the next call brings its own', () => {
  const { day, ticket } = called()
  day.does('ana', 'ticket:return', { ticket, place: 'end' })
  expect(day.ticket(ticket)).not.toHaveProperty('reason')
  day.does('ana', 'ticket:call', { counter: 'c1', ticket })
  expect(reasonOf(day, ticket)).toEqual({ rule: 'by-hand' })
})

test('put aside and taken up, it is there upon no call', () => {
  const { day, ticket } = called()
  day.does('ana', 'ticket:park', { ticket, keptFor: 'clerk', minutes: null })
  expect(day.ticket(ticket)).not.toHaveProperty('reason')
  day.does('ana', 'ticket:take-up', { counter: 'c1', ticket })
  expect(reasonOf(day, ticket)).toBeNull()
})

test('a step that is taken back brings the reason back', () => {
  const { day, ticket } = called()
  day.does('ana', 'ticket:miss', { ticket })
  day.does('ana', 'step:undo', { counter: 'c1' })
  expect(reasonOf(day, ticket)).toEqual(byWait)
})

/** A ticket that has waited five minutes for its call. */
function called(): { day: Day; ticket: string } {
  const day = staffedDay()
  day.issue()
  day.pass(5)
  return { day, ticket: day.calls('ana', 'c1') }
}

function reasonOf(day: Day, id: string): unknown {
  const ticket = day.ticket(id)
  if (ticket.state !== 'called' && ticket.state !== 'serving') throw new Error(`It is ${ticket.state}.`)
  return ticket.reason
}
