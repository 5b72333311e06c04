import { featureNames, featuresOf } from './features.ts'
import type { History } from './history.ts'
import type { PastDay, Seen } from './past-day.ts'
import type { Place } from './place.ts'
import { QueuePast } from './queue-past.ts'
import { walkDay } from './walk-day.ts'

export interface Example {
  readonly features: Float64Array
  readonly place: Place
  /** Minutes. */
  readonly wait: number
}

/** One for each ticket that was called, made as its forecast would have been, but for what later days are like. */
export function examplesOf(days: readonly PastDay[], history: History): Example[] {
  const examples: Example[] = []
  for (const day of days) {
    const past = new QueuePast(day, history.usual(day.hall, day.date))
    walkDay(day, {
      issued({ service, ticket, issued, called, seen }) {
        if (called !== null) {
          const place = placeOf(past, day.hall, service, seen)
          examples.push({ features: featuresOf(past, service, issued, seen), place, wait: called - issued })
        }
        past.issued(service, ticket, issued)
      },
      called: ({ service, ticket }, at) => void past.called(service, ticket, at),
      left: ({ service, ticket }) => past.left(service, ticket),
    })
  }
  return examples
}

/** Of a ticket that would be issued now. */
export function placeOf(past: QueuePast, hall: string, service: string, seen: Seen): Place {
  const waiting = Number.isNaN(seen.waiting) ? past.line(service).past.waiting.size : seen.waiting
  return { hall, service, foundSomebody: waiting > 0 }
}

/** Row after row, as `bins.ts` takes it. */
export function tableOf(examples: readonly Example[]): Float64Array {
  const table = new Float64Array(examples.length * featureNames.length)
  examples.forEach(({ features }, row) => table.set(features, row * featureNames.length))
  return table
}
