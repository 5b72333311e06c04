import { promised } from '#shared/queue/promise.ts'

import { examplesOf } from './examples.ts'
import { History } from './history.ts'
import { learn, learnedForecast, type LearnedModel } from './learned.ts'
import type { PastDay } from './past-day.ts'

/** What was learned, and how far off it was on days that it had not seen. */
export interface Learned {
  readonly model: LearnedModel
  /** Mean absolute error in minutes, of all and by service. */
  readonly error: number
  readonly errors: Readonly<Record<string, number>>
  /** The days on which that was tried. */
  readonly tried: readonly string[]
}

const triedDays = 2
const minute = 60_000

/** Learns from days, after it has learned from all but the last two of them and been tried on those. Null: too few. */
export function learnAndTry(days: readonly PastDay[]): Learned | null {
  const tried = [...new Set(days.map(({ date }) => date))].sort().slice(-triedDays)
  const before = days.filter(({ date }) => !tried.includes(date))
  const trial = learn(before)
  const model = learn(days)
  if (!trial || !model) return null
  const history = new History()
  for (const day of before) history.add(day)
  const off = new Map<string, number[]>()
  const later = days.filter(({ date }) => tried.includes(date))
  for (const { place, features, wait } of examplesOf(later, history)) {
    const forecast = learnedForecast(trial, {}, place, features)
    // As promises are counted: by the middle of what would have been said.
    const said = forecast && promised({ low: forecast.low * minute, high: forecast.high * minute })
    if (!said) continue
    const errors = off.get(place.service) ?? []
    errors.push(Math.abs((said.low + said.high) / 2 - wait))
    off.set(place.service, errors)
  }
  const errors = Object.fromEntries([...off].map(([service, list]) => [service, mean(list)]))
  return { model, error: mean([...off.values()].flat()), errors, tried }
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
