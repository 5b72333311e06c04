import { expect, test } from 'vitest'

import { counterDisplayView } from '#server/views/counter-display-view.ts'
import { counterDisplayView as schema, type CounterDisplayView } from '#shared/protocol/views.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import { dayAt, staffedDay, type Day } from './day.ts'
import { hallOf, service, without } from './hall-of.ts'

const clerks = {
  names: new Map([['ana', 'Ana prie lango']]),
  roles: new Map([['ana', 'clerk' as const]]),
}

/** What stands over a counter, as the protocol lets it pass. */
function over(day: Day, counter: string | null = 'c1', config: HallConfig = day.hall.config!) {
  return schema.parse(counterDisplayView(day.hall, config, counter, clerks, day.now))
}

const idsOf = ({ services }: CounterDisplayView) => services.map(({ id }) => id)

test('a counter is closed, open, paused and open again, each as its clerk has it', () => {
  const day = dayAt()
  expect(over(day)).toMatchObject({ label: '1', state: 'closed', visitor: null })
  day.opens('ana', 'c1')
  expect(over(day).state).toBe('open')
  day.does('ana', 'shift:pause', { counter: 'c1', reason: 'lunch' })
  expect(over(day).state).toBe('paused')
  day.does('ana', 'shift:resume', { counter: 'c1' })
  expect(over(day).state).toBe('open')
})

test('who is called to the counter stands over it until served, and over no other', () => {
  const day = staffedDay()
  day.issue()
  const ticket = day.calls('ana', 'c1')
  const { label } = day.ticket(ticket)
  expect(over(day).visitor).toEqual({ label, state: 'called' })
  expect(over(day, 'c2').visitor).toBeNull()
  day.does('ana', 'ticket:start', { ticket })
  expect(over(day).visitor).toEqual({ label, state: 'serving' })
  day.does('ana', 'ticket:finish', { ticket })
  expect(over(day).visitor).toBeNull()
})

test('it names what the counter takes, first choices first, by the profile of who sits there', () => {
  const day = dayAt()
  expect(idsOf(over(day))).toEqual(['passports', 'licences', 'addresses'])
  day.opens('ana', 'c1', 'homes')
  expect(idsOf(over(day))).toEqual(['addresses', 'permits'])
})

test('what gives no ticket is not taken at a counter', () => {
  const day = dayAt()
  const answered = { ...service('licences', 'a'), series: null }
  const services = hallOf().services.map((one) => (one.id === 'licences' ? answered : one))
  expect(idsOf(over(day, 'c1', { ...hallOf(), services }))).toEqual(['passports', 'addresses'])
})

test('who sits there is told only by a hall that wants it, and by nobody of an empty desk', () => {
  const day = staffedDay()
  expect(over(day).clerk).toBeNull()
  const telling = { ...hallOf(), rules: { ...hallOf().rules, showClerk: true } }
  expect(over(day, 'c1', telling).clerk).toEqual({ name: 'Ana prie lango', role: 'clerk' })
  // Nobody of that name is known any more.
  expect(over(day, 'c2', telling).clerk).toBeNull()
  day.does('ana', 'shift:close', { counter: 'c1' })
  expect(over(day, 'c1', telling).clerk).toBeNull()
})

test.each([['c1'], ['c99'], [null]])('a counter that the hall has no more has no label: %s', (counter) => {
  const gone = over(dayAt(), counter, without('counters', 'c1'))
  expect(gone).toMatchObject({ label: null, state: 'closed', visitor: null, services: [], clerk: null })
})
