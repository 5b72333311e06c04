import { expect, test } from 'vitest'
import { dayAt, staffedDay, type Day } from './day.ts'

test('a clerk stands at one counter at most, and a counter has one clerk', () => {
  const day = dayAt()
  day.opens('ana', 'c1')
  expect(opening(day, 'ana', 'c1')).toBe('shift/already-open')
  expect(day.asks('ana', 'shift:open', { counter: 'c2', profile: null, takeOver: true })).toEqual({
    ok: false,
    code: 'shift/elsewhere',
    details: { counter: 'c1' },
  })
  expect(opening(day, 'bob', 'c1')).toBe('shift/counter-taken')
  day.does('ana', 'shift:close', { counter: 'c1' })
  expect(opening(day, 'ana', 'c2')).toBeNull()
})

test('a counter, a profile and a day have to be there for a shift to open', () => {
  const day = dayAt()
  expect(opening(day, 'ana', 'c9')).toBe('counter/unknown')
  expect(day.refusal('ana', 'shift:open', { counter: 'c1', profile: 'nope', takeOver: false })).toBe(
    'profile/unknown',
  )
  day.does('clock', 'day:close', { date: day.hall.day!.date })
  expect(opening(day, 'ana', 'c1')).toBe('day/not-open')
})

test('a counter that its clerk forgot is taken over, but never from under a visitor', () => {
  const day = staffedDay()
  day.does('cid', 'shift:close', { counter: 'c3' })
  day.issue()
  const ticket = day.calls('ana', 'c1')
  const takeOver = { counter: 'c1', profile: null, takeOver: true }
  expect(day.refusal('cid', 'shift:open', takeOver)).toBe('counter/busy')
  day.does('ana', 'ticket:miss', { ticket })
  day.does('cid', 'shift:open', takeOver)
  expect(day.hall.shifts.get('c1')!.clerk).toBe('cid')
  expect(day.refusal('ana', 'ticket:call-next', { counter: 'c1' })).toBe('shift/not-yours')
  expect(opening(day, 'ana', 'c3')).toBeNull()
})

test('a counter without a clerk calls nobody, and nobody calls from the counter of another', () => {
  const day = dayAt()
  const ticket = day.issue()
  expect(day.refusal('ana', 'ticket:call-next', { counter: 'c1' })).toBe('shift/not-open')
  day.opens('ana', 'c1')
  day.opens('bob', 'c2')
  expect(day.refusal('ana', 'ticket:call-next', { counter: 'c2' })).toBe('shift/not-yours')
  expect(day.refusal('ana', 'ticket:call-next', { counter: 'c9' })).toBe('counter/unknown')
  expect(day.hall.tickets.get(ticket)!.state).toBe('waiting')
})

test('a paused counter neither calls nor takes up until it goes on', () => {
  const day = staffedDay()
  day.issue()
  const aside = day.calls('ana', 'c1')
  day.does('ana', 'ticket:park', { ticket: aside, keptFor: 'anyone', minutes: null })
  const waiting = day.issue()

  day.does('ana', 'shift:pause', { counter: 'c1', reason: 'lunch' })
  expect(day.hall.shifts.get('c1')!.pause).toEqual({ reason: 'lunch', since: day.now, until: null })
  expect(day.refusal('ana', 'shift:pause', { counter: 'c1', reason: 'lunch' })).toBe('shift/paused')
  expect(day.refusal('ana', 'ticket:call-next', { counter: 'c1' })).toBe('shift/paused')
  expect(day.refusal('ana', 'ticket:call', { counter: 'c1', ticket: waiting })).toBe('shift/paused')
  expect(day.refusal('ana', 'ticket:take-up', { counter: 'c1', ticket: aside })).toBe('shift/paused')

  day.does('ana', 'shift:resume', { counter: 'c1' })
  expect(day.refusal('ana', 'shift:resume', { counter: 'c1' })).toBe('shift/not-paused')
  expect(day.calls('ana', 'c1')).toBe(waiting)
})

test('a counter with a visitor is neither paused nor closed', () => {
  const day = staffedDay()
  day.issue()
  const ticket = day.calls('ana', 'c1')
  for (const command of [null, 'ticket:start', 'ticket:pause'] as const) {
    if (command) day.does('ana', command, { ticket })
    expect(day.refusal('ana', 'shift:pause', { counter: 'c1', reason: 'lunch' })).toBe('counter/busy')
    expect(day.refusal('ana', 'shift:close', { counter: 'c1' })).toBe('counter/busy')
  }
})

test('only the clerk who opened a counter pauses, resumes or closes it', () => {
  const day = staffedDay()
  day.does('ana', 'shift:pause', { counter: 'c1', reason: 'lunch' })
  expect(day.refusal('bob', 'shift:resume', { counter: 'c1' })).toBe('shift/not-yours')
  expect(day.refusal('bob', 'shift:close', { counter: 'c1' })).toBe('shift/not-yours')
  expect(day.refusal('bob', 'shift:pause', { counter: 'c1', reason: 'lunch' })).toBe('shift/not-yours')
  day.does('ana', 'shift:close', { counter: 'c1' })
  expect(day.refusal('ana', 'shift:close', { counter: 'c1' })).toBe('shift/not-open')
})

function opening(day: Day, clerk: string, counter: string) {
  return day.refusal(clerk, 'shift:open', { counter, profile: null, takeOver: false })
}

test('a pause says when the clerk means to be back, or nothing, and ends only when the clerk says so', () => {
  const day = staffedDay()
  day.does('ana', 'shift:pause', { counter: 'c1', reason: 'lunch', minutes: 30 })
  day.does('bob', 'shift:pause', { counter: 'c2', reason: 'break' })
  const pauseOf = (counter: string) => day.hall.shifts.get(counter)!.pause
  expect(pauseOf('c1')).toEqual({ reason: 'lunch', since: day.now, until: day.now + 30 * 60_000 })
  expect(pauseOf('c2')).toMatchObject({ until: null })
  day.pass(31)
  expect(day.tick()).toEqual([])
  expect(pauseOf('c1')).not.toBeNull()
})
