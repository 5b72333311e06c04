import { expect, test } from 'vitest'

import { placeOf } from '#server/forecast/examples.ts'
import { featuresOf } from '#server/forecast/features.ts'
import { History } from '#server/forecast/history.ts'
import { learn, learnedForecast, learnedFrom } from '#server/forecast/learned.ts'
import { QueuePast } from '#server/forecast/queue-past.ts'
import type { Drift } from '#server/forecast/adaptive.ts'
import { walkDay } from '#server/forecast/walk-day.ts'
import { madeUpDay, unseen } from './forecast-day.ts'

const days = Array.from({ length: 10 }, (_, n) => madeUpDay(n))
const history = new History()
for (const day of days) history.add(day)
const model = learn(days)!

test('few days are not learned from', () => {
  expect(learn([])).toBe(null)
  expect(learn(days.slice(0, 3))).toBe(null)
})

test('a service that was never seen is not forecast', () => {
  const past = new QueuePast(madeUpDay(11), history.usual('hall'))
  const features = featuresOf(past, 'new', 600, unseen)
  expect(learnedForecast(model, {}, placeOf(past, 'hall', 'new', unseen), features)).toBe(null)
})

test('on days to come, the middle is nearer than the last wait, and ranges hold about eight of ten', () => {
  let drift: Drift = {}
  let [inside, count, error, lastError] = [0, 0, 0, 0]
  for (const n of [11, 12, 13, 14]) {
    const day = madeUpDay(n)
    const past = new QueuePast(day, history.usual(day.hall))
    const forecasts = new Map<string, () => void>()
    walkDay(day, {
      issued({ service, ticket, issued, called, seen }) {
        const place = placeOf(past, day.hall, service, seen)
        const forecast = learnedForecast(model, drift, place, featuresOf(past, service, issued, seen))!
        const wait = called! - issued
        expect(forecast.low).toBeLessThanOrEqual(forecast.mid)
        expect(forecast.mid).toBeLessThanOrEqual(forecast.high)
        inside += Number(wait >= forecast.low && wait <= forecast.high)
        count += 1
        error += Math.abs(wait - forecast.mid)
        lastError += Math.abs(wait - (past.line(service).past.waits.at(-1) ?? 0))
        forecasts.set(service + ticket, () => {
          drift = learnedFrom(model, drift, place, forecast, wait)
        })
        past.issued(service, ticket, issued)
      },
      called({ service, ticket }, at) {
        past.called(service, ticket, at)
        forecasts.get(service + ticket)!()
      },
    })
  }
  expect(inside / count).toBeGreaterThan(0.72)
  expect(inside / count).toBeLessThan(0.9)
  expect(error).toBeLessThan(0.9 * lastError)
})

test('what was learned can be stored', () => {
  expect(JSON.parse(JSON.stringify(model))).toEqual(model)
})
