import { describe, expect, test } from 'vitest'
import type { HallConfig } from '#shared/queue/config.ts'
import { emptyHall } from '#shared/queue/hall.ts'
import { dayAt, staffedDay } from './day.ts'
import { hallOf, hoursOf, office, service, without, withService } from './hall-of.ts'

describe('at the end of a day', () => {
  test('one at a counter was served, all others expire, and the counters close', () => {
    const day = staffedDay()
    const [served, called, aside, missed, waiting] = Array.from({ length: 5 }, () => day.issue()) as [
      string,
      string,
      string,
      string,
      string,
    ]
    day.calls('ana', 'c1')
    day.does('ana', 'ticket:start', { ticket: served })
    day.does('cid', 'ticket:bind', { ticket: aside, bound: { clerk: 'cid' } })
    day.calls('cid', 'c3')
    day.does('cid', 'ticket:park', { ticket: aside, keptFor: 'clerk', minutes: 600 })
    day.does('bob', 'ticket:call', { counter: 'c2', ticket: missed })
    day.does('bob', 'ticket:miss', { ticket: missed })
    day.calls('bob', 'c2')
    day.pass(5)
    day.does('clock', 'day:close', { date: day.hall.day!.date })
    const states = [served, called, aside, missed, waiting].map((id) => day.ticket(id).state)
    expect(states).toEqual(['served', 'expired', 'expired', 'expired', 'expired'])
    expect(day.ticket(called)).toMatchObject({ counter: 'c2', clerk: 'bob' })
    expect(day.ticket(served).servedMs).toBe(5 * 60_000)
    const { id, revision, config } = day.hall
    expect(day.hall).toEqual({ ...emptyHall(id), revision, config })
    expect(day.refusal('clock', 'day:close', { date: '2026-03-02' })).toBe('day/not-open')
    expect(day.refusal('ana', 'ticket:call-next', { counter: 'c1' })).toBe('shift/not-open')
  })

  test('one whose term was over before anybody looked was a no-show', () => {
    const day = staffedDay()
    const ticket = day.issue()
    day.calls('ana', 'c1')
    day.does('ana', 'ticket:miss', { ticket })
    day.at('2026-03-03T08:00')
    day.tick()
    const told = day.events.filter((event) => 'ticket' in event && event.ticket === ticket)
    expect(told.at(-1)!.type).toBe('ticket:lapsed')
  })

  test('nothing of the old day is in the new one', () => {
    const day = staffedDay()
    day.issue()
    day.calls('ana', 'c1')
    day.at('2026-03-03T08:00')
    expect(day.tick()).toEqual(['day:close', 'day:open'])
    const { tickets, shifts, steps, numbers, issued, calls } = day.hall
    expect([tickets.size, shifts.size, steps.size, numbers.size, issued.size, calls]).toEqual([
      0,
      0,
      0,
      0,
      0,
      null,
    ])
    expect(day.hall.day!.date).toBe('2026-03-03')
  })
})

test('a day is opened once, and only in a hall that is configured', () => {
  const day = dayAt()
  expect(day.asks('clock', 'day:open', { date: '2026-03-02' })).toEqual({
    ok: false,
    code: 'day/already-open',
    details: { date: '2026-03-02' },
  })
})

describe('a new configuration', () => {
  test('holds at once: hours, limits and letters of the day that is open', () => {
    const day = dayAt()
    const hours = hoursOf([['09:00', '10:00']])
    day.does('operator', 'hall:configure', { config: withService('permits', { hours, dailyLimit: 1 }) })
    const asking = (service: string) =>
      day.refusal('kiosk', 'ticket:issue', {
        service,
        class: 'ordinary',
        slot: null,
        language: 'lt',
        needs: [],
      })
    expect([asking('permits'), asking('passports')]).toEqual(['service/closed', null])
    day.does('operator', 'hall:configure', { config: hallOf({ hours: hoursOf([]) }) })
    expect(asking('passports')).toBe('hall/closed')
    day.does('operator', 'hall:configure', { config: hallOf({ hours: hoursOf(office) }) })
    expect(asking('permits')).toBeNull()
  })

  const stands: readonly { what: string; config: HallConfig }[] = [
    { what: 'service passports (ticket A001)', config: without('services', 'passports') },
    { what: 'series a (ticket A001)', config: without('series', 'a') },
    { what: 'counter c1', config: without('counters', 'c1') },
    { what: 'profile homes (counter c1)', config: without('profiles', 'homes') },
  ]
  test.each(stands)(
    'that lacks what somebody stands on is refused, and it names the $what',
    ({ what, config }) => {
      const day = dayAt()
      const ticket = day.issue()
      day.opens('ana', 'c1', 'homes')
      expect(day.asks('operator', 'hall:configure', { config })).toEqual({
        ok: false,
        code: 'hall/in-use',
        details: { what },
      })
      day.does('phone', 'ticket:cancel', { ticket })
      day.does('ana', 'shift:close', { counter: 'c1' })
      expect(day.refusal('operator', 'hall:configure', { config })).toBeNull()
    },
  )

  test('that lacks the counter for which a visitor waits by name is refused', () => {
    const day = staffedDay()
    const ticket = day.issue()
    day.does('cid', 'ticket:bind', { ticket, bound: { counter: 'c3' } })
    day.does('cid', 'shift:close', { counter: 'c3' })
    expect(day.refusal('operator', 'hall:configure', { config: without('counters', 'c3') })).toBe(
      'hall/in-use',
    )
  })

  test('may lack what nobody uses any more, and what is added can be used', () => {
    const day = staffedDay()
    const config = without('services', 'permits')
    day.does('operator', 'hall:configure', {
      config: { ...config, services: [...config.services, service('parking', 'b')] },
    })
    expect(day.ticket(day.issue('parking')).label).toBe('B501')
  })

  test('of a hall without an open day is kept for the next', () => {
    const day = dayAt()
    day.does('clock', 'day:close', { date: day.hall.day!.date })
    day.does('operator', 'hall:configure', { config: hallOf({ hours: hoursOf([]) }) })
    expect(day.hall.day).toBeNull()
    day.tick()
    expect(day.hall.day!.open).toEqual([])
  })
})
