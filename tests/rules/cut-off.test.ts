import { expect, test } from 'vitest'
import { lastTickets } from '#shared/queue/cut-off.ts'
import type { Forecast } from '#shared/queue/forecast.ts'
import { lateness } from '#shared/queue/lateness.ts'
import type { LivingTicket } from '#shared/queue/ticket.ts'
import { instant, staffedDay, type Day } from './day.ts'
import { hallOf, hoursOf, wholeDay, withService } from './hall-of.ts'

const minute = 60_000
const at = (time: string) => instant(`2026-03-02T${time}`)
const ask = { service: 'passports', class: 'ordinary', slot: null, language: 'lt', needs: [] } as const

test('what the kiosk shows is what the ticket promises, and what its visitor is answered', () => {
  const day = foreseen('10:00', 12)
  const promised = { low: 10, high: 15 }
  const answer = day.does('kiosk', 'ticket:issue', ask)
  expect(answer).toMatchObject({ promised })
  expect(day.ticket(answer.ticket!)).toMatchObject({ promised })
  const other = day.does('kiosk', 'ticket:issue', { ...ask, service: 'permits' })
  expect(other).not.toHaveProperty('promised')
  expect(day.ticket(other.ticket!)).toMatchObject({ promised: null })
})

test('nothing is promised by a forecast that is older than a minute', () => {
  const day = foreseen('10:00', 12)
  day.pass(1.1)
  expect(day.ticket(day.issue())).toMatchObject({ promised: null })
})

test('a service gives no more tickets when who takes one would not be served by closing', () => {
  expect(refusal(foreseen('16:29', 20))).toBeNull()
  expect(refusal(foreseen('16:30', 20))).toBe('service/cut-off')
})

test('the last hour of its tickets is spoken of, with about how many are left', () => {
  const last = (day: Day) => lastTickets(day.hall, day.hall.config!.services[0]!, day.forecast, day.now)
  expect(last(foreseen('15:29', 20))).toBeNull()
  expect(last(foreseen('15:30', 20))).toEqual({ until: at('16:30'), left: 12 })
  expect(last(foreseen('16:21', 21))).toEqual({ until: at('16:25'), left: 1 })
  expect(last(foreseen('16:28', 21))).toEqual({ until: at('16:30'), left: 1 })
  expect(last(foreseen('16:41', 20))).toEqual({ until: at('16:40'), left: 0 })
})

test('a supervisor lifts it for the day, and twice is the same as once', () => {
  const day = foreseen('16:40', 20)
  day.does('sue', 'service:lift-cut-off', { service: 'passports' })
  expect(day.asks('sue', 'service:lift-cut-off', { service: 'passports' })).toMatchObject({
    ok: true,
    events: [],
  })
  expect(refusal(day)).toBeNull()
  expect(day.refusal('sue', 'service:lift-cut-off', { service: 'nope' })).toBe('service/unknown')
  day.at('2026-03-03T00:00')
  day.tick()
  expect(day.hall.cutOffLifted.size).toBe(0)
})

test.each([
  ['the hall does not want it', foreseenIn({ rules: { ...hallOf().rules, cutOff: false } })],
  ['the hall never closes', foreseenIn({ hours: hoursOf(wholeDay, wholeDay) })],
])('nobody is cut off where %s', (_, day) => {
  expect(refusal(day)).toBeNull()
})

test('nobody is cut off where nothing is foreseen', () => {
  const day = foreseen('16:40', 20)
  day.forecast = null
  expect(refusal(day)).toBeNull()
})

test('who goes ahead or has a time is not cut off by the queue of the others, and promised nothing of theirs', () => {
  const day = foreseen('16:40', 20)
  for (const ticketClass of ['priority', 'out-of-turn', 'appointment'] as const) {
    const asked = { ...ask, class: ticketClass, slot: ticketClass === 'appointment' ? at('16:45') : null }
    const { ticket } = day.does('rita', 'ticket:issue', asked)
    expect(day.ticket(ticket!)).toMatchObject({ class: ticketClass, promised: null })
  }
})

test('a lunch break is no closing, nor is the end of a service’s own hours', () => {
  const lunch = hoursOf([
    ['08:00', '12:00'],
    ['13:00', '17:00'],
  ])
  expect(refusal(foreseen('11:50', 40, staffedDay(hallOf({ hours: lunch }))))).toBeNull()
  const short = withService('passports', { hours: hoursOf([['08:00', '12:00']]) })
  expect(refusal(foreseen('11:50', 40, staffedDay(short)))).toBeNull()
})

test('nobody is cut off hours before closing: counters may open that nobody foresees', () => {
  expect(refusal(foreseen('08:05', 600))).toBeNull()
  expect(refusal(foreseen('13:59', 600))).toBeNull()
  expect(refusal(foreseen('14:00', 600))).toBe('service/cut-off')
})

test('a promise is settled by the first call, and gone for who goes to the end of the queue', () => {
  const day = foreseen('10:00', 12)
  const ticket = day.issue()
  day.pass(1)
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:miss', { ticket })
  day.pass(10)
  day.does('rita', 'ticket:report', { ticket })
  day.pass(10)
  expect(lateness(day.hall, day.ticket(ticket) as LivingTicket, null, day.now)).toBeNull()
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:return', { ticket, place: 'end' })
  expect(day.ticket(ticket)).toMatchObject({ promised: null })
})

test('a promise is late when it will more likely than not be broken, and why is said if it is known', () => {
  const day = foreseen('10:00', 12)
  const ticket = day.issue()
  const late = (mid: number) => {
    const expected = { low: 0, mid: at('10:00') + mid * minute, high: Infinity }
    day.forecast = { ...day.forecast!, tickets: new Map([[ticket, expected]]) }
    return lateness(day.hall, day.ticket(ticket) as LivingTicket, day.forecast, day.now)
  }
  expect(late(15)).toBeNull()
  expect(late(15.1)).toEqual({ promised: at('10:15'), why: null })
  day.does('ana', 'shift:pause', { counter: 'c1', reason: 'lunch' })
  expect(late(16)).toEqual({ promised: at('10:15'), why: 'counters' })
  day.does('sue', 'service:pause', { service: 'passports', reason: 'technical', until: null })
  expect(late(16)).toEqual({ promised: at('10:15'), why: 'technical' })
  day.forecast = null
  day.pass(16)
  expect(lateness(day.hall, day.ticket(ticket) as LivingTicket, null, day.now)).not.toBeNull()
})

function refusal(day: Day) {
  return day.refusal('kiosk', 'ticket:issue', ask)
}

/** A hall at a time, in which passports take so many minutes of waiting, and ten of serving. */
function foreseen(time: string, minutes: number, day: Day = staffedDay()): Day {
  day.at(time)
  const wait = { low: (minutes - 2) * minute, mid: minutes * minute, high: (minutes + 2) * minute }
  const promised = { low: 10, high: 15 }
  const newcomer = { ...wait, promised, visitMs: 10 * minute, gapMs: 5 * minute }
  day.forecast = {
    at: day.now,
    tickets: new Map(),
    services: new Map([['passports', newcomer]]),
  } satisfies Forecast
  return day
}

function foreseenIn(changes: Parameters<typeof hallOf>[0]): Day {
  return foreseen('16:40', 20, staffedDay(hallOf(changes)))
}
