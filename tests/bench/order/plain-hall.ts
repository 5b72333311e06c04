import { chooseNext } from '#shared/queue/choose-next.ts'
import { orderOf, standardOrder, type OrderSettings } from '#shared/queue/order.ts'
import type { Dice } from '#tests/demo/dice.ts'
import type { Visitor } from './bench-day.ts'
import { minute, type Floor } from './reference-hall.ts'
import type { Waiting } from './scene.ts'
import { simulate } from './simulate.ts'

/** A hall that theory can calculate: like counters that never close, one exponential law of serving for all. */
export interface PlainHall {
  readonly rule: OrderSettings['rule']
  readonly counters: number
  /** Arrivals times mean serving time: how many counters are busy on average. */
  readonly load: number
  readonly servingMinutes: number
  readonly kinds: readonly Kind[]
}

export interface Kind {
  readonly service: string
  readonly class: 'ordinary' | 'priority'
  readonly share: number
  readonly targetMinutes: number
}

export interface PlainWaits {
  /** Minutes, by kind in their order. */
  readonly means: readonly number[]
  /** Of all kinds together. */
  readonly mean: number
  /** The share of visitors who wait at all. */
  readonly delayed: number
  /** What load these visitors brought, by chance a little more or less than planned. */
  readonly load: number
}

/** So many at once, to be sparing with memory. */
const partSize = 100_000
/** The first visitors of a part find the hall emptier than it is in the long run, and are not counted. */
const warmUp = 2_000

interface Part {
  /** By kind. */
  readonly waits: readonly (readonly number[])[]
  readonly servingMs: number
  readonly lastedMs: number
}

/** How long so many visitors wait, under a rule without guards. */
export function waitsIn(hall: PlainHall, visitors: number, dice: Dice): PlainWaits {
  const parts = Array.from({ length: Math.ceil(visitors / partSize) }, (_, index) =>
    partOf(hall, Math.min(partSize, visitors - index * partSize), dice.of(`part ${index + 1}`)),
  )
  const waits = hall.kinds.map((_, kind) => parts.flatMap((part) => part.waits[kind]!))
  const all = waits.flat()
  return {
    means: waits.map((some) => sum(some) / some.length / minute),
    mean: sum(all) / all.length / minute,
    delayed: all.filter((wait) => wait > 0).length / all.length,
    load: sum(parts.map(({ servingMs }) => servingMs)) / sum(parts.map(({ lastedMs }) => lastedMs)),
  }
}

function partOf(hall: PlainHall, visitors: number, dice: Dice): Part {
  const people = arrivals(hall, visitors, dice)
  const services = hall.kinds.map(({ service, targetMinutes }) => ({ id: service, targetMinutes }))
  const counter = { services: services.map(({ id }) => id), speed: 1, opens: 0, break: null }
  const floor: Floor = {
    counters: Array(hall.counters).fill(counter),
    walkMinutes: 0,
    lostMinutes: 0,
    backTo: 'own',
  }
  const settings = { ...standardOrder, rule: hall.rule, mostOvertaken: null, aheadFrom: null }
  const rule = { choose: chooseNext, order: orderOf({ order: settings, services }, 0) }
  const calls = simulate(floor, people, rule).filter(({ called }) => called.order > warmUp)

  const counted = people.slice(warmUp)
  return {
    waits: hall.kinds.map((kind) =>
      calls.filter(({ called }) => isOf(called, kind)).map(({ at, called }) => at - called.since),
    ),
    servingMs: sum(counted.map(({ servingMs }) => servingMs)),
    lastedMs: counted.at(-1)!.joinsAt - counted[0]!.joinsAt,
  }
}

function arrivals(hall: PlainHall, visitors: number, dice: Dice): Visitor[] {
  const gap = (hall.servingMinutes / hall.load) * minute
  let joinsAt = 0
  return Array.from({ length: visitors }, () => {
    joinsAt += dice.exponential(gap)
    const kind = dice.pick(hall.kinds, ({ share }) => share)
    const servingMs = dice.exponential(hall.servingMinutes * minute)
    return { service: kind.service, class: kind.class, joinsAt, slot: null, servingMs, misses: null }
  })
}

function isOf(one: Pick<Waiting, 'service' | 'class'>, kind: Kind): boolean {
  return one.service === kind.service && one.class === kind.class
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0)
}
