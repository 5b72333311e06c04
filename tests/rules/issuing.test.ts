import { describe, expect, test } from 'vitest'
import { notOvertaken } from '#shared/queue/ticket.ts'
import { Day, dayAt, staffedDay } from './day.ts'
import { hallOf, hoursOf, office, withService } from './hall-of.ts'

test('a new ticket waits from the moment of issue, and its number is told', () => {
  const day = dayAt('2026-03-02T08:05')
  const answer = day.does('kiosk', 'ticket:issue', {
    service: 'passports',
    class: 'priority',
    slot: null,
    language: 'en',
    needs: ['mobility'],
  })
  expect(answer).toEqual({ ticket: expect.any(String), label: 'A001' })
  expect(day.ticket(answer.ticket!)).toMatchObject({
    state: 'waiting',
    service: 'passports',
    class: 'priority',
    leg: 1,
    issuedAt: day.now,
    queuedAt: day.now,
    since: day.now,
    calledAt: null,
    overtaken: notOvertaken,
  })
})

test('neither language nor needs of a visitor are in the events', () => {
  const day = dayAt()
  day.does('kiosk', 'ticket:issue', {
    service: 'passports',
    class: 'ordinary',
    slot: null,
    language: 'uk',
    needs: ['hearing'],
  })
  const event = JSON.stringify(day.events.at(-1))
  expect(event).not.toContain('hearing')
  expect(event).not.toContain('"uk"')
})

test('many presses at once give as many different numbers', () => {
  const day = dayAt()
  const tickets = Array.from({ length: 400 }, () => day.issue())
  const labels = tickets.map((ticket) => day.ticket(ticket).label)
  expect(new Set(labels).size).toBe(400)
  expect([labels[0], labels.at(-1)]).toEqual(['A001', 'A400'])
})

test('a hall without a configuration or an open day gives no ticket', () => {
  const day = new Day(Date.parse('2026-03-02T08:00Z'))
  expect(issuing(day)).toBe('service/unknown')
  expect(day.refusal('clock', 'day:open', { date: '2026-03-02' })).toBe('hall/not-configured')
  day.does('operator', 'hall:configure', { config: hallOf() })
  expect(issuing(day)).toBe('day/not-open')
  expect(issuing(day, 'nope')).toBe('service/unknown')
})

test.each([
  ['07:59', 'hall/closed'],
  ['08:00', null],
  ['16:59', null],
  ['17:00', 'hall/closed'],
])('at %s on a day from eight to five the kiosk hears %s', (time, code) => {
  const day = dayAt()
  day.at(time)
  expect(issuing(day)).toBe(code)
})

test('each hall opens by its own clock', () => {
  const open = ['Europe/Vilnius', 'UTC', 'America/Sao_Paulo'].map((timeZone) => {
    const day = dayAt('2026-03-02T08:00', hallOf({ timeZone }))
    day.now = Date.parse('2026-03-02T10:30Z')
    return issuing(day)
  })
  expect(open).toEqual([null, null, 'hall/closed'])
})

test('a ticket given just after midnight belongs to the hall’s new date, wherever UTC is', () => {
  const always = hoursOf([['00:00', '24:00']], [['00:00', '24:00']])
  const day = dayAt('2026-03-02T23:59', hallOf({ hours: always }))
  day.issue()
  day.at('2026-03-03T00:00')
  expect(day.tick()).toEqual(['day:close', 'day:open'])
  expect(day.hall.day!.date).toBe('2026-03-03')
  expect(day.ticket(day.issue()).label).toBe('A001')
})

test('a service with narrower hours is closed outside them, while the others go on', () => {
  const day = dayAt('2026-03-02T09:59', withService('permits', { hours: hoursOf([['10:00', '12:00']]) }))
  expect([issuing(day, 'permits'), issuing(day, 'passports')]).toEqual(['service/closed', null])
  day.at('10:00')
  expect(issuing(day, 'permits')).toBeNull()
  day.at('12:00')
  expect(issuing(day, 'permits')).toBe('service/closed')
})

test('a service that names longer hours than the hall’s does not open the hall', () => {
  const day = dayAt('2026-03-02T18:00', withService('permits', { hours: hoursOf([['08:00', '20:00']]) }))
  expect(issuing(day, 'permits')).toBe('hall/closed')
})

test('an exception closes the hall on its date', () => {
  const hours = { ...hoursOf(office), exceptions: { '2026-03-11': [] } }
  expect(issuing(dayAt('2026-03-11T10:00', hallOf({ hours })))).toBe('hall/closed')
  expect(issuing(dayAt('2026-03-12T10:00', hallOf({ hours })))).toBeNull()
})

test('of two who press for the last ticket of a service one gets it, the other hears that it is full', () => {
  const day = dayAt('2026-03-02T08:00', withService('permits', { dailyLimit: 2 }))
  day.issue('permits')
  expect(issuing(day, 'permits')).toBeNull()
  const last = day.issue('permits')
  expect(issuing(day, 'permits')).toBe('service/full')
  expect(issuing(day, 'addresses')).toBeNull()
  day.does('phone', 'ticket:cancel', { ticket: last })
  expect(issuing(day, 'permits')).toBe('service/full')
})

test('the limit of a service counts anew each day, and does not stop a visitor who is sent on to it', () => {
  const day = staffedDay(withService('permits', { dailyLimit: 1 }))
  day.issue('permits')
  const ticket = day.issue()
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:transfer', { ticket, service: 'permits', bound: null, note: '' })
  expect(issuing(day, 'permits')).toBe('service/full')
  day.at('2026-03-03T08:00')
  day.tick()
  expect(issuing(day, 'permits')).toBeNull()
})

test('a limit of none gives no ticket at all', () => {
  expect(issuing(dayAt('2026-03-02T08:00', withService('permits', { dailyLimit: 0 })), 'permits')).toBe(
    'service/full',
  )
})

function issuing(day: Day, service = 'passports') {
  return day.refusal('kiosk', 'ticket:issue', {
    service,
    class: 'ordinary',
    slot: null,
    language: 'lt',
    needs: [],
  })
}

describe('who stands at a counter without a number', () => {
  const comes = (day: Day, service: string, by = 'ana', counter = 'c1') =>
    day.tries(by, 'ticket:issue', {
      service,
      class: 'ordinary',
      slot: null,
      language: 'lt',
      needs: [],
      counter,
    })

  test('is given one and called there at once, by the clerk’s choice, before those who wait', () => {
    const day = staffedDay()
    const first = day.issue()
    day.pass(1)
    const decision = comes(day, 'licences')
    expect(decision).toMatchObject({ ok: true, answer: { label: 'A002', reason: { rule: 'by-hand' } } })
    expect(day.events.slice(-2).map(({ type }) => type)).toEqual(['ticket:issued', 'ticket:called'])
    expect(day.ticket(first).overtaken).toEqual({ ...notOvertaken, byHand: 1 })
  })

  test('and is taken back to the queue if that call is undone', () => {
    const day = staffedDay()
    comes(day, 'licences')
    const { ticket } = day.does('ana', 'step:undo', { counter: 'c1' })
    expect(day.ticket(ticket!)).toMatchObject({ state: 'waiting', label: 'A001' })
  })

  test('gets none where the counter has a visitor, does not take the service, or is not the sender’s', () => {
    const day = staffedDay()
    const before = day.hall
    expect(comes(day, 'permits')).toMatchObject({ code: 'ticket/not-served-here' })
    expect(comes(day, 'licences', 'ana', 'c2')).toMatchObject({ code: 'shift/not-yours' })
    expect(comes(day, 'licences', 'kiosk')).toMatchObject({ code: 'shift/not-yours' })
    expect(day.hall).toBe(before)
    comes(day, 'licences')
    expect(comes(day, 'licences')).toMatchObject({ code: 'counter/busy' })
  })
})
