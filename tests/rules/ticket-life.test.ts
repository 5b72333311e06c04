import { describe, expect, test } from 'vitest'
import type { CommandName } from '#shared/queue/command.ts'
import { staffedDay, type Day } from './day.ts'

/**
 * What Ana, at counter 1, may ask of a ticket in each state, and what becomes of it. `there` is Bob's counter.
 * `-` the state does not allow it, `!` it is at another counter, `busy` Ana has a visitor, `?` there is no such ticket.
 */
const table = `
                  waiting    called     called-there  serving  serving-there  paused   parked     missed   ended    expired  unknown
ticket:call       called     busy       !             busy     !              busy     -          -        ?        ?        ?
ticket:recall     -          called     !             -        !              -        -          -        ?        ?        ?
ticket:start      -          serving    !             -        !              -        -          -        ?        ?        ?
ticket:pause      -          -          !             paused   !              -        -          -        ?        ?        ?
ticket:resume     -          -          !             -        !              serving  -          -        ?        ?        ?
ticket:miss       -          missed     !             -        !              -        -          -        ?        ?        ?
ticket:report     -          -          -             -        -              -        -          waiting  ?        ?        ?
ticket:return     -          waiting    !             waiting  !              waiting  waiting    -        ?        ?        ?
ticket:transfer   -          waiting    !             waiting  !              waiting  -          -        ?        ?        ?
ticket:park       -          parked     !             parked   !              parked   -          -        ?        ?        ?
ticket:take-up    -          busy       !             busy     !              busy     serving    -        ?        ?        ?
ticket:next-leg   -          -          !             waiting  !              waiting  -          -        ?        ?        ?
ticket:change     waiting    called     !             serving  !              paused   waiting    -        ?        ?        ?
ticket:bind       waiting    -          -             -        -              -        -          -        ?        ?        ?
ticket:finish     -          -          !             served   !              served   -          -        ?        ?        ?
ticket:cancel     cancelled  cancelled  cancelled     -        -              -        cancelled  -        ?        ?        ?
ticket:lapse      -          -          -             -        -              -        -          not-due  ?        ?        ?
ticket:restore    -          -          -             -        -              -        -          -        waiting  ?        ?
`
const codes: Readonly<Record<string, string>> = {
  '-': 'ticket/wrong-state',
  '!': 'ticket/at-another-counter',
  '?': 'ticket/unknown',
  busy: 'counter/busy',
  'not-due': 'ticket/not-due',
}

/** How a ticket gets into each column's state. */
const ways: Readonly<Record<string, (day: Day) => string>> = {
  waiting: (day) => day.issue(),
  called: (day) => called(day, 'ana', 'c1'),
  'called-there': (day) => called(day, 'bob', 'c2'),
  serving: (day) => serving(day, 'ana', 'c1'),
  'serving-there': (day) => serving(day, 'bob', 'c2'),
  paused: (day) => then(day, 'ticket:pause', serving(day, 'ana', 'c1')),
  parked: (day) => then(day, 'ticket:park', called(day, 'ana', 'c1')),
  missed: (day) => then(day, 'ticket:miss', called(day, 'ana', 'c1')),
  ended: (day) => then(day, 'ticket:finish', serving(day, 'ana', 'c1')),
  cancelled: (day) => then(day, 'ticket:cancel', day.issue()),
  'no-show': (day) => {
    const ticket = then(day, 'ticket:miss', called(day, 'ana', 'c1'))
    day.pass(15)
    day.tick()
    return ticket
  },
  expired: (day) => {
    const ticket = day.issue()
    day.at('2026-03-03T08:00')
    day.tick()
    day.opens('ana', 'c1')
    return ticket
  },
  unknown: () => 'nobody',
}

const [head, ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const cells = rows.flatMap(([command, ...row]) =>
  row.map((cell, column) => ({ command: command as CommandName, state: head![column]!, cell })),
)

describe('asked by the clerk at the counter', () => {
  test.each(cells)('$command of a ticket that is $state: $cell', ({ command, state, cell }) => {
    const day = staffedDay()
    expect(outcome(day, command, ways[state]!(day))).toBe(codes[cell] ?? cell)
  })
})

describe('of a ticket that has ended', () => {
  const endings = rows.flatMap(([command]) => ['cancelled', 'no-show'].map((state) => ({ command, state })))
  test.each(endings)('$command of one that is $state is as of one that was served', ({ command, state }) => {
    const day = staffedDay()
    const expected = command === 'ticket:restore' ? 'waiting' : 'ticket/unknown'
    expect(outcome(day, command as CommandName, ways[state]!(day))).toBe(expected)
  })
})

test('a command that only a clerk gives is refused from a phone, a kiosk and the clock', () => {
  const day = staffedDay()
  const ticket = called(day, 'ana', 'c1')
  for (const by of ['phone', 'kiosk', 'clock']) {
    for (const command of [
      'ticket:start',
      'ticket:miss',
      'ticket:recall',
      'ticket:park',
      'ticket:return',
    ] as const) {
      expect(day.refusal(by, command, fields(ticket) as never)).toBe('ticket/at-another-counter')
    }
    expect(day.refusal(by, 'ticket:call-next', { counter: 'c1' })).toBe('shift/not-yours')
  }
})

test('a visitor gives up a ticket that waits, is called or is put aside, and it is gone from the hall', () => {
  for (const state of ['waiting', 'called', 'parked']) {
    const day = staffedDay()
    const ticket = ways[state]!(day)
    day.does('phone', 'ticket:cancel', { ticket })
    expect(day.hall.tickets.size).toBe(0)
    expect(day.ticket(ticket).state).toBe('cancelled')
    expect(day.refusal('ana', 'ticket:call-next', { counter: 'c1' })).toBe('queue/empty')
  }
})

/** The ticket's state after a command, or the code of the refusal. */
function outcome(day: Day, command: CommandName, ticket: string): string {
  const decision = day.tries('ana', command, fields(ticket) as never)
  if (!decision.ok) return decision.code
  const after = day.ticket(ticket)
  return after.state === 'serving' && after.paused ? 'paused' : after.state
}

/** More than any one command needs: each takes its own. */
function fields(ticket: string) {
  const move = { service: 'licences', class: null, bound: null, note: '', place: 'own' }
  return { ticket, counter: 'c1', keptFor: 'anyone', minutes: null, ...move }
}

function called(day: Day, clerk: string, counter: string): string {
  const ticket = day.issue()
  day.does(clerk, 'ticket:call', { counter, ticket })
  return ticket
}

function serving(day: Day, clerk: string, counter: string): string {
  const ticket = called(day, clerk, counter)
  day.does(clerk, 'ticket:start', { ticket })
  return ticket
}

function then(day: Day, command: CommandName, ticket: string): string {
  day.does('ana', command, fields(ticket) as never)
  return ticket
}
