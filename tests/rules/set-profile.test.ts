import { expect, test } from 'vitest'

import { nextDue } from '#shared/queue/due.ts'

import { dayAt, staffedDay } from './day.ts'
import { without } from './hall-of.ts'

const minute = 60_000
const homes = { counter: 'c1', profile: 'homes' } as const

test('until then an open counter takes what was set, and after that what it took before', () => {
  const day = staffedDay()
  const paper = day.issue('passports')
  const home = day.issue('permits')
  const until = day.now + 30 * minute
  day.does('sue', 'counter:set-profile', { ...homes, until })
  expect(nextDue(day.hall)).toBe(until)
  expect(day.calls('ana', 'c1')).toBe(home)
  day.does('ana', 'ticket:start', { ticket: home })
  day.does('ana', 'ticket:finish', { ticket: home })
  expect(day.refusal('ana', 'ticket:call-next', { counter: 'c1' })).toBe('queue/empty')
  day.pass(30)
  expect(day.tick()).toEqual(['counter:reset-profile'])
  expect(day.calls('ana', 'c1')).toBe(paper)
})

test('it goes before what the clerk has chosen, also for who opens the counter later', () => {
  const day = dayAt()
  day.does('sue', 'counter:set-profile', { ...homes, until: day.now + minute })
  day.opens('ana', 'c1', 'papers')
  expect(day.hall.shifts.get('c1')).toMatchObject({ profile: 'homes', ownProfile: 'papers' })
  day.does('sue', 'counter:reset-profile', { counter: 'c1' })
  expect(day.hall.shifts.get('c1')).toMatchObject({ profile: 'papers', ownProfile: 'papers' })
})

test('what is already so changes nothing', () => {
  const day = staffedDay()
  const until = day.now + minute
  day.does('sue', 'counter:set-profile', { ...homes, until })
  const events = day.events.length
  day.does('sue', 'counter:set-profile', { ...homes, until })
  day.does('sue', 'counter:reset-profile', { counter: 'c2' })
  expect(day.events).toHaveLength(events)
})

test('it is refused where the counter or the profile is not there, or the end has passed', () => {
  const day = staffedDay()
  const refusal = (changes: object) =>
    day.refusal('sue', 'counter:set-profile', { ...homes, until: day.now + minute, ...changes })
  expect(refusal({ counter: 'c9' })).toBe('counter/unknown')
  expect(refusal({ profile: 'nope' })).toBe('profile/unknown')
  expect(refusal({ until: day.now })).toBe('time/past')
  expect(day.refusal('sue', 'counter:reset-profile', { counter: 'c9' })).toBe('counter/unknown')
})

test('a configuration without the profile waits until it is not set any more, and the day ends it', () => {
  const day = dayAt()
  day.does('sue', 'counter:set-profile', { ...homes, until: day.now + minute })
  const smaller = without('profiles', 'homes')
  const config = { ...smaller, counters: smaller.counters.filter(({ profile }) => profile !== 'homes') }
  expect(day.refusal('operator', 'hall:configure', { config })).toBe('hall/in-use')
  day.at('2026-03-03T08:00')
  day.tick()
  expect(day.hall.profiles.size).toBe(0)
  expect(day.refusal('operator', 'hall:configure', { config })).toBeNull()
})
