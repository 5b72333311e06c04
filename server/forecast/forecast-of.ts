import type { Forecast, ForNewcomer } from '#shared/queue/forecast.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { promised } from '#shared/queue/promise.ts'
import type { TwinInput } from '#shared/queue/twin/twin-input.ts'
import type { Outlook, TwinResult } from '#shared/queue/twin/twin.ts'
import { waitingTickets } from '#shared/queue/waiting.ts'

import { learnedForecast } from './learned.ts'
import type { Learning } from './learning.ts'
import { stretched, type Stretches } from './stretch.ts'

const minute = 60_000

/** What is said of a hall: the twin's, its ends stretched; the learned part's where that has been better lately. */
export function forecastOf(
  hall: Hall,
  input: TwinInput,
  result: TwinResult,
  { stretches, learning }: { readonly stretches: Stretches; readonly learning: Learning | null },
): Forecast {
  const { now: at } = input
  const tickets = new Map<string, Outlook>()
  waitingTickets(hall).forEach(({ id, service }, n) => {
    const outlook = result.waiting[n]!
    if (!Number.isFinite(outlook.high)) return
    const { low, mid, high } = stretched(outlook, stretches, service)
    tickets.set(id, { low: at + low, mid: at + mid, high: at + high })
  })
  const services = new Map<string, ForNewcomer>()
  input.services.forEach((service, n) => {
    const outlook = result.services[n]!
    if (!Number.isFinite(outlook.high)) return
    const range = learnedRange(learning, service, at) ?? outlook
    const said = promised(stretched(range, stretches, service))
    services.set(service, { ...range, promised: said, ...visitsOf(service, input) })
  })
  return { at, tickets, services }
}

function learnedRange(learning: Learning | null, service: string, now: number): Outlook | null {
  if (!learning?.better.has(service)) return null
  const { place, features } = learning.past.at(service, now)
  const forecast = learnedForecast(learning.model, {}, place, features)
  return forecast && { low: forecast.low * minute, mid: forecast.mid * minute, high: forecast.high * minute }
}

/** How long a visit takes at the counters that are there, and how far apart they are if all of them take the service. */
function visitsOf(service: string, { seats, walkMs }: TwinInput): { visitMs: number; gapMs: number } {
  const able = seats.filter(({ seat }) => [...seat.first, ...seat.fallback].includes(service))
  const visits = able.map(({ laws }) => walkMs + Math.exp(laws.get(service)!.logMean))
  const visitMs = visits.reduce((sum, ms) => sum + ms, 0) / Math.max(1, visits.length)
  return { visitMs, gapMs: visitMs / Math.max(1, visits.length) }
}
