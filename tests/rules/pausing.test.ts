import { expect, test } from 'vitest'
import { pauseReasons } from '#shared/queue/command.ts'
import { Day, dayAt, staffedDay } from './day.ts'
import { hallOf } from './hall-of.ts'

const issuing = (service: string) =>
  ({ service, class: 'ordinary', slot: null, language: 'lt', needs: [] }) as const

test.each(pauseReasons)(
  'a service paused for reason %s refuses tickets with it, and the others go on',
  (reason) => {
    const day = dayAt()
    day.does('sue', 'service:pause', { service: 'permits', reason })
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
  day.does('sue', 'service:pause', { service: 'permits', reason: 'staff' })
  expect(day.calls('cid', 'c3')).toBe(waiting)
  day.calls('ana', 'c1')
  day.does('ana', 'ticket:transfer', { ticket: other, service: 'permits', bound: null, note: '' })
  expect(day.ticket(other)).toMatchObject({ state: 'waiting', service: 'permits' })
})

test('paused again for the same reason nothing happens, for another it is that one', () => {
  const day = dayAt()
  day.does('sue', 'service:pause', { service: 'permits', reason: 'staff' })
  const events = day.events.length
  day.does('sue', 'service:pause', { service: 'permits', reason: 'staff' })
  expect(day.events).toHaveLength(events)
  day.does('sue', 'service:pause', { service: 'permits', reason: 'technical' })
  expect(day.hall.paused.get('permits')).toBe('technical')
})

test('resuming what is not paused is no fault', () => {
  const day = dayAt()
  const events = day.events.length
  day.does('sue', 'service:resume', { service: 'permits' })
  expect(day.events).toHaveLength(events)
})

test.each([
  ['service:pause', { service: 'nope', reason: 'staff' } as const],
  ['service:resume', { service: 'nope' } as const],
] as const)('%s of a service that the hall has not is refused', (name, fields) => {
  expect(dayAt().refusal('sue', name, fields as never)).toBe('service/unknown')
})

test('a pause needs an open day, and ends with it', () => {
  const closed = new Day(Date.parse('2026-03-02T08:00Z'))
  closed.does('operator', 'hall:configure', { config: hallOf() })
  expect(closed.refusal('sue', 'service:pause', { service: 'permits', reason: 'staff' })).toBe('day/not-open')

  const day = dayAt()
  day.does('sue', 'service:pause', { service: 'permits', reason: 'staff' })
  day.at('2026-03-03T08:00')
  day.tick()
  expect(day.refusal('kiosk', 'ticket:issue', issuing('permits'))).toBeNull()
})
