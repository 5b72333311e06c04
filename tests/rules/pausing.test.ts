import { expect, test } from 'vitest'
import { pauseReasons } from '#shared/queue/command.ts'
import { nextDue } from '#shared/queue/due.ts'
import { Day, dayAt, staffedDay } from './day.ts'
import { hallOf } from './hall-of.ts'

const issuing = (service: string) =>
  ({ service, class: 'ordinary', slot: null, language: 'lt', needs: [] }) as const

test.each(pauseReasons)(
  'a service paused for reason %s refuses tickets with it, and the others go on',
  (reason) => {
    const day = dayAt()
    day.does('sue', 'service:pause', { service: 'permits', reason, until: null })
    expect(day.asks('kiosk', 'ticket:issue', issuing('permits'))).toEqual({
      ok: false,
      code: 'service/paused',
      details: { reason },
    })
    expect(day.refusal('kiosk', 'ticket:issue', issuing('addresses'))).toBeNull()
    day.does('sue', 'service:resume', { service: 'permits' })
    expect(day.refusal('kiosk', 'ticket:issue', issuing('permits'))).toBeNull()
  },
)

test('those who wait already are served, and others may be sent on to it', () => {
  const day = staffedDay()
  const waiting = day.issue('permits')
  const other = day.issue('passports')
  day.does('sue', 'service:pause', { service: 'permits', reason: 'staff', until: null })
  expect(day.calls('cid', 'c3')).toBe(waiting)
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:transfer', { ticket: other, service: 'permits', bound: null, note: '' })
  expect(day.ticket(other)).toMatchObject({ state: 'waiting', service: 'permits' })
})

test('paused again for the same reason nothing happens, for another it is that one', () => {
  const day = dayAt()
  day.does('sue', 'service:pause', { service: 'permits', reason: 'staff', until: null })
  const events = day.events.length
  day.does('sue', 'service:pause', { service: 'permits', reason: 'staff', until: null })
  expect(day.events).toHaveLength(events)
  day.does('sue', 'service:pause', { service: 'permits', reason: 'technical', until: null })
  expect(day.hall.paused.get('permits')).toEqual({ reason: 'technical', until: null })
})

test('resuming what is not paused is no fault', () => {
  const day = dayAt()
  const events = day.events.length
  day.does('sue', 'service:resume', { service: 'permits' })
  expect(day.events).toHaveLength(events)
})

test.each([
  ['service:pause', { service: 'nope', reason: 'staff', until: null } as const],
  ['service:resume', { service: 'nope' } as const],
] as const)('%s of a service that the hall has not is refused', (name, fields) => {
  expect(dayAt().refusal('sue', name, fields as never)).toBe('service/unknown')
})

test('a pause needs an open day, and ends with it', () => {
  const closed = new Day(Date.parse('2026-03-02T08:00Z'))
  closed.does('operator', 'hall:configure', { config: hallOf() })
  expect(closed.refusal('sue', 'service:pause', { service: 'permits', reason: 'staff', until: null })).toBe(
    'day/not-open',
  )

  const day = dayAt()
  day.does('sue', 'service:pause', { service: 'permits', reason: 'staff', until: null })
  day.at('2026-03-03T08:00')
  day.tick()
  expect(day.refusal('kiosk', 'ticket:issue', issuing('permits'))).toBeNull()
})

test('a pause with an end ends by itself, and until then gives no tickets', () => {
  const day = dayAt()
  const until = day.now + 30 * 60_000
  day.does('sue', 'service:pause', { service: 'permits', reason: 'staff', until })
  expect(nextDue(day.hall)).toBe(until)
  day.pass(29)
  expect(day.tick()).toEqual([])
  expect(day.refusal('kiosk', 'ticket:issue', issuing('permits'))).toBe('service/paused')
  day.pass(1)
  expect(day.tick()).toEqual(['service:resume'])
  expect(day.refusal('kiosk', 'ticket:issue', issuing('permits'))).toBeNull()
})

test('another end takes the place of the one before, and one that has passed is refused', () => {
  const day = dayAt()
  const pause = { service: 'permits', reason: 'staff' } as const
  day.does('sue', 'service:pause', { ...pause, until: day.now + 60_000 })
  day.does('sue', 'service:pause', { ...pause, until: null })
  expect(day.hall.paused.get('permits')).toEqual({ reason: 'staff', until: null })
  expect(day.refusal('sue', 'service:pause', { ...pause, until: day.now })).toBe('time/past')
})
