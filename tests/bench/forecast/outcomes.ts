import type { Drift } from '#server/forecast/adaptive.ts'
import { calibratedMargins } from '#server/forecast/conformal.ts'
import { placeOf } from '#server/forecast/examples.ts'
import { featuresOf } from '#server/forecast/features.ts'
import { firstDayRange } from './first-day-range.ts'
import type { HallUsual } from '#server/forecast/history.ts'
import {
  learnedForecast,
  learnedFrom,
  ranged,
  type Forecast,
  type LearnedModel,
} from '#server/forecast/learned.ts'
import { quantilesOf } from '#server/forecast/quantile-model.ts'
import { QueuePast } from '#server/forecast/queue-past.ts'
import { walkDay } from '#server/forecast/walk-day.ts'
import type { RealDay, RealTicket } from './read-tickets.ts'

/** What was forecast for a ticket when it was issued, and what became of it. Minutes. */
export interface Outcome {
  readonly hall: string
  readonly wait: number
  readonly foundWaiting: boolean
  readonly learned: Forecast
  /** Whether there was too little to learn from: then the first day's forecast stands in. */
  readonly unknown: boolean
  /** Ranges that are the model's own, and that are calibrated but not adapted. */
  readonly raw: Forecast
  readonly calibrated: Forecast
  readonly firstDay: Forecast
  readonly lastWait: number
  readonly published: number
}

export interface Walked {
  readonly outcomes: Outcome[]
  readonly drift: Drift
}

/** Goes through a day ticket by ticket, and learns from each when it is called. */
export function walkOutcomes(day: RealDay, usual: HallUsual, model: LearnedModel, before: Drift): Walked {
  const past = new QueuePast(day, usual)
  const outcomes: Outcome[] = []
  const waiting = new Map<string, { place: ReturnType<typeof placeOf>; forecast: Forecast }>()
  let drift = before
  walkDay(day, {
    issued(each) {
      const ticket = each as RealTicket
      const { service, seen, issued } = ticket
      const place = placeOf(past, day.hall, service, seen)
      const features = featuresOf(past, service, issued, seen)
      const quantiles = quantilesOf(model.quantiles, features)
      const firstDay = firstDayRange(past, service)
      const learned = learnedForecast(model, drift, place, features)
      const forecast = learned ?? firstDay
      waiting.set(`${service}/${ticket.ticket}`, { place, forecast })
      outcomes.push({
        hall: day.hall,
        wait: ticket.wait,
        foundWaiting: seen.waiting >= 1,
        learned: forecast,
        unknown: learned === null,
        raw: ranged(quantiles, { low: 0, high: 0 }),
        calibrated: ranged(quantiles, calibratedMargins(model.calibration, place)),
        firstDay,
        lastWait: past.line(service).past.waits.at(-1) ?? 0,
        published: ticket.published,
      })
      past.issued(service, ticket.ticket, issued)
    },
    called({ service, ticket }, at) {
      const wait = past.called(service, ticket, at)
      const { place, forecast } = waiting.get(`${service}/${ticket}`)!
      if (wait !== null) drift = learnedFrom(model, drift, place, forecast, wait)
    },
  })
  return { outcomes, drift }
}
