import { describe, expect, test } from 'vitest'
import { dueCommands, nextDue } from '#shared/queue/due.ts'
import { emptyHall } from '#shared/queue/hall.ts'
import type { KeptFor } from '#shared/queue/ticket.ts'
import { instant, staffedDay, type Day } from './day.ts'

describe('one who was missed', () => {
  test('and reports within the term has the old place the first time, the end of the queue the next', () => {
    const day = staffedDay()
    const ticket = day.issue()
    day.pass(1)
    const other = day.issue('permits')
    const { since } = day.ticket(ticket)

    miss(day, ticket)
    day.pass(14)
    day.does('ana', 'ticket:report', { ticket })
    expect(day.ticket(ticket)).toMatchObject({ state: 'waiting', since, reports: 1 })

    miss(day, ticket)
    day.pass(14)
    day.does('ana', 'ticket:report', { ticket })
    expect(day.ticket(ticket)).toMatchObject({ state: 'waiting', since: day.now, reports: 2 })
    expect(day.ticket(other).since).toBeLessThan(day.now)
  })

  test('is a no-show when the term ends, not a moment before', () => {
    const day = staffedDay()
    const ticket = day.issue()
    miss(day, ticket)
    const until = day.now + 15 * 60_000
    expect(day.ticket(ticket)).toMatchObject({ until })
    day.now = until - 1
    expect(day.refusal('clock', 'ticket:lapse', { ticket })).toBe('ticket/not-due')
    expect(day.tick()).toEqual([])
    day.now = until
    expect(day.tick()).toEqual(['ticket:lapse'])
    expect(day.ticket(ticket)).toMatchObject({ state: 'no-show', endedAt: until, counter: 'c1' })
    expect(day.refusal('ana', 'ticket:report', { ticket })).toBe('ticket/unknown')
  })

  test('keeps no old place by reporting after the term, even if the clock has not looked yet', () => {
    const day = staffedDay()
    const ticket = day.issue()
    const { since } = day.ticket(ticket)
    miss(day, ticket)
    day.pass(60)
    day.tries('ana', 'ticket:report', { ticket })
    const kept = day.ticket(ticket).state === 'waiting' && day.ticket(ticket).since === since
    expect(kept).toBe(false)
  })

  test('leaves the counter free for the next one at once', () => {
    const day = staffedDay()
    const [first, second] = [day.issue(), day.issue()]
    miss(day, first!)
    expect(day.calls('ana', 'c1')).toBe(second)
  })
})

describe('one who was put aside', () => {
  test('returns to the old place when the term ends, not a moment before', () => {
    const day = staffedDay()
    const ticket = day.issue()
    const { since } = day.ticket(ticket)
    park(day, ticket, 'clerk', null)
    day.pass(1)
    day.issue('permits')
    day.pass(28)
    expect(day.tick()).toEqual([])
    expect(day.refusal('clock', 'ticket:return', { ticket, place: 'own' })).toBe('ticket/not-due')
    day.pass(1)
    expect(day.tick()).toEqual(['ticket:return'])
    expect(day.ticket(ticket)).toMatchObject({ state: 'waiting', since })
    expect(day.calls('bob', 'c2')).toBe(ticket)
  })

  test('stays as long as the clerk said, if the clerk said so', () => {
    const day = staffedDay()
    const ticket = day.issue()
    park(day, ticket, 'clerk', 5)
    expect(nextDue(day.hall)).toBe(day.now + 5 * 60_000)
  })

  test.each<{ keptFor: KeptFor; by: 'ana' | 'bob' | 'cid'; counter: string; code: string | null }>([
    { keptFor: 'clerk', by: 'ana', counter: 'c1', code: null },
    { keptFor: 'clerk', by: 'bob', counter: 'c2', code: 'ticket/kept-for-another' },
    { keptFor: 'counter', by: 'bob', counter: 'c2', code: 'ticket/kept-for-another' },
    { keptFor: 'counter', by: 'ana', counter: 'c1', code: null },
    { keptFor: 'anyone', by: 'bob', counter: 'c2', code: null },
    { keptFor: 'anyone', by: 'cid', counter: 'c3', code: null },
  ])('for the $keptFor and taken up by $by at $counter: $code', ({ keptFor, by, counter, code }) => {
    const day = staffedDay()
    const ticket = day.issue()
    park(day, ticket, keptFor, null)
    expect(day.refusal(by, 'ticket:take-up', { counter, ticket })).toBe(code)
  })

  test('for the clerk is taken up by that clerk at another counter, and not by the next clerk at this one', () => {
    const day = staffedDay()
    const [mine, place] = [day.issue(), day.issue()]
    park(day, mine, 'clerk', null)
    park(day, place, 'counter', null)
    day.does('ana', 'shift:close', { counter: 'c1' })
    day.does('bob', 'shift:close', { counter: 'c2' })
    day.opens('ana', 'c2')
    day.opens('bob', 'c1')
    expect(day.refusal('bob', 'ticket:take-up', { counter: 'c1', ticket: mine })).toBe(
      'ticket/kept-for-another',
    )
    expect(day.refusal('ana', 'ticket:take-up', { counter: 'c2', ticket: place })).toBe(
      'ticket/kept-for-another',
    )
    day.does('bob', 'ticket:take-up', { counter: 'c1', ticket: place })
    day.does('ana', 'ticket:take-up', { counter: 'c2', ticket: mine })
    expect(day.ticket(mine)).toMatchObject({ state: 'serving', counter: 'c2', clerk: 'ana' })
  })

  test('is taken up only by a counter without a visitor, and once', () => {
    const day = staffedDay()
    const [aside] = [day.issue(), day.issue()]
    park(day, aside!, 'anyone', null)
    day.calls('bob', 'c2')
    expect(day.refusal('bob', 'ticket:take-up', { counter: 'c2', ticket: aside! })).toBe('counter/busy')
    day.does('cid', 'ticket:take-up', { counter: 'c3', ticket: aside! })
    expect(day.asks('ana', 'ticket:take-up', { counter: 'c1', ticket: aside! })).toMatchObject({
      code: 'ticket/at-another-counter',
      details: { counter: 'c3' },
    })
  })

  test('is returned by staff before the term, to the place they choose', () => {
    const day = staffedDay()
    const ticket = day.issue()
    park(day, ticket, 'clerk', null)
    day.pass(3)
    day.does('rita', 'ticket:return', { ticket, place: 'end' })
    expect(day.ticket(ticket)).toMatchObject({ state: 'waiting', since: day.now })
  })
})

describe('the hall’s clock', () => {
  test('carries out every term that is over, and then nothing is due', () => {
    const day = staffedDay()
    const [first, second, third] = [day.issue(), day.issue(), day.issue()]
    miss(day, first!)
    park(day, second!, 'anyone', 10)
    park(day, third!, 'anyone', 40)
    day.pass(20)
    expect(day.tick().sort()).toEqual(['ticket:lapse', 'ticket:return'])
    expect(day.tick()).toEqual([])
    expect(nextDue(day.hall)).toBe(day.now + 20 * 60_000)
  })

  test('looks next at the first term, and at the hall’s midnight when there is none', () => {
    const day = staffedDay()
    expect(nextDue(day.hall)).toBe(instant('2026-03-03T00:00'))
    const [first, second] = [day.issue(), day.issue()]
    park(day, first!, 'anyone', 40)
    miss(day, second!)
    expect(nextDue(day.hall)).toBe(day.now + 15 * 60_000)
  })

  test('opens a day where none is open, and has nothing to do in a hall without a configuration', () => {
    const day = staffedDay()
    day.does('clock', 'day:close', { date: day.hall.day!.date })
    expect(nextDue(day.hall)).toBeLessThanOrEqual(day.now)
    expect(dueCommands(day.hall, day.now)).toEqual([{ type: 'day:open', date: '2026-03-02' }])
    expect(dueCommands(emptyHall('bare'), day.now)).toEqual([])
    expect(nextDue(emptyHall('bare'))).toBeNull()
  })

  test('changes the day at the hall’s midnight, whether that day had 23 hours, 24 or 25', () => {
    for (const date of ['2026-03-28', '2026-03-29', '2026-10-25']) {
      const day = staffedDay()
      day.at(`${date}T00:00`)
      day.tick()
      const midnight = nextDue(day.hall)!
      day.now = midnight - 1
      expect(day.tick()).toEqual([])
      day.now = midnight
      expect(day.tick()).toEqual(['day:close', 'day:open'])
      expect(day.hall.day!.date > date).toBe(true)
    }
  })

  test('that is set back over midnight does not open the old day again', () => {
    const day = staffedDay()
    day.at('2026-03-03T00:00')
    day.tick()
    day.now -= 1
    expect(day.tick()).toEqual([])
    expect(day.hall.day!.date).toBe('2026-03-03')
  })
})

function miss(day: Day, ticket: string): void {
  day.does('ana', 'ticket:call', { counter: 'c1', ticket })
  day.does('ana', 'ticket:miss', { ticket })
}

function park(day: Day, ticket: string, keptFor: KeptFor, minutes: number | null): void {
  day.does('ana', 'ticket:call', { counter: 'c1', ticket })
  day.does('ana', 'ticket:park', { ticket, keptFor, minutes })
}
