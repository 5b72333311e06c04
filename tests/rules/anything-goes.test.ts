import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { decide } from '#shared/queue/decide.ts'
import type { Command } from '#shared/queue/command.ts'
import type { Decision } from '#shared/queue/decision.ts'
import { dueCommands, nextDue } from '#shared/queue/due.ts'
import { evolve } from '#shared/queue/evolve.ts'
import { copyHall, emptyHall, type Hall } from '#shared/queue/hall.ts'
import { isAtCounter, servedMsAt } from '#shared/queue/ticket.ts'
import { commandOf, tinyHall, wishes, type Wish } from './any-command.ts'
import { dayAt, type Day } from './day.ts'

// Finding the smallest failing day may take long; a run that passes takes a second or two.
vi.setConfig({ testTimeout: 120_000 })

test('whatever is asked, and by whomever, the hall stays sound', () => {
  always(({ day }) => {
    const { tickets, shifts, config } = day.hall
    const living = [...tickets.values()]
    const there = living.filter(isAtCounter)
    expect(distinct(there.map(({ counter }) => counter))).toBe(there.length)
    expect(distinct(living.map(({ label }) => label))).toBe(living.length)
    expect(distinct([...shifts.values()].map(({ clerk }) => clerk))).toBe(shifts.size)
    for (const { counter, clerk } of there) {
      expect(shifts.get(counter)?.clerk).toBe(clerk)
      expect(shifts.get(counter)?.pause).toBeNull()
    }
    for (const { overtaken, servedMs, since, number, service } of living) {
      expect(Math.min(...Object.values(overtaken), servedMs, day.now - since)).toBeGreaterThanOrEqual(0)
      expect(number >= 1 && number <= 5).toBe(true)
      expect(config!.services.some(({ id }) => id === service)).toBe(true)
    }
  })
})

test('no ticket is lost: each one given is living or has ended, and never both', () => {
  always(({ day, given }) => {
    for (const id of given) {
      const places = [day.hall.tickets, day.ended, day.past].filter((place) => place.has(id))
      expect(places.length).toBe(1)
    }
    expect(day.hall.tickets.size + day.ended.size + day.past.size).toBe(given.length)
  })
})

test('a visit is in one leg at a time: each begins where the one before it ended, and nobody is served longer than it lasts', () => {
  always(({ day }) => {
    for (const ticket of [...day.hall.tickets.values(), ...day.ended.values()]) {
      const endedAt = 'endedAt' in ticket ? ticket.endedAt : day.now
      const legs = [...ticket.earlier, { ...ticket, servedMs: servedMsAt(ticket, day.now), endedAt }]
      expect(legs.map(({ leg }) => leg)).toEqual(legs.map((_, index) => index + 1))
      expect(legs.slice(1).map(({ queuedAt }) => queuedAt)).toEqual(ticket.earlier.map((leg) => leg.endedAt))
      for (const leg of legs)
        expect(leg.servedMs).toBeLessThanOrEqual(leg.endedAt - (leg.startedAt ?? leg.endedAt))
    }
  })
})

test('neither a refusal nor what is done to a copy changes the hall', () => {
  always(({ day, before, look, decision }) => {
    expect(picture(before)).toBe(look)
    if (!decision.ok) expect(day.hall).toBe(before)
  })
})

test('no ticket is given for a paused service, and a new day begins with none paused, no profile set and nobody asking for help', () => {
  always(({ day, before, command, decision }) => {
    if (!decision.ok) return
    if (command.type === 'ticket:issue') expect(before.paused.has(command.service)).toBe(false)
    if (decision.events.some(({ type }) => type === 'day:opened'))
      expect([day.hall.paused.size, day.hall.profiles.size, day.hall.assistance.size]).toEqual([0, 0, 0])
  })
})

test('a step that is taken back leaves nothing behind', () => {
  always(({ day, before, command, by, decision }) => {
    const counter = decision.ok ? counterOf(command, before, by) : null
    if (counter === null) return
    const undoing = decide(day.hall, { type: 'step:undo', counter }, day.context(by, {}))
    expect(undoing).toMatchObject({ ok: true })
    const after = copyHall(day.hall)
    if (undoing.ok) for (const event of undoing.events) evolve(after, event)
    expect(lasting(after)).toBe(lasting(before))
  })
})

test('what is taken back is the last thing that happened to its ticket, by the same clerk', () => {
  always(({ day, by, decision }) => {
    const undone = decision.ok ? decision.events[0] : undefined
    if (undone?.type !== 'step:undone') return
    const its = day.events.filter((event) => 'ticket' in event && event.ticket === undone.ticket)
    expect(its.at(-2)!.by).toEqual({ kind: 'staff', id: by })
  })
})

test('the clock looks in time, and when it has looked nothing is due', () => {
  always(({ day }) => {
    const next = nextDue(day.hall)!
    const due = dueCommands(day.hall, day.now)
    expect(due.length > 0).toBe(next <= day.now)
    if (next > day.now) {
      expect(dueCommands(day.hall, next - 1)).toEqual([])
      expect(dueCommands(day.hall, next)).not.toEqual([])
      return
    }
    const later = copyHall(day.hall)
    for (const command of due) {
      const decision = decide(later, command, day.context('clock', command))
      expect(decision).toMatchObject({ ok: true })
      if (decision.ok) for (const event of decision.events) evolve(later, event)
    }
    expect(dueCommands(later, day.now)).toEqual([])
  })
})

test('the events, written and read as JSON, make the same hall again, from the first on or from the day’s opening', () => {
  fc.assert(
    fc.property(wishes, (list) => {
      const day = play(list, () => {})
      const events = JSON.parse(JSON.stringify(day.events)) as typeof day.events
      const opening = events.findLastIndex(({ type }) => type === 'day:opened')
      for (const start of [0, opening]) {
        const again = { ...emptyHall('hall'), revision: start }
        for (const event of events.slice(start)) evolve(again, event)
        expect(again).toEqual(day.hall)
      }
    }),
    { numRuns: 300 },
  )
})

interface Moment {
  readonly day: Day
  readonly by: string
  readonly command: Command
  readonly decision: Decision
  readonly before: Hall
  /** The picture of `before`, from before the command. */
  readonly look: string
  /** Every ticket that was ever issued. */
  readonly given: readonly string[]
}

/** Checks that something holds after every command of many days. */
function always(check: (moment: Moment) => void): void {
  fc.assert(
    fc.property(wishes, (list) => void play(list, check)),
    { numRuns: 300 },
  )
}

function play(list: readonly Wish[], check: (moment: Moment) => void): Day {
  const day = dayAt('2026-03-10T21:00', tinyHall)
  const given: string[] = []
  for (const wish of list) {
    day.now += wish.seconds * 1000
    if (wish.clockLooks) day.tick()
    const before = day.hall
    const look = picture(before)
    const { by, command } = commandOf(wish, before, given)
    const { type, ...fields } = command
    const decision = day.tries(by, type, fields as never)
    if (decision.ok && type === 'ticket:issue') given.push(decision.answer.ticket!)
    check({ day, by, command, decision, before, look, given })
  }
  return day
}

/** Where a command was a step that its clerk can take back, or null. */
function counterOf(command: Command, before: Hall, clerk: string): string | null {
  switch (command.type) {
    case 'ticket:call-next':
    case 'ticket:call':
    case 'ticket:take-up':
      return command.counter
    case 'ticket:start':
    case 'ticket:pause':
    case 'ticket:resume':
    case 'ticket:miss':
    case 'ticket:return':
    case 'ticket:transfer':
    case 'ticket:park':
    case 'ticket:next-leg':
    case 'ticket:change':
    case 'ticket:finish':
    case 'ticket:cancel': {
      const ticket = before.tickets.get(command.ticket)
      if (!ticket || !isAtCounter(ticket)) return null
      return before.shifts.get(ticket.counter)?.clerk === clerk ? ticket.counter : null
    }
    default:
      return null
  }
}

/** All of a hall as text. */
function picture(hall: Hall): string {
  return JSON.stringify({ ...hall, ...listed(hall), steps: sorted(hall.steps), calls: hall.calls })
}

/** All of it but what an undo rightly leaves behind: the count of events, and that the label was heard. */
function lasting(hall: Hall): string {
  const { tickets, ...rest } = listed(hall)
  const unmarked = tickets.map(([id, ticket]) => [id, { ...ticket, changed: 0 }])
  return JSON.stringify({ ...hall, ...rest, tickets: unmarked, revision: 0, steps: null, calls: null })
}

function listed({ tickets, shifts, numbers, issued, paused, profiles, assistance }: Hall) {
  return {
    tickets: sorted(tickets),
    shifts: sorted(shifts),
    numbers: sorted(numbers),
    issued: sorted(issued),
    paused: sorted(paused),
    profiles: sorted(profiles),
    assistance: sorted(assistance),
  }
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}

function distinct(list: readonly unknown[]): number {
  return new Set(list).size
}
