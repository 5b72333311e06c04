import { expect, test } from 'vitest'

import { openAnnouncements } from '#server/announcements.ts'

const minute = 60_000

function open() {
  let now = 0
  let changes = 0
  const announcements = openAnnouncements(
    () => now,
    () => (changes += 1),
  )
  return { announcements, pass: (ms: number) => void (now += ms), changes: () => changes }
}

const call = { call: 7, ticket: 'a', display: 'hall' }

test('a display that never says what became of a call is taken to have failed', () => {
  const { announcements, pass } = open()
  announcements.called(call)
  pass(minute)
  expect(announcements.ofTicket('a')).toEqual({ state: 'pending', at: 0 })
  pass(1)
  expect(announcements.ofTicket('a')).toEqual({ state: 'failed', at: 0 })
  announcements.confirm('hall', { call: 7, outcome: 'played', lagMs: 9 })
  expect(announcements.ofTicket('a')).toEqual({ state: 'played', at: minute + 1 })
})

test('a call that was dropped while its visitor is awaited was not heard', () => {
  const { announcements, changes } = open()
  announcements.called(call)
  announcements.confirm('hall', { call: 7, outcome: 'dropped', lagMs: 0 })
  expect(announcements.ofTicket('a')).toMatchObject({ state: 'failed' })
  expect(changes()).toBe(1)
})

test('only who was to sound a call tells how it was heard, and only the newest call of a ticket counts', () => {
  const { announcements } = open()
  announcements.called(call)
  announcements.confirm('side', { call: 7, outcome: 'played', lagMs: 9 })
  expect(announcements.ofTicket('a')).toMatchObject({ state: 'pending' })
  expect(announcements.ofDevice('side')).toEqual({ at: 0, outcome: 'played', lagMs: 9 })
  announcements.called({ ...call, call: 8, display: null })
  announcements.confirm('hall', { call: 7, outcome: 'played', lagMs: 9 })
  expect(announcements.ofTicket('a')).toMatchObject({ state: 'none' })
})

test('calls are forgotten after many others, and nothing is known of one that was never made', () => {
  const { announcements } = open()
  for (let n = 0; n <= 500; n += 1) announcements.called({ ...call, call: n, ticket: `t${n}` })
  expect(announcements.ofTicket('t0')).toBeNull()
  expect(announcements.ofTicket('t1')).toMatchObject({ state: 'pending' })
  const confirmed = { outcome: 'played', lagMs: 0 } as const
  expect(announcements.confirm('hall', { call: 0, ...confirmed })).toBe(false)
  expect(announcements.ofDevice('hall')).toBeNull()
  expect(announcements.confirm('hall', { call: null, ...confirmed })).toBe(true)
})
