import { describe, expect, test } from 'vitest'

import type { CommandName } from '#shared/queue/command.ts'

import { staffedDay, type Day } from './day.ts'
import { plainSummary as summary } from './plain-summary.ts'

function atCounter(...steps: readonly ('ticket:start' | 'ticket:pause' | 'ticket:finish')[]) {
  const day = staffedDay()
  const ticket = day.issue()
  day.does('ana', 'ticket:call-next', { counter: 'c1' })
  for (const step of steps) day.does('ana', step, { ticket })
  return { day, ticket }
}

const undoes = (day: Day): CommandName[] =>
  [...day.hall.steps.values()].map(({ kind }) => kind as CommandName)

test('whoever is being served is told what it came to, and again if it came to something else', () => {
  const { day, ticket } = atCounter('ticket:start')
  const before = day.ticket(ticket)
  day.does('ana', 'ticket:sum-up', { ticket, summary })
  day.does('ana', 'ticket:sum-up', { ticket, summary: { ...summary, outcome: 'accepted' } })
  expect(day.ticket(ticket)).toEqual(before)
})

test('no event holds what was said', () => {
  const { day, ticket } = atCounter('ticket:start')
  day.does('ana', 'ticket:sum-up', { ticket, summary: { ...summary, words: 'Private' } })
  expect(day.events.at(-1)).toEqual({
    ...{ type: 'ticket:summed-up', at: day.now, by: { kind: 'staff', id: 'ana' } },
    ticket,
  })
})

test('the step before it can still be taken back', () => {
  const { day, ticket } = atCounter('ticket:start')
  day.does('ana', 'ticket:sum-up', { ticket, summary })
  expect(undoes(day)).toEqual(['ticket:started'])
  day.does('ana', 'step:undo', { counter: 'c1' })
  expect(day.ticket(ticket)).toMatchObject({ state: 'called' })
})

test('a paused visit is summed up too', () => {
  const { day, ticket } = atCounter('ticket:start', 'ticket:pause')
  day.does('ana', 'ticket:sum-up', { ticket, summary })
  expect(day.ticket(ticket)).toMatchObject({ state: 'serving', paused: true })
})

describe('a visit that has just ended', () => {
  test('is summed up at its counter, and again, and stays as it ended', () => {
    const { day, ticket } = atCounter('ticket:start', 'ticket:finish')
    const ended = day.ticket(ticket)
    day.does('ana', 'ticket:sum-up', { ticket, summary })
    day.does('ana', 'shift:pause', { counter: 'c1', reason: 'lunch' })
    day.does('ana', 'ticket:sum-up', { ticket, summary: { ...summary, outcome: 'accepted' } })
    expect(day.ticket(ticket)).toEqual(ended)
    expect(day.hall.tickets.has(ticket)).toBe(false)
  })

  test('can still be taken back, and summed up once more where it goes on', () => {
    const { day, ticket } = atCounter('ticket:start', 'ticket:finish')
    day.does('ana', 'ticket:sum-up', { ticket, summary })
    day.does('ana', 'step:undo', { counter: 'c1' })
    expect(day.ticket(ticket)).toMatchObject({ state: 'serving' })
    day.does('ana', 'ticket:sum-up', { ticket, summary })
  })

  test("is no business of a colleague's, but of who may act for others", () => {
    const { day, ticket } = atCounter('ticket:start', 'ticket:finish')
    expect(day.refusal('bob', 'ticket:sum-up', { ticket, summary })).toBe('ticket/at-another-counter')
    day.does('sue', 'ticket:sum-up', { ticket, summary })
  })
})

describe('nothing is summed up', () => {
  test('before anybody has come, or of who never came', () => {
    const called = atCounter()
    expect(called.day.refusal('ana', 'ticket:sum-up', { ticket: called.ticket, summary })).toBe(
      'ticket/wrong-state',
    )
    const { day, ticket } = atCounter()
    day.does('ana', 'ticket:cancel', { ticket })
    expect(day.refusal('ana', 'ticket:sum-up', { ticket, summary })).toBe('ticket/unknown')
  })

  test('of a visit that ended, once anything else was done at the counter or to the ticket', () => {
    const next = atCounter('ticket:start', 'ticket:finish')
    next.day.issue()
    next.day.calls('ana', 'c1')
    const closed = atCounter('ticket:start', 'ticket:finish')
    closed.day.does('ana', 'shift:close', { counter: 'c1' })
    const restored = atCounter('ticket:start', 'ticket:finish')
    restored.day.does('rita', 'ticket:restore', { ticket: restored.ticket, place: 'own' })
    expect(
      [next, closed, restored].map(({ day, ticket }) =>
        day.refusal('ana', 'ticket:sum-up', { ticket, summary }),
      ),
    ).toEqual(['ticket/unknown', 'ticket/unknown', 'ticket/wrong-state'])
  })

  test('of one who waits', () => {
    const { day } = atCounter('ticket:start')
    expect(day.refusal('ana', 'ticket:sum-up', { ticket: day.issue(), summary })).toBe('ticket/wrong-state')
  })

  test("at a colleague's counter, but by who may act for others", () => {
    const { day, ticket } = atCounter('ticket:start')
    expect(day.refusal('bob', 'ticket:sum-up', { ticket, summary })).toBe('ticket/at-another-counter')
    day.does('sue', 'ticket:sum-up', { ticket, summary })
  })
})
