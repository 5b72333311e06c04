import { expect, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { hallConfig } from '#shared/protocol/hall-config.ts'
import type { DeskView, KioskView } from '#shared/protocol/views.ts'
import { rosterOf } from '#tests/demo/accounts.ts'
import { clerk } from '#tests/demo/clerk.ts'
import { demandOf, untilNextArrival } from '#tests/demo/demand.ts'
import { diceOf } from '#tests/demo/dice.ts'
import { readOptions } from '#tests/demo/options.ts'
import type { Deed } from '#tests/demo/person.ts'
import { atKiosk } from '#tests/demo/visitor.ts'
import { called, deskTicket, deskView, putAside, serving } from '#tests/surfaces/desk-view.ts'

const config = hallConfig.parse(exampleHall)
const demand = demandOf(config)
const counter = 'c5'

/** What a clerk does at a desk where somebody always waits, and each deed has its usual effect. */
function workOf(seed: string, deeds: number): { minutes: number; deed: Deed }[] {
  const person = clerk({ counter, demand, dice: diceOf(seed) })
  const done: { minutes: number; deed: Deed }[] = []
  let view = deskView()
  while (done.length < deeds) {
    const { minutes, deed } = person.next(view)
    if (!deed) throw new Error('The clerk waits for nothing.')
    done.push({ minutes, deed })
    view = after(view, deed, `v${done.length}`)
  }
  return done
}

function after(view: DeskView, { name }: Deed, label: string): DeskView {
  const { visitor } = view
  const shift = { counter, profile: 'all', pause: null }
  switch (name) {
    case 'ticket:call-next':
      return deskView({ visitor: called({ ...deskTicket(label), service: demand[0]!.service }) })
    case 'ticket:recall':
      return { ...view, visitor: { ...visitor!, recallsLeft: visitor!.recallsLeft - 1 } }
    case 'ticket:start':
      return { ...view, visitor: serving({ ...deskTicket(visitor!.label), service: visitor!.service }) }
    case 'ticket:pause':
    case 'ticket:resume':
      return { ...view, visitor: { ...visitor!, paused: name === 'ticket:pause' } }
    case 'shift:pause':
      return deskView({ shift: { ...shift, pause: { reason: 'break', since: 0, until: null } } })
    case 'shift:close':
      return deskView({
        shift: null,
        counters: view.counters.map((one) => (one.id === counter ? { ...one, state: 'closed' } : one)),
      })
    default:
      return deskView()
  }
}

test('a clerk does the same with the same seed, something else with another, and in the end everything', () => {
  const work = workOf('monday', 1_000)
  expect(workOf('monday', 1_000)).toEqual(work)
  expect(workOf('tuesday', 1_000)).not.toEqual(work)
  expect(new Set(work.map(({ deed }) => deed.name))).toEqual(
    new Set([
      ...[
        'ticket:call-next',
        'ticket:recall',
        'ticket:start',
        'ticket:miss',
        'ticket:pause',
        'ticket:resume',
      ],
      ...['ticket:finish', 'ticket:transfer', 'ticket:next-leg', 'ticket:park'],
      ...['shift:open', 'shift:pause', 'shift:resume', 'shift:close'],
    ]),
  )
  expect(work.every(({ minutes }) => minutes >= 0 && minutes < 600)).toBe(true)
})

test('a clerk whose counter somebody else has opened, or who is signed in elsewhere, waits', () => {
  const person = clerk({ counter, demand, dice: diceOf('any') })
  const elsewhere = { counter: 'c6', profile: 'all', pause: null }
  expect(person.next(deskView({ shift: null })).deed).toBeNull()
  expect(person.next(deskView({ shift: elsewhere })).deed).toBeNull()
})

test('a clerk leaves a parked ticket alone that is kept for somebody else', () => {
  const person = clerk({ counter, demand, dice: diceOf('any') })
  const view = deskView({
    waitingForMe: 0,
    parked: [putAside('A001', { until: 0, counter })],
  })
  const { deed } = person.next(view)
  expect(deed?.name).toBe('ticket:take-up')
  person.refused(deed!)
  expect(person.next(view).deed).toBeNull()
})

test('at a kiosk visitors come in every language of the hall, and nobody touches a service that gives no ticket', () => {
  const dice = diceOf('street')
  const open = 'information'
  const view: KioskView = {
    audience: 'kiosk',
    hall: { ...deskView().hall, languages: config.languages.slice(), welcome: {} },
    groups: [],
    services: config.services.map(({ id, group, name, help }) => ({
      ...{ id, group, name, help, waiting: 0, paused: null, promised: null, lastTickets: null },
      closed: id === open ? null : 'service/full',
    })),
    assistance: 'coming',
  }
  const deeds = Array.from({ length: 300 }, () => atKiosk(view, demand, dice)!.fields)
  expect(new Set(deeds.map((fields) => 'service' in fields && fields.service))).toEqual(new Set([open]))
  expect(new Set(deeds.map((fields) => 'language' in fields && fields.language))).toEqual(
    new Set(config.languages),
  )
  const crowded = view.services.map((service) => ({ ...service, waiting: 30 }))
  expect(atKiosk({ ...view, services: crowded }, demand, dice)).toBeNull()
})

test('arrivals keep their rate over a day, and the half hour from 11:30 is busier than the last', () => {
  const dice = diceOf('street')
  const days = 40
  const perHalfHour = new Map<number, number>()
  let at = 0
  for (; at < days * 480; at += untilNextArrival(at, 2, dice)) {
    const halfHour = Math.floor((at % 480) / 30)
    perHalfHour.set(halfHour, (perHalfHour.get(halfHour) ?? 0) + 1)
  }
  const all = [...perHalfHour.values()].reduce((sum, count) => sum + count, 0)
  expect(all / (days * 480)).toBeCloseTo(2, 1)
  expect(perHalfHour.get(7)! / perHalfHour.get(15)!).toBeGreaterThan(2)
})

test('every service is taken at a counter that has its clerk, two counters stay free, and each role that has pages can be tried', () => {
  const { clerks, told } = rosterOf(config, () => 'a password')
  const manned = clerks.map((one) => config.counters.find(({ id }) => id === one.counter)!.profile)
  const taken = config.profiles
    .filter(({ id }) => manned.includes(id))
    .flatMap(({ first, fallback }) => [...first, ...fallback])
  expect(new Set(taken)).toEqual(new Set(demand.map(({ service }) => service)))
  expect(config.counters.length - clerks.length).toBeGreaterThanOrEqual(2)
  expect(new Set(told.map(({ role }) => role))).toEqual(new Set(['clerk', 'supervisor', 'administrator']))
})

test('options that make no sense are not understood', () => {
  expect(readOptions(['--speed', '20', '--seed', 'x'])).toEqual({
    speed: 20,
    port: undefined,
    minutes: null,
    seed: 'x',
  })
  for (const wrong of [['--speed', '61'], ['--speed', 'fast'], ['--minutes', '0'], ['--what'], ['more']])
    expect(readOptions(wrong)).toBeNull()
})
