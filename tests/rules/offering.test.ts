import { expect, test } from 'vitest'
import type { HallConfig } from '#shared/queue/config.ts'
import { freeSeats, offersOf } from '#shared/queue/offering.ts'
import { standardOrder } from '#shared/queue/order.ts'
import { dayAt, staffedDay, type Day } from './day.ts'
import { hallOf } from './hall-of.ts'

test('the counter that takes the fewest services is offered first, then the one that is free longest', () => {
  const day = staffedDay()
  expect(free(day)).toEqual(['c3', 'c1', 'c2'])
  day.pass(1)
  serves(day, 'ana', 'c1')
  expect(free(day)).toEqual(['c3', 'c2', 'c1'])
  day.does('cid', 'shift:pause', { counter: 'c3', reason: 'lunch' })
  expect(free(day)).toEqual(['c2', 'c1'])
  day.pass(1)
  day.does('bob', 'shift:pause', { counter: 'c2', reason: 'lunch' })
  day.does('bob', 'shift:resume', { counter: 'c2' })
  expect(free(day)).toEqual(['c1', 'c2'])
})

test('a call that is taken back leaves its counter free since before, a visitor who left since then', () => {
  const day = staffedDay()
  day.issue()
  const since = () => day.hall.shifts.get('c1')!.freeSince
  const before = since()
  day.pass(1)
  day.calls('ana', 'c1')
  day.pass(1)
  day.does('ana', 'step:undo', { counter: 'c1' })
  expect(since()).toBe(before)
  serves(day, 'ana', 'c1')
  expect(since()).toBe(day.now)
})

test('each free counter is offered whom it would call, and nobody is offered twice', () => {
  const day = staffedDay()
  const [a, b, c] = [day.issue(), day.issue(), day.issue('permits')]
  expect(offered(day)).toEqual({ c3: c, c1: a, c2: b })
  const isNext = [...offersOf(day.hall, day.now)].map(([counter, offer]) => [counter, offer.isNext()])
  expect(Object.fromEntries(isNext), 'c2 would call whom c1 is offered').toEqual({
    c3: true,
    c1: true,
    c2: false,
  })
  day.calls('ana', 'c1')
  expect(offered(day)).toEqual({ c3: c, c2: b })
})

test('without a configuration or anybody waiting nothing is offered', () => {
  expect(offered(staffedDay())).toEqual({})
})

test('where the hall wants it, who comes while a counter is free is called there at once, with a reason', () => {
  const day = staffedDay(atOnce)
  const ticket = day.issue()
  expect(day.ticket(ticket)).toMatchObject({ state: 'called', counter: 'c1' })
  expect(day.events.slice(-2).map(({ type }) => type)).toEqual(['ticket:issued', 'ticket:called'])
  expect(day.ticket(day.issue('addresses'))).toMatchObject({ state: 'called', counter: 'c3' })
  expect(day.ticket(day.issue())).toMatchObject({ state: 'called', counter: 'c2' })
  expect(day.ticket(day.issue())).toMatchObject({ state: 'waiting' })
})

test('nobody is called at once before one who waits there already', () => {
  const day = dayAt('2026-03-02T08:00', atOnce)
  const first = day.issue()
  day.opens('ana', 'c1')
  const second = day.issue()
  expect(day.ticket(second).state).toBe('waiting')
  expect(day.calls('ana', 'c1')).toBe(first)
})

test('a visitor’s language waits for a clerk who speaks it while one is there, and only so long', () => {
  const day = staffedDay(hallOf({ order: standardOrder, profiles: speaking }))
  const ticket = inUkrainian(day)
  expect(JSON.stringify(day.events.at(-1))).not.toContain('"uk"')
  expect(day.refusal('ana', 'ticket:call-next', { counter: 'c1' })).toBe('queue/empty')
  day.does('cid', 'shift:close', { counter: 'c3' })
  expect(day.refusal('ana', 'ticket:call-next', { counter: 'c1' })).toBeNull()
  day.opens('cid', 'c3')
  day.pass(15)
  expect(day.calls('ana', 'c1')).toBe(ticket)
})

test('nobody waits for a language that is spoken only where the service is not taken, or by who has a break', () => {
  const elsewhere = speaking.map((profile) => ({
    ...profile,
    first: profile.first.filter((id) => id !== 'passports' || profile.id === 'papers'),
  }))
  const day = staffedDay(hallOf({ order: standardOrder, profiles: elsewhere }))
  const there = inUkrainian(day)
  expect(day.calls('ana', 'c1')).toBe(there)

  const pausing = staffedDay(hallOf({ order: standardOrder, profiles: speaking }))
  const ticket = inUkrainian(pausing)
  pausing.does('cid', 'shift:pause', { counter: 'c3', reason: 'lunch' })
  expect(pausing.calls('ana', 'c1')).toBe(ticket)
})

test('a language that nobody speaks, or everybody, makes no difference', () => {
  const nobody = staffedDay(hallOf({ order: standardOrder }))
  expect(nobody.ticket(inUkrainian(nobody)).speakers).toBeNull()
  const everybody = speaking.map((profile) => ({ ...profile, languages: ['uk' as const] }))
  const all = staffedDay(hallOf({ order: standardOrder, profiles: everybody }))
  expect(all.ticket(inUkrainian(all)).speakers).toBeNull()
})

test('a language that is put right later counts as one that was said at issue; what else is changed leaves it', () => {
  const day = staffedDay(hallOf({ order: standardOrder, profiles: speaking }))
  const ticket = day.issue()
  const change = { ticket, service: null, class: null }
  day.does('rita', 'ticket:change', { ...change, language: 'uk' })
  expect(JSON.stringify(day.events.at(-1))).not.toContain('"uk"')
  day.does('rita', 'ticket:change', { ...change, class: 'priority' })
  expect(day.refusal('ana', 'ticket:call-next', { counter: 'c1' })).toBe('queue/empty')
  day.does('rita', 'ticket:change', { ...change, language: 'lt' })
  expect(day.calls('ana', 'c1')).toBe(ticket)
})

const atOnce: HallConfig = hallOf({ order: { ...standardOrder, callAtOnce: true } })

/** The homes profile takes passports as well, and speaks Ukrainian. */
const speaking: HallConfig['profiles'] = hallOf().profiles.map((profile) =>
  profile.id === 'homes'
    ? { ...profile, first: [...profile.first, 'passports'], languages: ['uk'] }
    : profile,
)

function inUkrainian(day: Day): string {
  const visitor = { service: 'passports', class: 'ordinary', slot: null, language: 'uk', needs: [] } as const
  return day.does('kiosk', 'ticket:issue', visitor).ticket!
}

function free(day: Day): string[] {
  return freeSeats(day.hall).map(({ counter }) => counter)
}

function offered(day: Day): Record<string, string> {
  return Object.fromEntries(
    [...offersOf(day.hall, day.now)].map(([counter, { ticket }]) => [counter, ticket.id]),
  )
}

function serves(day: Day, clerk: string, counter: string): void {
  const ticket = [...day.hall.tickets.values()].find(({ state }) => state === 'waiting')?.id ?? day.issue()
  day.does(clerk, 'ticket:call', { counter, ticket })
  day.does(clerk, 'ticket:start', { ticket })
  day.does(clerk, 'ticket:finish', { ticket })
}
