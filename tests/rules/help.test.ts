import { expect, test } from 'vitest'

import { dayAt, staffedDay, type Day } from './day.ts'

const state = (day: Day) => Object.fromEntries(day.hall.help)

function asked() {
  const day = staffedDay()
  const { counter } = [...day.hall.shifts.values()].find(({ clerk }) => clerk === 'ana')!
  const since = day.now
  day.does('ana', 'help:ask', { counter })
  return { day, counter, since }
}

test('a clerk who asks is waited for from that moment, and who comes is known', () => {
  const { day, counter, since } = asked()
  expect(state(day)).toEqual({ [counter]: { since, clerk: 'ana', coming: null } })
  day.pass(1)
  day.does('bob', 'help:answer', { counter })
  expect(state(day)).toEqual({ [counter]: { since, clerk: 'ana', coming: 'bob' } })
  day.does('ana', 'help:cancel', { counter })
  expect(state(day)).toEqual({})
})

test('asked twice it is one call; asked again while somebody is coming it is a new one', () => {
  const { day, counter, since } = asked()
  const events = day.events.length
  day.pass(1)
  day.does('ana', 'help:ask', { counter })
  expect([day.events.length, state(day)[counter]!.since]).toEqual([events, since])
  day.does('bob', 'help:answer', { counter })
  day.does('ana', 'help:ask', { counter })
  expect(state(day)).toEqual({ [counter]: { since: day.now, clerk: 'ana', coming: null } })
})

test('the first who goes is enough, and nobody goes to themselves', () => {
  const { day, counter } = asked()
  expect(day.refusal('ana', 'help:answer', { counter })).toBe('help/own')
  day.does('bob', 'help:answer', { counter })
  expect(day.refusal('cid', 'help:answer', { counter })).toBe('help/nobody-asks')
  day.does('ana', 'help:cancel', { counter })
  expect(day.refusal('bob', 'help:answer', { counter })).toBe('help/nobody-asks')
})

test('help is asked for at the own counter only, and what was not asked is taken back without a fault', () => {
  const { day, counter } = asked()
  expect(day.refusal('bob', 'help:ask', { counter })).toBe('shift/not-yours')
  expect(day.refusal('bob', 'help:cancel', { counter })).toBe('shift/not-yours')
  expect(dayAt().refusal('ana', 'help:ask', { counter })).toBe('shift/not-open')
  expect(day.refusal('ana', 'help:ask', { counter: 'nowhere' })).toBe('counter/unknown')
  day.does('ana', 'help:cancel', { counter })
  const events = day.events.length
  day.does('ana', 'help:cancel', { counter })
  expect(day.events).toHaveLength(events)
})

test('a counter that closes calls nobody', () => {
  const { day, counter } = asked()
  day.does('ana', 'shift:close', { counter })
  expect(state(day)).toEqual({})
})
