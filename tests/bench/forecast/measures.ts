import type { Forecast } from '#server/forecast/learned.ts'
import { median } from '../table.ts'
import type { Outcome } from './outcomes.ts'

/** Mean absolute error in minutes, over those of whom something was forecast. */
export function meanError(outcomes: readonly Outcome[], forecast: (outcome: Outcome) => number): number {
  let sum = 0
  let count = 0
  for (const outcome of outcomes) {
    const error = Math.abs(forecast(outcome) - outcome.wait)
    if (Number.isNaN(error)) continue
    sum += error
    count += 1
  }
  return sum / count
}

export type Range = (outcome: Outcome) => Pick<Forecast, 'low' | 'high'>

/** Percent of waits inside their range. */
export function coverage(outcomes: readonly Outcome[], range: Range): number {
  const inside = outcomes.filter((outcome) => {
    const { low, high } = range(outcome)
    return outcome.wait >= low && outcome.wait <= high
  })
  return (100 * inside.length) / outcomes.length
}

export function worstCoverage(outcomes: readonly Outcome[], range: Range): number {
  const halls = [...new Set(outcomes.map(({ hall }) => hall))]
  return Math.min(
    ...halls.map((hall) =>
      coverage(
        outcomes.filter((one) => one.hall === hall),
        range,
      ),
    ),
  )
}

/** Minutes. */
export function medianWidth(outcomes: readonly Outcome[], range: Range): number {
  return median(outcomes.map((outcome) => range(outcome).high - range(outcome).low))
}
