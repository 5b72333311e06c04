import { firstDayForecast } from '#server/forecast/first-day.ts'
import type { Forecast } from '#server/forecast/learned.ts'
import type { QueuePast } from '#server/forecast/queue-past.ts'
import { toMinutes, toScale } from '#server/forecast/scale.ts'

/** On the scale of `scale.ts`: long lines can be told better than short ones. Fitted as the constants of the middle. */
const spreads = [
  { fewest: 10, low: 0.59, high: 0.42 },
  { fewest: 3, low: 0.96, high: 0.56 },
  { fewest: 1, low: 1.17, high: 0.77 },
  { fewest: 0, low: 0.41, high: 1.54 },
]

/** Of a ticket issued now, from nothing but what happened today: about eight of ten waits fall inside. */
export function firstDayRange(past: QueuePast, service: string): Forecast {
  const ahead = past.line(service).past.waiting.size
  const mid = firstDayForecast(past, service)
  const { low, high } = spreads.find(({ fewest }) => ahead >= fewest)!
  return { low: toMinutes(toScale(mid) - low), mid, high: toMinutes(toScale(mid) + high) }
}
