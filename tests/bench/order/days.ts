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

/** What becomes of the days under a rule. */
export function play(hall: HallModel, days: readonly (readonly Visitor[])[], rule: Rule): DayTally[] {
  return days.map((visitors) => tallyOf(simulate(hall, visitors, rule), rule.order))
}
