import { normalQuantile } from '#shared/queue/twin/normal.ts'
import { diceOf } from '#tests/demo/dice.ts'
import { dayOf, type Visitor } from './bench-day.ts'
import { tallyOf, type DayTally } from './measures.ts'
import type { HallModel } from './reference-hall.ts'
import { simulate, type Rule } from './simulate.ts'

/** The same seed gives the same days. */
export function daysOf(hall: HallModel, seed: string, count: number): Visitor[][] {
  const dice = diceOf(seed)
  return Array.from({ length: count }, (_, index) => dayOf(hall, dice.of(`day ${index + 1}`)))
}

/** As many days, each of another part of all that days can be, so that they are neither busier nor quieter than usual. */
export function evenDaysOf(hall: HallModel, seed: string, count: number): Visitor[][] {
  const dice = diceOf(seed)
  const parts = Array.from({ length: count }, (_, index) => index)
  return Array.from({ length: count }, (_, index) => {
    const day = dice.of(`day ${index + 1}`)
    const part = parts.splice(day.whole(0, parts.length - 1), 1)[0]!
    const within = (day.whole(0, 9_999) + 0.5) / 10_000
    return dayOf(hall, day, normalQuantile((part + within) / count))
  })
}

/** What becomes of the days under a rule. */
export function play(hall: HallModel, days: readonly (readonly Visitor[])[], rule: Rule): DayTally[] {
  return days.map((visitors) => tallyOf(simulate(hall, visitors, rule), rule.order))
}
