import { adapted, marginsNow, type Drift } from './adaptive.ts'
import { calibrate, type Calibration, type Margins, type Misses, type Score } from './conformal.ts'
import { examplesOf, type Example } from './examples.ts'
import { History } from './history.ts'
import type { PastDay } from './past-day.ts'
import { levelsOf, type Place } from './place.ts'
import { learnQuantiles, quantilesOf, type QuantileModel, type Quantiles } from './quantile-model.ts'
import { toMinutes, toScale } from './scale.ts'

/** What was learned from earlier days. Plain data. */
export interface LearnedModel {
  readonly quantiles: QuantileModel
  readonly calibration: Calibration
  /** By hall and service: the tickets that it was learned from. */
  readonly tickets: Record<string, number>
}

/** Minutes: eight of ten waits fall between low and high. */
export type Forecast = Quantiles

/**
 * The range is the 6th to the 86th percentile: of all ranges that hold 80 %, one of the narrowest, since waits reach
 * further up than down.
 */
export const misses: Misses = { low: 0.06, high: 0.14 }

const calibratingDays = 2
const fewest = { days: 4, tickets: 1_000, ofService: 20 }

/** `days` of one hall or several, the earliest first. Null if they are too few to learn from. */
export function learn(days: readonly PastDay[]): LearnedModel | null {
  const dates = [...new Set(days.map(({ date }) => date))].sort()
  const earlier = new Set(dates.slice(0, -calibratingDays))
  const before = days.filter(({ date }) => earlier.has(date))
  const after = days.filter(({ date }) => !earlier.has(date))
  const history = historyOf(days)
  const examples = examplesOf(days, history)
  if (dates.length < fewest.days || examples.length < fewest.tickets) return null
  const known = historyOf(before)
  const trial = learnQuantiles(examplesOf(before, known))
  const scores = examplesOf(after, known).map((example) => scoreOf(trial, example))
  const tickets: Record<string, number> = {}
  for (const { place } of examples) tickets[lineOf(place)] = (tickets[lineOf(place)] ?? 0) + 1
  return {
    quantiles: learnQuantiles(examples),
    calibration: calibrate(scores, calibratingDays, misses),
    tickets,
  }
}

function historyOf(days: readonly PastDay[]): History {
  const history = new History()
  for (const day of days) history.add(day)
  return history
}

function scoreOf(model: QuantileModel, { features, place, wait }: Example): Score {
  const { low, high } = quantilesOf(model, features)
  return { place, low: low - toScale(wait), high: toScale(wait) - high }
}

/** Null if too little is known of this service. */
export function learnedForecast(
  model: LearnedModel,
  drift: Drift,
  place: Place,
  features: Float64Array,
): Forecast | null {
  if ((model.tickets[lineOf(place)] ?? 0) < fewest.ofService) return null
  return ranged(quantilesOf(model.quantiles, features), marginsNow(model.calibration, drift, place))
}

export function ranged({ low, mid, high }: Quantiles, margins: Margins): Forecast {
  return {
    low: toMinutes(Math.min(mid, low - margins.low)),
    mid: toMinutes(mid),
    high: toMinutes(Math.max(mid, high + margins.high)),
  }
}

/** To be told when a ticket is called, with what was forecast when it was issued. */
export function learnedFrom(
  model: LearnedModel,
  drift: Drift,
  place: Place,
  forecast: Forecast,
  wait: number,
): Drift {
  const outcome = { below: wait < forecast.low, above: wait > forecast.high }
  return adapted(model.calibration, drift, place, outcome, misses)
}

function lineOf({ hall, service }: Place): string {
  return levelsOf({ hall, service, foundSomebody: true })[0]
}
