import { expect, test } from 'vitest'
import { staffedDay, type Day } from './day.ts'
import { hallOf, lettersB, without } from './hall-of.ts'

test.each(['served', 'cancelled', 'no-show'] as const)(
  'a ticket that is %s waits again, with no clerk',
  (state) => {
    const day = staffedDay()
    const ticket = ended(day, state)
    expect(day.ticket(ticket).state).toBe(state)
    const { since, issuedAt } = day.ticket(ticket)
    day.pass(5)
    expect(day.does('rita', 'ticket:restore', { ticket, place: 'own' })).toEqual({ ticket, label: 'A001' })
    expect(day.ticket(ticket)).toMatchObject({ state: 'waiting', since, issuedAt })
    expect(day.ticket(ticket)).not.toHaveProperty('clerk')
    expect(day.calls('bob', 'c2')).toBe(ticket)
  },
)

test('a restored ticket stands at the end of the queue if the receptionist says so', () => {
  const day = staffedDay()
  const ticket = ended(day, 'no-show')
  day.pass(1)
  const other = day.issue()
  day.pass(1)
  day.does('rita', 'ticket:restore', { ticket, place: 'end' })
  expect(day.calls('ana', 'c1')).toBe(other)
  expect(day.calls('bob', 'c2')).toBe(ticket)
})

test('a restored ticket keeps what was waited and served', () => {
  const day = staffedDay()
  const ticket = ended(day, 'served')
  const { calledAt, startedAt, servedMs } = day.ticket(ticket)
  day.does('rita', 'ticket:restore', { ticket, place: 'own' })
  expect(day.ticket(ticket)).toMatchObject({ calledAt, startedAt, servedMs })
  expect(servedMs).toBeGreaterThan(0)
})

test('a ticket is restored once, and only one that has ended today', () => {
  const day = staffedDay()
  const ticket = ended(day, 'cancelled')
  day.does('rita', 'ticket:restore', { ticket, place: 'own' })
  expect(day.refusal('rita', 'ticket:restore', { ticket, place: 'own' })).toBe('ticket/wrong-state')
  expect(day.refusal('rita', 'ticket:restore', { ticket: 'nobody', place: 'own' })).toBe('ticket/unknown')
  day.at('2026-03-03T08:00')
  day.tick()
  expect(day.refusal('rita', 'ticket:restore', { ticket, place: 'own' })).toBe('ticket/unknown')
  day.does('clock', 'day:close', { date: day.hall.day!.date })
  expect(day.refusal('rita', 'ticket:restore', { ticket, place: 'own' })).toBe('day/not-open')
})

test('a ticket whose number bears another visitor by now is not restored', () => {
  const day = staffedDay(hallOf({ series: [{ id: 'a', letter: 'A', from: 1, to: 1 }, lettersB] }))
  const ticket = ended(day, 'cancelled')
  const heir = day.issue()
  expect(day.refusal('rita', 'ticket:restore', { ticket, place: 'own' })).toBe('ticket/label-taken')
  day.does('phone', 'ticket:cancel', { ticket: heir })
  expect(day.refusal('rita', 'ticket:restore', { ticket, place: 'own' })).toBeNull()
})

test('a ticket whose service the hall has given up since is not restored, as nobody could call it', () => {
  const day = staffedDay()
  const ticket = ended(day, 'cancelled')
  day.does('operator', 'hall:configure', { config: without('services', 'passports') })
  expect(day.refusal('rita', 'ticket:restore', { ticket, place: 'own' })).toBe('service/unknown')
})

function ended(day: Day, state: 'served' | 'cancelled' | 'no-show'): string {
  const ticket = day.issue()
  if (state === 'cancelled') {
    day.does('phone', 'ticket:cancel', { ticket })
    return ticket
  }
  day.does('ana', 'ticket:call', { counter: 'c1', ticket })
  day.does('ana', state === 'served' ? 'ticket:start' : 'ticket:miss', { ticket })
  day.pass(15)
  if (state === 'served') day.does('ana', 'ticket:finish', { ticket })
  day.tick()
  return ticket
}
