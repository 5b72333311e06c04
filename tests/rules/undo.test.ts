import { describe, expect, test } from 'vitest'
import type { CommandName } from '#shared/queue/command.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { staffedDay, type Day } from './day.ts'
import { lettersB, hallOf, without } from './hall-of.ts'

/** The steps of a ticket at Ana’s counter, and what has to go before each. */
const steps: readonly {
  step: CommandName
  after: readonly CommandName[]
  by?: 'bob'
  service?: string
}[] = [
  { step: 'ticket:call-next', after: [] },
  { step: 'ticket:call-next', after: [], service: 'licences' },
  { step: 'ticket:call', after: [] },
  { step: 'ticket:start', after: ['ticket:call'] },
  { step: 'ticket:pause', after: ['ticket:call', 'ticket:start'] },
  { step: 'ticket:resume', after: ['ticket:call', 'ticket:start', 'ticket:pause'] },
  { step: 'ticket:miss', after: ['ticket:call'] },
  { step: 'ticket:return', after: ['ticket:call'] },
  { step: 'ticket:return', after: ['ticket:call', 'ticket:start'] },
  { step: 'ticket:transfer', after: ['ticket:call'] },
  { step: 'ticket:transfer', after: ['ticket:call', 'ticket:start', 'ticket:pause'] },
  { step: 'ticket:next-leg', after: ['ticket:call', 'ticket:start'] },
  { step: 'ticket:park', after: ['ticket:call'] },
  { step: 'ticket:park', after: ['ticket:call', 'ticket:start'] },
  { step: 'ticket:take-up', after: ['ticket:call', 'ticket:park'] },
  { step: 'ticket:take-up', after: ['ticket:call', 'ticket:park'], by: 'bob' },
  { step: 'ticket:finish', after: ['ticket:call', 'ticket:start'] },
  { step: 'ticket:finish', after: ['ticket:call', 'ticket:start', 'ticket:pause'] },
  { step: 'ticket:cancel', after: ['ticket:call'] },
  { step: 'ticket:change', after: ['ticket:call'] },
  { step: 'ticket:change', after: ['ticket:call', 'ticket:start', 'ticket:pause'] },
]

test.each(steps)('$step after $after is taken back, and all is as before', ({ step, after, by, service }) => {
  const day = staffedDay()
  const [first, second] = [day.issue(), day.issue(service)]
  day.pass(1)
  const ticket = step === 'ticket:call-next' && !service ? first! : second!
  for (const command of after) {
    day.does('ana', command, fields(ticket) as never)
    day.pass(1)
  }
  const [clerk, counter] = by ? ([by, 'c2'] as const) : (['ana', 'c1'] as const)
  const before = lasting(day.hall)
  const own = step === 'ticket:call-next' ? { service: service ?? null } : {}
  day.does(clerk, step, { ...fields(ticket), counter, ...own } as never)
  day.pass(5)
  expect(day.does(clerk, 'step:undo', { counter })).toEqual({ ticket, label: day.ticket(ticket).label })
  expect(lasting(day.hall)).toEqual(before)
  expect(day.events.at(-1)!.type).toBe('step:undone')
  expect(day.refusal(clerk, 'step:undo', { counter })).toBe('undo/nothing')
})

test('an undone finish counts the time at the counter as if it had not been', () => {
  const day = staffedDay()
  const ticket = day.issue()
  run(day, ['ticket:call', 'ticket:start'], ticket)
  day.pass(3)
  run(day, ['ticket:finish'], ticket)
  day.pass(1)
  day.does('ana', 'step:undo', { counter: 'c1' })
  day.pass(1)
  run(day, ['ticket:finish'], ticket)
  expect(day.ticket(ticket).servedMs).toBe(5 * 60_000)
})

describe('the overtakes of a call that is taken back', () => {
  test('are taken back from those who wait, and stay from other calls', () => {
    const day = staffedDay()
    const [first, second, third, fourth] = [day.issue(), day.issue(), day.issue(), day.issue()]
    day.does('bob', 'ticket:call', { counter: 'c2', ticket: third! })
    day.does('ana', 'ticket:call', { counter: 'c1', ticket: fourth! })
    expect([first, second].map((id) => counted(day, id!))).toEqual([2, 2])
    day.does('ana', 'step:undo', { counter: 'c1' })
    expect([first, second].map((id) => counted(day, id!))).toEqual([1, 1])
  })

  test('are taken back from one who is called by now, even if that call is taken back later', () => {
    const day = staffedDay()
    const [first, second] = [day.issue(), day.issue()]
    day.does('ana', 'ticket:call', { counter: 'c1', ticket: second! })
    day.does('bob', 'ticket:call', { counter: 'c2', ticket: first! })
    day.does('ana', 'step:undo', { counter: 'c1' })
    day.does('bob', 'step:undo', { counter: 'c2' })
    expect([first, second].map((id) => counted(day, id!))).toEqual([0, 0])
  })

  test('are not taken from what one has suffered since going to the end of the queue', () => {
    const day = staffedDay()
    const [first, second] = [day.issue(), day.issue()]
    day.does('ana', 'ticket:call', { counter: 'c1', ticket: second! })
    day.does('bob', 'ticket:call', { counter: 'c2', ticket: first! })
    day.pass(1)
    day.does('bob', 'ticket:return', { ticket: first!, place: 'end' })
    day.pass(1)
    const late = day.issue()
    day.does('bob', 'ticket:call', { counter: 'c2', ticket: late })
    expect(counted(day, first!)).toBe(1)
    day.does('ana', 'step:undo', { counter: 'c1' })
    expect(counted(day, first!)).toBe(1)
  })
})

describe('it is too late to take back', () => {
  test('once the next visitor is called, but then the next call itself can be', () => {
    const day = staffedDay()
    const [first, second] = [day.issue(), day.issue()]
    run(day, ['ticket:call', 'ticket:start', 'ticket:finish'], first!)
    run(day, ['ticket:call'], second!)
    day.does('ana', 'step:undo', { counter: 'c1' })
    expect(day.ticket(second!).state).toBe('waiting')
    expect(day.ticket(first!).state).toBe('served')
    expect(day.refusal('ana', 'step:undo', { counter: 'c1' })).toBe('undo/nothing')
  })

  const since: readonly {
    what: string
    step: readonly CommandName[]
    then: (day: Day, ticket: string) => void
  }[] = [
    {
      what: 'a return, once another counter has called the ticket',
      step: ['ticket:call', 'ticket:return'],
      then: (day) => day.calls('bob', 'c2'),
    },
    {
      what: 'a transfer, once the ticket was changed at reception',
      step: ['ticket:call', 'ticket:transfer'],
      then: (day, ticket) => day.does('rita', 'ticket:change', { ticket, service: 'permits', class: null }),
    },
    {
      what: 'a miss, once the visitor has reported',
      step: ['ticket:call', 'ticket:miss'],
      then: (day, ticket) => day.does('rita', 'ticket:report', { ticket }),
    },
    {
      what: 'a miss, once the term is over',
      step: ['ticket:call', 'ticket:miss'],
      then: (day) => {
        day.pass(15)
        day.tick()
      },
    },
    {
      what: 'putting aside, once another has taken the visitor up',
      step: ['ticket:call', 'ticket:park'],
      then: (day, ticket) => day.does('bob', 'ticket:take-up', { counter: 'c2', ticket }),
    },
    {
      what: 'putting aside, once the term is over',
      step: ['ticket:call', 'ticket:park'],
      then: (day) => {
        day.pass(30)
        day.tick()
      },
    },
    {
      what: 'a call, once the visitor has given up the ticket',
      step: ['ticket:call'],
      then: (day, ticket) => day.does('phone', 'ticket:cancel', { ticket }),
    },
    {
      what: 'a return, once the visitor has given up the ticket',
      step: ['ticket:call', 'ticket:return'],
      then: (day, ticket) => day.does('phone', 'ticket:cancel', { ticket }),
    },
    {
      what: 'a finish, once the ticket was restored',
      step: ['ticket:call', 'ticket:start', 'ticket:finish'],
      then: (day, ticket) => day.does('rita', 'ticket:restore', { ticket, place: 'own' }),
    },
    {
      what: 'a finish, once the ticket was restored and given up',
      step: ['ticket:call', 'ticket:start', 'ticket:finish'],
      then: (day, ticket) => {
        day.does('rita', 'ticket:restore', { ticket, place: 'own' })
        day.does('phone', 'ticket:cancel', { ticket })
      },
    },
    {
      what: 'a finish, once the ticket was restored and served elsewhere',
      step: ['ticket:call', 'ticket:start', 'ticket:finish'],
      then: (day, ticket) => {
        day.does('rita', 'ticket:restore', { ticket, place: 'own' })
        day.calls('bob', 'c2')
        day.does('bob', 'ticket:start', { ticket })
        day.does('bob', 'ticket:finish', { ticket })
      },
    },
  ]
  test.each(since)('$what', ({ step, then }) => {
    const day = staffedDay()
    const ticket = day.issue()
    run(day, step, ticket)
    day.pass(1)
    then(day, ticket)
    expect(day.refusal('ana', 'step:undo', { counter: 'c1' })).toMatch(/^undo\//)
  })

  test('a finish, once its number was given to another', () => {
    const day = staffedDay(hallOf({ series: [{ id: 'a', letter: 'A', from: 1, to: 1 }, lettersB] }))
    const ticket = day.issue()
    run(day, ['ticket:call', 'ticket:start', 'ticket:finish'], ticket)
    day.pass(60)
    const heir = day.issue()
    expect(day.refusal('ana', 'step:undo', { counter: 'c1' })).toBe('ticket/label-taken')
    day.does('phone', 'ticket:cancel', { ticket: heir })
    expect(day.refusal('ana', 'step:undo', { counter: 'c1' })).toBeNull()
  })

  test('a finish, once the hall has given up the service', () => {
    const day = staffedDay()
    const ticket = day.issue('addresses')
    run(day, ['ticket:call', 'ticket:start', 'ticket:finish'], ticket)
    day.does('operator', 'hall:configure', { config: without('services', 'addresses') })
    expect(day.asks('ana', 'step:undo', { counter: 'c1' }).ok).toBe(false)
  })

  test('anything, at a counter that was closed and opened again', () => {
    const day = staffedDay()
    run(day, ['ticket:call', 'ticket:miss'], day.issue())
    day.does('ana', 'shift:close', { counter: 'c1' })
    day.opens('ana', 'c1')
    expect(day.refusal('ana', 'step:undo', { counter: 'c1' })).toBe('undo/nothing')
  })

  test('what would put a visitor in front of a paused counter, until it goes on', () => {
    const day = staffedDay()
    run(day, ['ticket:call', 'ticket:start', 'ticket:finish'], day.issue())
    day.does('ana', 'shift:pause', { counter: 'c1', reason: 'lunch' })
    expect(day.refusal('ana', 'step:undo', { counter: 'c1' })).toBe('shift/paused')
    day.does('ana', 'shift:resume', { counter: 'c1' })
    expect(day.refusal('ana', 'step:undo', { counter: 'c1' })).toBeNull()
  })
})

test('undo takes back the last step, not the one before it', () => {
  const day = staffedDay()
  const [gone, aside] = [day.issue(), day.issue()]
  run(day, ['ticket:call', 'ticket:park'], aside!)
  day.does('bob', 'ticket:call', { counter: 'c2', ticket: gone! })
  day.does('bob', 'ticket:cancel', { ticket: gone! })
  day.does('bob', 'ticket:take-up', { counter: 'c2', ticket: aside! })
  day.does('bob', 'step:undo', { counter: 'c2' })
  expect([day.ticket(gone!).state, day.ticket(aside!).state]).toEqual(['cancelled', 'parked'])
})

test('a step is taken back only by the clerk at that counter', () => {
  const day = staffedDay()
  run(day, ['ticket:call'], day.issue())
  expect(day.refusal('bob', 'step:undo', { counter: 'c1' })).toBe('shift/not-yours')
  expect(day.refusal('bob', 'step:undo', { counter: 'c2' })).toBe('undo/nothing')
  expect(day.refusal('bob', 'step:undo', { counter: 'c9' })).toBe('counter/unknown')
})

test('a counter that is taken over leaves nothing for the new clerk to take back', () => {
  const day = staffedDay()
  run(day, ['ticket:call', 'ticket:miss'], day.issue())
  day.does('bob', 'shift:close', { counter: 'c2' })
  day.does('bob', 'shift:open', { counter: 'c1', profile: null, takeOver: true })
  expect(day.refusal('bob', 'step:undo', { counter: 'c1' })).toBe('undo/nothing')
})

function counted(day: Day, ticket: string): number {
  return day.ticket(ticket).overtaken.byHand
}

/** All of a hall but what an undo rightly leaves behind: the count of events, and that the label was heard. */
function lasting(hall: Hall) {
  const tickets = [...hall.tickets.values()].map((ticket) => ({ ...ticket, changed: 0 }))
  tickets.sort((a, b) => a.order - b.order)
  return { ...hall, tickets, revision: 0, steps: null, calls: null }
}

function run(day: Day, commands: readonly CommandName[], ticket: string): void {
  for (const command of commands) day.does('ana', command, fields(ticket) as never)
}

function fields(ticket: string) {
  const move = { service: 'licences', bound: { counter: 'c3' }, note: '', place: 'end' }
  return { ticket, counter: 'c1', keptFor: 'anyone', minutes: null, class: null, ...move }
}
