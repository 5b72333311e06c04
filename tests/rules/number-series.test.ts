import { expect, test } from 'vitest'
import type { Series } from '#shared/queue/config.ts'
import { dayAt, type Day } from './day.ts'
import { hallOf, hoursOf, lettersB, service, wholeDay } from './hall-of.ts'

/** A hall open day and night with one counter’s worth of letters A. */
function dayWith(series: Partial<Series>): Day {
  const config = hallOf({
    hours: hoursOf(wholeDay, wholeDay),
    series: [{ id: 'a', letter: 'A', from: 1, to: 3, ...series }, lettersB],
  })
  const day = dayAt('2026-03-02T08:00', config)
  day.opens('ana', 'c1')
  return day
}

test('each ticket bears the number after the last, and services of one series share its numbers', () => {
  const day = dayWith({ to: 999 })
  expect(labels(day, ['passports', 'licences', 'addresses', 'passports', 'permits'])).toEqual([
    'A001',
    'A002',
    'B501',
    'A003',
    'B502',
  ])
})

test.each([
  { from: 1, to: 9, first: 'A1' },
  { from: 1, to: 99, first: 'A01' },
  { from: 7, to: 999, first: 'A007' },
  { from: 100, to: 199, first: 'A100' },
  { from: 1, to: 9999, first: 'A0001' },
  { from: 0, to: 99, first: 'A00' },
])(
  'a range from $from to $to starts with $first: as many digits as its last number',
  ({ from, to, first }) => {
    expect(labels(dayWith({ from, to }), ['passports'])).toEqual([first])
  },
)

test('no label is given twice while the range lasts, even if its bearer is gone', () => {
  const day = dayWith({})
  for (const label of ['A1', 'A2', 'A3']) {
    const ticket = day.issue()
    expect(day.ticket(ticket).label).toBe(label)
    day.does('phone', 'ticket:cancel', { ticket })
  }
})

test('a used-up range gives the first label that no living ticket bears', () => {
  const day = dayWith({})
  const [, second, third] = [day.issue(), day.issue(), day.issue()]
  day.does('phone', 'ticket:cancel', { ticket: third! })
  day.does('phone', 'ticket:cancel', { ticket: second! })
  expect(labels(day, ['passports', 'passports'])).toEqual(['A2', 'A3'])
})

test('a range that starts above one comes round to its own first number', () => {
  const day = dayWith({ from: 5, to: 6 })
  const [first] = [day.issue(), day.issue()]
  day.does('phone', 'ticket:cancel', { ticket: first! })
  expect(labels(day, ['passports'])).toEqual(['A5'])
})

test('a label that was called rests for an hour, be its visitor served or missed', () => {
  const day = dayWith({})
  const [served, missed] = [day.issue(), day.issue(), day.issue()]
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:start', { ticket: served! })
  day.does('ana', 'ticket:finish', { ticket: served! })
  day.pass(5)
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:miss', { ticket: missed! })
  day.pass(15)
  day.tick()

  expect(issuing(day)).toBe('series/exhausted')
  day.pass(39)
  expect(issuing(day)).toBe('series/exhausted')
  day.pass(1)
  expect(labels(day, ['passports'])).toEqual(['A1'])
  expect(issuing(day)).toBe('series/exhausted')
  day.pass(5)
  expect(labels(day, ['passports'])).toEqual(['A2'])
})

test('a label rests for an hour after it was last called, not first', () => {
  const day = dayWith({})
  const [ticket] = [day.issue(), day.issue(), day.issue()]
  day.calls('ana', 'c1')
  day.pass(50)
  day.does('ana', 'ticket:recall', { ticket: ticket! })
  day.does('phone', 'ticket:cancel', { ticket: ticket! })
  day.pass(10)
  expect(issuing(day)).toBe('series/exhausted')
  day.pass(50)
  expect(issuing(day)).toBeNull()
})

test('a range whose every number is with a living visitor gives no ticket', () => {
  const day = dayWith({})
  labels(day, ['passports', 'licences', 'passports'])
  day.calls('ana', 'c1')
  expect(issuing(day)).toBe('series/exhausted')
  expect(day.hall.tickets.size).toBe(3)
})

test('tickets that are called, served, put aside or missed keep their labels from being given again', () => {
  const day = dayWith({ to: 4 })
  const tickets = [day.issue(), day.issue(), day.issue(), day.issue()]
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:park', { ticket: tickets[0]!, keptFor: 'anyone', minutes: 480 })
  day.pass(61)
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:miss', { ticket: tickets[1]! })
  day.calls('ana', 'c1')
  day.does('phone', 'ticket:cancel', { ticket: tickets[3]! })
  expect(labels(day, ['passports'])).toEqual(['A4'])
  expect(issuing(day)).toBe('series/exhausted')
})

test('the next day starts with the first number again', () => {
  const day = dayWith({ from: 5, to: 99 })
  expect(labels(day, ['passports', 'passports'])).toEqual(['A05', 'A06'])
  day.at('2026-03-03T00:00')
  day.tick()
  expect(labels(day, ['passports'])).toEqual(['A05'])
})

test('a range that is made longer goes on, one that is made shorter comes round', () => {
  const day = dayWith({})
  const tickets = [day.issue(), day.issue(), day.issue()]
  day.does('operator', 'hall:configure', {
    config: hallOf({ ...openAlways, series: [range(1, 5), lettersB] }),
  })
  expect(labels(day, ['passports'])).toEqual(['A4'])
  day.does('phone', 'ticket:cancel', { ticket: tickets[1]! })
  day.does('operator', 'hall:configure', {
    config: hallOf({ ...openAlways, series: [range(1, 3), lettersB] }),
  })
  expect(labels(day, ['passports'])).toEqual(['A2'])
})

test('two series that change letters give no label that a living ticket bears', () => {
  const day = dayWith({ to: 999 })
  labels(day, ['passports', 'addresses'])
  const swapped = [
    { id: 'a', letter: 'B', from: 501, to: 599 },
    { id: 'b', letter: 'A', from: 1, to: 999 },
  ]
  day.does('operator', 'hall:configure', { config: hallOf({ ...openAlways, series: swapped }) })
  labels(day, ['passports', 'addresses'])
  const living = [...day.hall.tickets.values()].map(({ label }) => label)
  expect(new Set(living).size).toBe(4)
})

test('a service whose letters the hall lacks gives no ticket', () => {
  const day = dayAt('2026-03-02T08:00', hallOf({ services: [service('passports', 'nope')] }))
  expect(issuing(day)).toBe('series/exhausted')
})

test('a number from a paper roll is given as it is, and the series goes on after the highest', () => {
  const day = dayWith({ to: 99 })
  expect(held(day, 17)).toBe('A17')
  expect(labels(day, ['licences'])).toEqual(['A18'])
  expect(held(day, 16)).toBe('A16')
  expect(labels(day, ['passports'])).toEqual(['A19'])
})

test.each([
  { number: 4, code: 'series/out-of-range' },
  { number: 100, code: 'series/out-of-range' },
  { number: 5, code: 'series/number-taken' },
])('no slip of the roll can bear $number: $code', ({ number, code }) => {
  const day = dayWith({ from: 5, to: 99 })
  day.issue()
  expect(day.refusal('rita', 'ticket:issue', slip(number))).toBe(code)
})

test('a number that was called is nobody else’s within the hour, though its bearer is served', () => {
  const day = dayWith({ to: 99 })
  const ticket = day.issue()
  day.calls('ana', 'c1')
  day.does('phone', 'ticket:cancel', { ticket })
  expect(day.refusal('rita', 'ticket:issue', slip(1))).toBe('series/number-taken')
  day.pass(60)
  expect(held(day, 1)).toBe('A01')
})

const openAlways = { hours: hoursOf(wholeDay, wholeDay) }

function range(from: number, to: number): Series {
  return { id: 'a', letter: 'A', from, to }
}

function labels(day: Day, services: readonly string[]): string[] {
  return services.map((service) => day.ticket(day.issue(service)).label)
}

function issuing(day: Day) {
  return day.refusal('kiosk', 'ticket:issue', {
    service: 'passports',
    class: 'ordinary',
    slot: null,
    language: 'lt',
    needs: [],
  })
}

function slip(number: number) {
  return { service: 'passports', class: 'ordinary', slot: null, number, language: 'lt', needs: [] } as const
}

function held(day: Day, number: number): string {
  return day.does('rita', 'ticket:issue', slip(number)).label!
}
