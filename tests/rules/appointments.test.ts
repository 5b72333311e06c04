import { expect, test } from 'vitest'
import type { OrderSettings } from '#shared/queue/order.ts'
import { standardOrder } from '#shared/queue/order.ts'
import type { TicketClass } from '#shared/queue/ticket.ts'
import { instant, staffedDay, type Day } from './day.ts'
import { hallOf } from './hall-of.ts'

const at = (time: string) => instant(`2026-03-02T${time}`)

test('the waiting of one who checks in early begins at the appointment’s time', () => {
  const day = morning()
  const early = checksIn(day, '09:00')
  expect(day.ticket(early)).toMatchObject({
    class: 'appointment',
    slot: at('09:00'),
    issuedAt: at('08:50'),
    queuedAt: at('09:00'),
    since: at('09:00'),
  })
  const walkIn = day.issue()
  expect(day.calls('ana', 'c1')).toBe(walkIn)
  const { reason } = day.does('bob', 'ticket:call-next', { counter: 'c2' })
  expect(reason).toEqual({ rule: 'appointment', slot: at('09:00'), early: true })
})

test('one called early has waited nothing, also in the legs that follow', () => {
  const day = morning()
  const early = checksIn(day, '09:00')
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:start', { ticket: early })
  day.pass(2)
  day.does('ana', 'ticket:next-leg', { ticket: early, service: 'permits', note: '' })
  expect(day.ticket(early)).toMatchObject({ leg: 2, since: day.now, queuedAt: day.now })
})

test('from half of the ten minutes after its time an appointment goes before those who came earlier', () => {
  const day = morning()
  const [first, second, third] = [day.issue(), day.issue(), day.issue()]
  const booked = checksIn(day, '08:55')
  day.at('08:59')
  expect(day.calls('ana', 'c1')).toBe(first)
  day.at('09:00')
  const { ticket, reason } = day.does('bob', 'ticket:call-next', { counter: 'c2' })
  expect([ticket, reason]).toEqual([booked, { rule: 'appointment', slot: at('08:55'), early: false }])
  expect([second, third].map((id) => day.ticket(id!).overtaken.rule)).toEqual([1, 1])
})

test('one who comes late keeps the class for a quarter of an hour, and joins as anybody else after it', () => {
  const day = morning()
  expect(day.ticket(checksIn(day, '08:35'))).toMatchObject({ class: 'appointment', since: at('08:50') })
  expect(day.ticket(checksIn(day, '08:34'))).toMatchObject({
    class: 'ordinary',
    slot: at('08:34'),
    since: at('08:50'),
  })
})

test('whoever gives a ticket is told that the appointment came too late', () => {
  const day = morning()
  const asked = (time: string) => ({ ...visitor, class: 'appointment', slot: at(time) }) as const
  expect(day.does('rita', 'ticket:issue', asked('08:34'))).toMatchObject({ class: 'ordinary' })
  expect(day.does('rita', 'ticket:issue', asked('08:35'))).not.toHaveProperty('class')
})

test('without a time an appointment is one of now', () => {
  const day = morning()
  expect(day.ticket(checksIn(day, null))).toMatchObject({ class: 'appointment', slot: at('08:50') })
})

test('an appointment of another day is refused, and its day is told; so is a time for who has none', () => {
  const day = morning()
  for (const date of ['2026-03-01', '2026-03-03']) {
    const slot = instant(`${date}T09:00`)
    expect(day.asks('rita', 'ticket:issue', { ...visitor, class: 'appointment', slot })).toEqual({
      ok: false,
      code: 'appointment/another-day',
      details: { date },
    })
  }
  const asked = { ...visitor, class: 'ordinary', slot: day.now } as const
  expect(day.refusal('rita', 'ticket:issue', asked)).toBe('ticket/not-appointment')
})

const visitor = { service: 'passports', language: 'lt', needs: [] } as const

/** Ten to nine, with all counters free. */
function morning(changes: Partial<OrderSettings> = {}): Day {
  const day = staffedDay(hallOf({ order: { ...standardOrder, ...changes } }))
  day.at('08:50')
  return day
}

function checksIn(day: Day, time: string | null, ticketClass: TicketClass = 'appointment'): string {
  const slot = time === null ? null : at(time)
  return day.does('rita', 'ticket:issue', { ...visitor, class: ticketClass, slot }).ticket!
}
