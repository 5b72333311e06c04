import { targetMsOf, type Order } from '#shared/queue/order.ts'
import { minute } from './reference-hall.ts'
import type { Waiting } from './scene.ts'
import type { Call } from './simulate.ts'

const ranks = { ordinary: 0, appointment: 1, priority: 2 } as const

/** What somebody waited until their first call, and should have waited at most. */
export interface Wait {
  readonly service: string
  readonly class: string
  readonly minutes: number
  readonly targetMinutes: number
}

/** What is kept of a day. */
export interface DayTally {
  readonly waits: readonly Wait[]
  /** How often the one was overtaken who was overtaken most. */
  readonly mostOvertaken: number
  /** Overtakes inside a service by somebody of no higher class. */
  readonly unjustified: number
}

/** Over all visitors of all days. Times are minutes; shares, and all in `within`, percent. */
export interface Measures {
  readonly mean: number
  readonly p50: number
  readonly p90: number
  readonly p95: number
  readonly max: number
  /** Called within the target. */
  readonly sla: number
  readonly worstClassSla: number
  readonly overTwiceTarget: number
  /** Between services, of the 90th percentile of the used share of the target. */
  readonly p90Gap: number
  readonly mostOvertaken: number
  readonly unjustifiedPer100: number
  /** By class and by service, who was called within the target. */
  readonly within: Readonly<Record<string, number>>
}

export function tallyOf(calls: readonly Call[], order: Order): DayTally {
  const waits = calls
    .filter(({ called }) => called.back === null)
    .map(({ at, called }) => ({
      service: called.service,
      class: called.class,
      minutes: Math.max(0, at - called.since) / minute,
      targetMinutes: targetMsOf(order, called) / minute,
    }))
  const unjustified = calls.flatMap(({ called, passed }) =>
    passed.filter((one) => isUnjustified(called, one)),
  )
  return {
    waits,
    mostOvertaken: Math.max(0, ...calls.map(({ called }) => called.overtaken.rule)),
    unjustified: unjustified.length,
  }
}

export function measure(days: readonly DayTally[]): Measures {
  const waits = days.flatMap((day) => day.waits)
  const minutes = sorted(waits.map((one) => one.minutes))
  const services = Map.groupBy(waits, (one) => one.service)
  const groups = [...Map.groupBy(waits, (one) => one.class), ...services]
  const within = Object.fromEntries(groups.map(([name, group]) => [name, sla(group)]))
  const gaps = [...services.values()].map((group) => percentile(sorted(group.map(used)), 90))
  const unjustified = days.reduce((sum, day) => sum + day.unjustified, 0)
  return {
    mean: minutes.reduce((sum, one) => sum + one, 0) / minutes.length,
    p50: percentile(minutes, 50),
    p90: percentile(minutes, 90),
    p95: percentile(minutes, 95),
    max: percentile(minutes, 100),
    sla: sla(waits),
    worstClassSla: Math.min(...Object.values(within)),
    overTwiceTarget: shareOf(waits, (one) => used(one) > 2),
    p90Gap: Math.max(...gaps) - Math.min(...gaps),
    mostOvertaken: Math.max(...days.map((day) => day.mostOvertaken)),
    unjustifiedPer100: (100 * unjustified) / waits.length,
    within,
  }
}

function isUnjustified(called: Waiting, passed: Waiting): boolean {
  return called.service === passed.service && ranks[called.visitor.class] <= ranks[passed.visitor.class]
}

function sla(waits: readonly Wait[]): number {
  return shareOf(waits, (one) => used(one) <= 1)
}

function used({ minutes, targetMinutes }: Wait): number {
  return minutes / targetMinutes
}

function shareOf(waits: readonly Wait[], test: (wait: Wait) => boolean): number {
  return (100 * waits.filter(test).length) / waits.length
}

function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b)
}

function percentile(ascending: readonly number[], percent: number): number {
  return ascending[Math.max(0, Math.ceil((ascending.length * percent) / 100) - 1)] ?? 0
}
