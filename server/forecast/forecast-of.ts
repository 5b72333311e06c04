import type { Forecast, ForNewcomer } from '#shared/queue/forecast.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { promised } from '#shared/queue/promise.ts'
import { horizonMs } from '#shared/queue/twin/run.ts'
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
    const visits = visitsOf(service, input)
    if (!visits) return
    // Beyond what the twin looks at: nothing is promised, but the wait is known to be long.
    const isFar = !Number.isFinite(outlook.high)
    const range = isFar ? far(outlook) : (learnedRange(learning, service, at) ?? outlook)
    const said = isFar ? null : promised(stretched(range, stretches, service))
    services.set(service, { ...range, promised: said, ...visits })
  })
  return { at, tickets, services }
}

function learnedRange(learning: Learning | null, service: string, now: number): Outlook | null {
  if (!learning?.better.has(service)) return null
  const { place, features } = learning.past.at(service, now)
  const forecast = learnedForecast(learning.model, {}, place, features)
  return forecast && { low: forecast.low * minute, mid: forecast.mid * minute, high: forecast.high * minute }
}

function far({ low, mid }: Outlook): Outlook {
  return { low: Math.min(low, horizonMs), mid: Math.min(mid, horizonMs), high: horizonMs }
}

/** How long a visit takes at the counters that are there, and how far apart they are if all of them take the service. */
function visitsOf(service: string, { seats, walkMs }: TwinInput): { visitMs: number; gapMs: number } | null {
  const able = seats.filter(({ seat }) => [...seat.first, ...seat.fallback].includes(service))
  if (able.length === 0) return null
  const visits = able.map(({ laws }) => walkMs + Math.exp(laws.get(service)!.logMean))
  const visitMs = visits.reduce((sum, ms) => sum + ms, 0) / visits.length
  return { visitMs, gapMs: visitMs / visits.length }
}
