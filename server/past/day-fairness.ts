import { setImmediate } from 'node:timers/promises'

import type { DayFairness } from '#shared/protocol/day.ts'
import type { Service } from '#shared/queue/config.ts'

import { callsOf } from './day-calls.ts'
import { orderReport, type OrderReport } from './order-report.ts'
import type { Moment } from './past-day.ts'

/** How the order has gone so far on a day, from its moments, in the few figures that say whether somebody has to look. */
export async function dayFairness(
  moments: AsyncIterable<Moment>,
  services: readonly Service[],
  at: number,
): Promise<DayFairness> {
  const { calls, waits, overtakes, outOfTurn } = orderReport(await callsOf(withPauses(moments)))
  const { count, first } = overtakes.unjustified
  return {
    at,
    calls: calls.all,
    overTwice: overTwiceOf(waits),
    worst: worstOf(waits, services),
    mostOvertaken: overtakes.most,
    unjustified: {
      count,
      first: first.map((one) => ({
        at: one.at,
        counter: one.counter,
        called: one.called,
        passedOver: one.passedOver,
      })),
    },
    outOfTurn: { calls: outOfTurn.calls, share: outOfTurn.share, passedOver: outOfTurn.passedOver },
  }
}

/** A day looked at while it goes on leaves the hall a breath after each call that it judges. */
async function* withPauses(moments: AsyncIterable<Moment>): AsyncGenerator<Moment> {
  for await (const moment of moments) {
    yield moment
    if (moment.call) await setImmediate()
  }
}

function worstOf({ byQueue }: OrderReport['waits'], services: readonly Service[]): DayFairness['worst'] {
  const worst = byQueue.toSorted((one, other) => one.withinTarget - other.withinTarget)[0]
  if (!worst) return null
  const { service, class: ofClass, called, withinTarget } = worst
  const name = services.find(({ id }) => id === service)?.name ?? null
  return { service, name, class: ofClass, called, withinTarget }
}

function overTwiceOf({ byQueue }: OrderReport['waits']): number {
  const called = byQueue.reduce((sum, one) => sum + one.called, 0)
  const over = byQueue.reduce((sum, one) => sum + one.called * one.overTwice, 0)
  return called === 0 ? 0 : over / called
}
