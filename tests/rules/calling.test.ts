import { describe, expect, test } from 'vitest'
import { notOvertaken } from '#shared/queue/ticket.ts'
import { dayAt, instant, staffedDay, type Day } from './day.ts'
import { hallOf } from './hall-of.ts'

test('whoever came first is called first, and is told why', () => {
  const day = staffedDay()
  const [first, second] = [day.issue(), day.issue('licences')]
  day.pass(7)
  const answer = day.does('ana', 'ticket:call-next', { counter: 'c1' })
  expect(answer).toEqual({
    ticket: first,
    label: 'A001',
    reason: { rule: 'first-come', waitedMs: 7 * 60_000 },
  })
  expect(day.calls('bob', 'c2')).toBe(second)
})

test('with an empty queue nobody is called and nothing changes, until somebody comes', () => {
  const day = staffedDay()
  const before = day.hall
  expect(day.tries('ana', 'ticket:call-next', { counter: 'c1' })).toMatchObject({
    ok: false,
    code: 'queue/empty',
  })
  expect(day.hall).toBe(before)
  const ticket = day.issue()
  expect(day.calls('ana', 'c1')).toBe(ticket)
  day.does('ana', 'ticket:miss', { ticket })
  expect(day.refusal('ana', 'ticket:call-next', { counter: 'c1' })).toBe('queue/empty')
})

test('a counter that has a visitor, called or being served, calls nobody else', () => {
  const day = staffedDay()
  day.issue()
  const other = day.issue()
  const ticket = day.calls('ana', 'c1')
  for (const command of [null, 'ticket:start', 'ticket:pause'] as const) {
    if (command) day.does('ana', command, { ticket })
    expect(day.refusal('ana', 'ticket:call-next', { counter: 'c1' })).toBe('counter/busy')
    expect(day.refusal('ana', 'ticket:call', { counter: 'c1', ticket: other })).toBe('counter/busy')
  }
  expect(day.ticket(other).state).toBe('waiting')
})

test('each reason why a given ticket cannot be called is told apart', () => {
  const day = staffedDay()
  const away = day.issue()
  day.does('bob', 'ticket:call', { counter: 'c2', ticket: away })
  const bound = day.issue()
  day.does('ana', 'ticket:bind', { ticket: bound, bound: { clerk: 'bob' } })
  const foreign = day.issue('permits')
  const gone = day.issue()
  day.does('phone', 'ticket:cancel', { ticket: gone })

  const asking = (ticket: string) => day.refusal('ana', 'ticket:call', { counter: 'c1', ticket })
  expect(asking(away)).toBe('ticket/at-another-counter')
  expect(asking(bound)).toBe('ticket/bound-elsewhere')
  expect(asking(foreign)).toBe('ticket/not-served-here')
  expect(asking(gone)).toBe('ticket/unknown')
  expect(day.asks('ana', 'ticket:call', { counter: 'c1', ticket: away })).toMatchObject({
    details: { counter: 'c2' },
  })
})

test('a clerk may call one out of order, which is on record as such and counts as overtaking', () => {
  const day = staffedDay()
  const [first, second, third] = [day.issue(), day.issue('permits'), day.issue()]
  const { reason } = day.does('ana', 'ticket:call', { counter: 'c1', ticket: third })
  expect(reason).toEqual({ rule: 'by-hand' })
  expect(overtakes(day, [first, second])).toEqual([1, 0])
})

describe('the next of one service', () => {
  const ofService = (day: Day, service: string) =>
    day.does('ana', 'ticket:call-next', { counter: 'c1', service })

  test('is whose turn it is in that service, and a choice by hand that others are overtaken by', () => {
    const day = staffedDay()
    const first = day.issue()
    day.pass(1)
    const [second, third] = [day.issue('licences'), day.issue('licences')]
    expect(ofService(day, 'licences')).toMatchObject({ ticket: second, reason: { rule: 'by-hand' } })
    expect(overtakes(day, [first, third!])).toEqual([1, 0])
  })

  test('goes by the hall’s order inside the service', () => {
    const day = staffedDay()
    day.issue('licences')
    const byLaw = day.issue('licences', 'out-of-turn')
    expect(ofService(day, 'licences').ticket).toBe(byLaw)
  })

  test('is nobody where nobody waits for it, or the counter does not take it', () => {
    const day = staffedDay()
    const asking = (service: string) => day.refusal('ana', 'ticket:call-next', { counter: 'c1', service })
    day.issue()
    day.issue('permits')
    expect(asking('licences')).toBe('queue/empty')
    expect(asking('permits')).toBe('queue/empty')
    expect(asking('nope')).toBe('service/unknown')
  })

  test('is not who waits for another clerk by name', () => {
    const day = staffedDay()
    const bound = day.issue('licences')
    day.does('rita', 'ticket:bind', { ticket: bound, bound: { clerk: 'bob' } })
    const free = day.issue('licences')
    expect(ofService(day, 'licences').ticket).toBe(free)
  })
})

test('a fallback is called only when the first choice is empty, and counts each time it is passed over', () => {
  const day = staffedDay()
  const fallback = day.issue('addresses')
  day.pass(1)
  const [a, b] = [day.issue(), day.issue('licences')]
  expect([day.calls('ana', 'c1'), day.calls('bob', 'c2')]).toEqual([a, b])
  expect(day.ticket(fallback).overtaken.rule).toBe(2)
  day.does('ana', 'ticket:miss', { ticket: a })
  expect(day.calls('ana', 'c1')).toBe(fallback)
})

test('a counter that could not have taken an earlier ticket does not overtake it', () => {
  const day = staffedDay()
  const passport = day.issue()
  day.issue('permits')
  day.calls('cid', 'c3')
  expect(day.ticket(passport).overtaken).toEqual(notOvertaken)
})

test('overtakes start anew for one who goes to the end of the queue, and are kept with the old place', () => {
  const day = staffedDay()
  const [first, , third] = [day.issue(), day.issue(), day.issue()]
  day.does('bob', 'ticket:call', { counter: 'c2', ticket: third })
  expect(day.ticket(first).overtaken.byHand).toBe(1)
  expect(day.calls('ana', 'c1')).toBe(first)
  day.does('ana', 'ticket:return', { ticket: first, place: 'own' })
  expect(day.ticket(first).overtaken.byHand).toBe(1)
  expect(day.calls('ana', 'c1')).toBe(first)
  day.does('ana', 'ticket:return', { ticket: first, place: 'end' })
  expect(day.ticket(first).overtaken).toEqual(notOvertaken)
})

test('the clerk’s own profile goes before the counter’s', () => {
  const day = dayAt()
  const permit = day.issue('permits')
  day.issue()
  day.opens('ana', 'c1', 'homes')
  expect(day.calls('ana', 'c1')).toBe(permit)
  day.does('ana', 'ticket:miss', { ticket: permit })
  expect(day.refusal('ana', 'ticket:call-next', { counter: 'c1' })).toBe('queue/empty')
})

test('a ticket bound to a counter waits for whoever stands there, one bound to a clerk follows the clerk', () => {
  const day = staffedDay()
  const [toCounter, toClerk] = [day.issue(), day.issue()]
  day.does('ana', 'ticket:bind', { ticket: toCounter, bound: { counter: 'c3' } })
  day.does('ana', 'ticket:bind', { ticket: toClerk, bound: { clerk: 'cid' } })
  expect(day.refusal('ana', 'ticket:call-next', { counter: 'c1' })).toBe('queue/empty')
  for (const [clerk, counter] of [
    ['cid', 'c3'],
    ['bob', 'c2'],
  ] as const)
    day.does(clerk, 'shift:close', { counter })
  day.opens('bob', 'c3')
  day.opens('cid', 'c2')
  expect(day.calls('bob', 'c3')).toBe(toCounter)
  expect(day.calls('cid', 'c2')).toBe(toClerk)
})

test('a binding is taken off again, and none is made to a counter that the hall lacks', () => {
  const day = staffedDay()
  const ticket = day.issue()
  expect(day.refusal('ana', 'ticket:bind', { ticket, bound: { counter: 'c9' } })).toBe('counter/unknown')
  day.does('ana', 'ticket:bind', { ticket, bound: { counter: 'c3' } })
  day.does('ana', 'ticket:bind', { ticket, bound: null })
  expect(day.calls('ana', 'c1')).toBe(ticket)
})

test('one who is put aside or missed is skipped', () => {
  const day = staffedDay()
  const [aside, missed, third] = [day.issue(), day.issue(), day.issue()]
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:park', { ticket: aside, keptFor: 'clerk', minutes: null })
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:miss', { ticket: missed })
  expect(day.calls('ana', 'c1')).toBe(third)
})

test('a changed service moves the ticket to other counters, with its number and its place', () => {
  const day = staffedDay()
  const early = day.issue()
  day.pass(1)
  day.issue('permits')
  const before = day.ticket(early)
  expect(day.refusal('ana', 'ticket:change', { ticket: early, service: 'nope', class: null })).toBe(
    'service/unknown',
  )
  day.does('ana', 'ticket:change', { ticket: early, service: 'permits', class: 'priority' })
  expect(day.ticket(early)).toMatchObject({
    service: 'permits',
    class: 'priority',
    label: 'A001',
    since: before.since,
  })
  expect(day.calls('cid', 'c3')).toBe(early)
})

test('a ticket is called again as often as the hall allows, and then no more', () => {
  const day = staffedDay(hallOf({ rules: { ...hallOf().rules, recalls: 2 } }))
  const ticket = day.issue()
  day.calls('ana', 'c1')
  for (const minute of ['08:01', '08:02']) {
    day.at(minute)
    day.does('ana', 'ticket:recall', { ticket })
    expect(day.ticket(ticket)).toMatchObject({ lastCallAt: instant(`2026-03-02T${minute}`) })
  }
  expect(day.asks('ana', 'ticket:recall', { ticket })).toEqual({
    ok: false,
    code: 'ticket/recalls-used-up',
    details: { limit: 2 },
  })
  day.does('ana', 'ticket:return', { ticket, place: 'own' })
  day.calls('ana', 'c1')
  expect(day.refusal('ana', 'ticket:recall', { ticket })).toBeNull()
})

test('between two calls of a ticket the hall’s twenty seconds pass', () => {
  const day = staffedDay(hallOf({ rules: { ...hallOf().rules, recallSeconds: 20 } }))
  const ticket = day.issue()
  day.calls('ana', 'c1')
  for (let n = 0; n < 2; n += 1) {
    day.pass(0.1)
    expect(day.asks('ana', 'ticket:recall', { ticket })).toEqual({
      ok: false,
      code: 'ticket/recalled-too-soon',
      details: { seconds: 14 },
    })
    day.pass(14 / 60)
    day.does('ana', 'ticket:recall', { ticket })
  }
})

test('a ticket returned to the end stands behind everybody who waits by then', () => {
  const day = staffedDay()
  const first = day.issue()
  day.calls('ana', 'c1')
  day.pass(1)
  const second = day.issue()
  day.pass(1)
  day.does('ana', 'ticket:return', { ticket: first, place: 'end' })
  expect(day.calls('ana', 'c1')).toBe(second)
  expect(day.calls('bob', 'c2')).toBe(first)
})

test('a ticket returned to the end stands behind one that was given in the same millisecond', () => {
  const day = staffedDay()
  day.issue()
  const first = day.calls('ana', 'c1')
  day.pass(1)
  const second = day.issue()
  day.does('ana', 'ticket:return', { ticket: first, place: 'end' })
  expect(day.calls('ana', 'c1')).toBe(second)
})

test('a ticket returned to its own place goes before those who came later', () => {
  const day = staffedDay()
  const first = day.issue()
  day.calls('ana', 'c1')
  day.pass(1)
  day.issue()
  day.does('ana', 'ticket:return', { ticket: first, place: 'own' })
  expect(day.calls('bob', 'c2')).toBe(first)
})

function overtakes(day: Day, tickets: readonly string[]): number[] {
  return tickets.map((ticket) => day.ticket(ticket).overtaken.byHand)
}
