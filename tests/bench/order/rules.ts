import { chooseNext, overtakesOf } from '#shared/queue/choose-next.ts'
import { exceptionOf, isAble } from '#shared/queue/may-serve.ts'
import { orderOf, standardOrder, type OrderSettings } from '#shared/queue/order.ts'
import type { HallModel } from './reference-hall.ts'
import type { Rule } from './simulate.ts'
import { tunedWeights } from './tuned.ts'

export type Weights = OrderSettings['weights']

export const ruleNames = ['relative', 'fcfs', 'strict', 'ratio', 'share', 'shortest'] as const
export type RuleName = (typeof ruleNames)[number]

/** The rules that the hall can be set to, `share` without its guards, and one that we do not offer. */
export function rulesOf(hall: HallModel): Readonly<Record<RuleName, Rule>> {
  const unbounded = { mostOvertaken: null }
  return {
    relative: relativeRule(hall, tunedWeights),
    fcfs: ruleOf(hall, { ...unbounded, rule: 'first-come' }),
    strict: ruleOf(hall, { ...unbounded, rule: 'strict' }),
    ratio: ruleOf(hall, { ...unbounded, rule: 'ratio', ratio: { priority: 1, appointment: 1, ordinary: 3 } }),
    share: ruleOf(hall, { ...unbounded, rule: 'share', aheadFrom: null }),
    shortest: { ...ruleOf(hall, unbounded), choose: shortestFirst(hall) },
  }
}

/** Ours: the share of the target, weighted, with both guards. */
export function relativeRule(hall: HallModel, weights: Weights): Rule {
  return ruleOf(hall, { rule: 'share', mostOvertaken: 12, aheadFrom: 0.5, weights })
}

function ruleOf(hall: HallModel, settings: Partial<OrderSettings>): Rule {
  const order: OrderSettings = {
    ...standardOrder,
    priorityShare: hall.priority.targetFactor,
    appointmentMinutes: hall.appointments.targetMinutes,
    ...settings,
  }
  return { choose: chooseNext, order: orderOf({ order, services: hall.services }, 0) }
}

/** Who is served fastest on average, then who came first: the best median there is, and the worst tail. */
function shortestFirst(hall: HallModel): Rule['choose'] {
  const means = new Map(hall.services.map(({ id, meanMinutes }) => [id, meanMinutes]))
  return (candidates, seat, order, now) => {
    const able = candidates.filter((one) => isAble(seat, one) && !exceptionOf(seat, one, order, now))
    const shortest = Math.min(...able.map(({ service }) => means.get(service)!))
    const alike = able.filter(({ service }) => means.get(service) === shortest)
    const plain = { ...order, rule: 'first-come', mostOvertaken: null } as const
    const choice = chooseNext(alike, seat, plain, now)
    if (!choice) return null
    const called = alike[choice.chosen]!
    return {
      chosen: candidates.indexOf(called),
      reason: choice.reason,
      overtaken: overtakesOf(called, candidates, seat, order, now),
    }
  }
}
