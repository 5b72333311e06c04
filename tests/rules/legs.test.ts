import { describe, expect, test } from 'vitest'
import { notOvertaken, servedMsAt, waitedMs, type Place } from '#shared/queue/ticket.ts'
import { staffedDay, type Day } from './day.ts'

const minutes = (ms: number) => ms / 60_000

describe('waiting', () => {
  test('ends at the first call, however often the ticket is called again', () => {
    const day = staffedDay()
    const ticket = day.issue()
    day.pass(4)
    day.calls('ana', 'c1')
    const calledAt = day.now
    for (let again = 0; again < 3; again++) {
      day.pass(1)
      day.does('ana', 'ticket:recall', { ticket })
    }
    day.does('ana', 'ticket:start', { ticket })
    day.pass(9)
    day.does('ana', 'ticket:finish', { ticket })
    expect(day.ticket(ticket)).toMatchObject({ calledAt, startedAt: calledAt + 3 * 60_000 })
    expect(minutes(waitedMs(day.ticket(ticket), day.now))).toBe(4)
  })

  test('ends at the first call of a leg even if the ticket went back into the queue', () => {
    const day = staffedDay()
    const ticket = day.issue()
    day.pass(4)
    day.calls('ana', 'c1')
    const calledAt = day.now
    day.does('ana', 'ticket:return', { ticket, place: 'end' })
    day.pass(6)
    day.calls('bob', 'c2')
    expect(day.ticket(ticket)).toMatchObject({ calledAt, lastCallAt: day.now, recalls: 0 })
  })

  test('goes on while nobody has called', () => {
    const day = staffedDay()
    const ticket = day.issue()
    day.pass(11)
    expect(minutes(waitedMs(day.ticket(ticket), day.now))).toBe(11)
  })
})

describe('serving', () => {
  test('adds up its parts: pauses do not count', () => {
    const day = staffedDay()
    const ticket = serve(day, day.issue())
    day.pass(3)
    day.does('ana', 'ticket:pause', { ticket })
    day.pass(10)
    day.does('ana', 'ticket:resume', { ticket })
    day.pass(2)
    expect(minutes(servedMsAt(day.ticket(ticket), day.now))).toBe(5)
    day.does('ana', 'ticket:finish', { ticket })
    expect(minutes(day.ticket(ticket).servedMs)).toBe(5)
  })

  test('goes on in the same leg when its service is corrected', () => {
    const day = staffedDay()
    const ticket = serve(day, day.issue())
    day.pass(3)
    day.does('ana', 'ticket:change', { ticket, service: 'licences', class: null })
    day.pass(2)
    day.does('ana', 'ticket:finish', { ticket })
    expect(day.ticket(ticket)).toMatchObject({ leg: 1, service: 'licences', earlier: [], class: 'ordinary' })
    expect(minutes(day.ticket(ticket).servedMs)).toBe(5)
  })

  test('ends with what came of it, and with how many of the service were done', () => {
    const day = staffedDay()
    const ticket = serve(day, day.issue())
    day.does('ana', 'ticket:finish', { ticket, result: 'papers-missing', quantity: 4 })
    expect(day.ticket(ticket)).toMatchObject({ state: 'served', result: 'papers-missing', quantity: 4 })
  })

  test('was done, once, for who still is at a counter when the day ends', () => {
    const day = staffedDay()
    const [served, waits] = [serve(day, day.issue()), day.issue()]
    day.does('clock', 'day:close', { date: day.hall.day!.date })
    expect(day.ticket(served)).toMatchObject({ state: 'served', result: 'done', quantity: 1 })
    expect(day.ticket(waits!)).toMatchObject({ state: 'expired', result: null, quantity: null })
  })

  test('ends with the pause when a paused visitor is finished', () => {
    const day = staffedDay()
    const ticket = serve(day, day.issue())
    day.pass(3)
    day.does('ana', 'ticket:pause', { ticket })
    day.pass(10)
    day.does('ana', 'ticket:finish', { ticket })
    expect(minutes(day.ticket(ticket).servedMs)).toBe(3)
  })

  test('adds up over being put aside, while another is served and has a waiting time of its own', () => {
    const day = staffedDay()
    const [first, second] = [day.issue(), day.issue()]
    serve(day, first!)
    day.pass(2)
    day.does('ana', 'ticket:park', { ticket: first!, keptFor: 'clerk', minutes: null })
    serve(day, second!)
    day.pass(6)
    day.does('ana', 'ticket:finish', { ticket: second! })
    day.does('ana', 'ticket:take-up', { counter: 'c1', ticket: first! })
    day.pass(5)
    day.does('ana', 'ticket:finish', { ticket: first! })
    const told = [first!, second!].map((id) => day.ticket(id))
    expect(told.map((ticket) => minutes(waitedMs(ticket, day.now)))).toEqual([0, 2])
    expect(told.map((ticket) => minutes(ticket.servedMs))).toEqual([7, 6])
  })

  test('adds up over a return into the queue and another counter', () => {
    const day = staffedDay()
    const ticket = serve(day, day.issue())
    const startedAt = day.now
    day.pass(2)
    day.does('ana', 'ticket:return', { ticket, place: 'own' })
    day.pass(20)
    day.calls('bob', 'c2')
    day.pass(1)
    day.does('bob', 'ticket:start', { ticket })
    day.pass(4)
    day.does('bob', 'ticket:finish', { ticket })
    expect(day.ticket(ticket)).toMatchObject({ startedAt, counter: 'c2', clerk: 'bob', earlier: [] })
    expect(minutes(day.ticket(ticket).servedMs)).toBe(6)
  })

  test('begins with the taking up for one who was put aside before it began', () => {
    const day = staffedDay()
    const ticket = day.issue()
    day.calls('ana', 'c1')
    day.does('ana', 'ticket:park', { ticket, keptFor: 'anyone', minutes: null })
    day.pass(7)
    day.does('bob', 'ticket:take-up', { counter: 'c2', ticket })
    expect(day.ticket(ticket)).toMatchObject({ startedAt: day.now, servedMs: 0 })
    day.pass(3)
    expect(minutes(servedMsAt(day.ticket(ticket), day.now))).toBe(3)
  })
})

describe('the next leg', () => {
  test('starts with the minutes waited so far, not with those served, and keeps the number', () => {
    const day = staffedDay()
    const ticket = day.issue()
    day.pass(10)
    serve(day, ticket)
    day.pass(25)
    day.does('ana', 'ticket:next-leg', { ticket, service: 'permits', note: '' })
    const after = day.ticket(ticket)
    expect(after).toMatchObject({
      state: 'waiting',
      leg: 2,
      service: 'permits',
      label: 'A001',
      queuedAt: day.now,
    })
    expect(after).toMatchObject({ calledAt: null, startedAt: null, servedMs: 0, overtaken: notOvertaken })
    expect(minutes(day.now - after.since)).toBe(10)
  })

  test('goes before those who came while the visitor was waiting, and behind those who were there before', () => {
    const day = staffedDay()
    const early = day.issue('permits')
    day.pass(1)
    const moved = day.issue()
    day.pass(5)
    const late = day.issue('permits')
    serve(day, moved)
    day.does('ana', 'ticket:next-leg', { ticket: moved, service: 'permits', note: '' })
    for (const expected of [early, moved, late]) {
      expect(day.calls('cid', 'c3')).toBe(expected)
      day.does('cid', 'ticket:miss', { ticket: expected })
    }
  })

  test('keeps what was, leg by leg, and adds up the waits of all', () => {
    const day = staffedDay()
    const ticket = day.issue()
    day.pass(10)
    serve(day, ticket)
    day.pass(3)
    day.does('ana', 'ticket:next-leg', { ticket, service: 'permits', note: '' })
    day.pass(5)
    day.calls('cid', 'c3')
    day.pass(1)
    day.does('cid', 'ticket:transfer', { ticket, service: 'licences', bound: { counter: 'c2' }, note: '' })
    const after = day.ticket(ticket)
    expect(minutes(day.now - after.since)).toBe(15)
    expect(after).toMatchObject({ leg: 3, bound: { counter: 'c2' } })
    expect(after.earlier).toMatchObject([
      { leg: 1, service: 'passports', servedMs: 180_000, counter: 'c1', clerk: 'ana', outcome: 'served' },
      { leg: 2, service: 'permits', startedAt: null, servedMs: 0, counter: 'c3', outcome: 'transferred' },
    ])
  })

  test('finishes with both services on record and nothing left open', () => {
    const day = staffedDay()
    const ticket = serve(day, day.issue())
    day.does('ana', 'ticket:next-leg', { ticket, service: 'addresses', note: '' })
    day.calls('ana', 'c1')
    day.does('ana', 'ticket:start', { ticket })
    day.does('ana', 'ticket:finish', { ticket })
    expect(day.hall.tickets.size).toBe(0)
    expect(day.ticket(ticket)).toMatchObject({ state: 'served', leg: 2, service: 'addresses' })
    expect(day.ticket(ticket).earlier.map(({ service }) => service)).toEqual(['passports'])
  })

  test('is refused to a service or a counter that the hall lacks, and the ticket stays where it is', () => {
    const day = staffedDay()
    const ticket = serve(day, day.issue())
    const to = { ticket, note: '', bound: null }
    expect(day.refusal('ana', 'ticket:next-leg', { ...to, service: 'nope' })).toBe('service/unknown')
    expect(day.refusal('ana', 'ticket:transfer', { ...to, service: 'nope' })).toBe('service/unknown')
    const away = { ...to, service: 'permits', bound: { counter: 'c9' } }
    expect(day.refusal('ana', 'ticket:transfer', away)).toBe('counter/unknown')
    expect(day.ticket(ticket).state).toBe('serving')
  })

  test('to a clerk by name waits for that clerk alone', () => {
    const day = staffedDay()
    const ticket = serve(day, day.issue())
    day.does('ana', 'ticket:transfer', { ticket, service: 'passports', bound: { clerk: 'cid' }, note: 'vip' })
    expect(day.refusal('bob', 'ticket:call-next', { counter: 'c2' })).toBe('queue/empty')
    expect(day.calls('cid', 'c3')).toBe(ticket)
    expect(JSON.stringify(day.events)).not.toContain('vip')
  })
})

describe('a transfer names the place in the queue', () => {
  const sentOn = (place?: Place) => {
    const day = staffedDay()
    const early = day.issue('permits')
    const ticket = day.issue()
    day.pass(10)
    serve(day, ticket)
    const later = day.issue('permits')
    day.pass(3)
    day.does('ana', 'ticket:transfer', {
      ticket,
      service: 'permits',
      bound: null,
      note: '',
      ...(place && { place }),
    })
    day.pass(1)
    const order = [0, 1, 2].map(() => {
      const called = day.calls('cid', 'c3')
      day.does('cid', 'ticket:cancel', { ticket: called })
      return called
    })
    return {
      day,
      names: order.map((id) => ({ [early]: 'early', [ticket]: 'sent on', [later]: 'later' })[id]),
    }
  }

  test('and keeps the time waited if it names none', () => {
    expect(sentOn().names).toEqual(['early', 'sent on', 'later'])
    expect(sentOn('own').names).toEqual(['early', 'sent on', 'later'])
  })

  test('or stands behind everybody, as if it had come just now', () => {
    const { day, names } = sentOn('end')
    expect(names).toEqual(['early', 'later', 'sent on'])
    expect(day.events.find(({ type }) => type === 'ticket:transferred')).toMatchObject({ place: 'end' })
  })

  test('whatever was waited stays on record', () => {
    const day = staffedDay()
    const ticket = day.issue()
    day.pass(10)
    serve(day, ticket)
    day.does('ana', 'ticket:transfer', { ticket, service: 'permits', bound: null, note: '', place: 'end' })
    expect(day.ticket(ticket).since).toBe(day.now)
    expect(day.ticket(ticket).earlier.map((leg) => minutes(waitedMs(leg, leg.endedAt)))).toEqual([10])
  })
})

function serve(day: Day, ticket: string): string {
  day.does('ana', 'ticket:call', { counter: 'c1', ticket })
  day.does('ana', 'ticket:start', { ticket })
  return ticket
}
