import type { Forecast, ForNewcomer } from '#shared/queue/forecast.ts'
import { promised } from '#shared/queue/promise.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { emptyPace, type Pace } from '#shared/queue/twin/pace.ts'
import { twinOf } from '#shared/queue/twin/twin-of.ts'
import type { TwinInput } from '#shared/queue/twin/twin-input.ts'
import type { Outlook, TwinResult } from '#shared/queue/twin/twin.ts'
import { waitingTickets } from '#shared/queue/waiting.ts'
import type { Kysely } from 'kysely'

import type { Database } from '../db/schema.ts'
import type { HallAuthority } from '../hall.ts'
import { openWorkerRoom } from '../worker-room.ts'
import { learnFrom, loadPace } from './pace-log.ts'

export interface ForecasterParts {
  readonly authority: HallAuthority
  readonly db: Kysely<Database>
  readonly hallId: string
  readonly now: () => number
  /** Told after each new forecast, and when there is none any more. */
  readonly onForecast: () => void
  readonly onError: (error: unknown) => void
  /** The twin's thread; another file stands in for it in tests. */
  readonly workerFile?: URL
  readonly limitMs?: number
}

export interface Forecaster {
  readonly current: () => Forecast | null
  readonly close: () => Promise<void>
}

/** Between two runs of the twin. */
const paceMs = 1_000
/** Without anything happening, what was foreseen is looked at again so often: who is served is served on. */
const anewMs = 15_000

/**
 * Foresees, beside the hall, who is called when. At most once a second and only after something has happened; a twin that
 * dies or hangs leaves no forecast, and the queue as it is.
 */
export function openForecaster(parts: ForecasterParts): Forecaster {
  const { authority, now, onForecast, onError } = parts
  const file = parts.workerFile ?? new URL('./twin-worker.ts', import.meta.url)
  const room = openWorkerRoom<TwinInput, TwinResult>({
    file,
    limitMs: parts.limitMs ?? 5_000,
    idleMs: 60_000,
  })
  let pace: { readonly day: string; readonly of: Pace } = { day: '', of: emptyPace() }
  let latest: Forecast | null = null
  let timer: NodeJS.Timeout | undefined
  let runs = false
  let isStale = false
  let closed = false

  function wind(ms: number): void {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(() => void look(), ms).unref()
  }

  async function look(): Promise<void> {
    if (runs) return
    runs = true
    isStale = false
    try {
      latest = await foreseen(authority.hall())
    } catch (error) {
      latest = null
      if (!closed) onError(error)
    }
    runs = false
    if (closed) return
    onForecast()
    wind(isStale ? paceMs : anewMs)
  }

  async function foreseen(hall: Hall): Promise<Forecast | null> {
    if (!hall.day || !hall.config) return null
    if (pace.day !== hall.day.date) {
      pace = {
        day: hall.day.date,
        of: await loadPace(parts.db, parts.hallId, hall.day.date, hall.config.timeZone),
      }
    }
    const at = now()
    const input = twinOf(hall, pace.of, at)
    if (!input || input.seats.length === 0) return null
    return forecastOf(hall, input, await room.ask(input))
  }

  const stopListening = authority.onCommitted(({ happened }) => {
    for (const one of happened) learnFrom(pace.of, one)
    if (!isStale && !runs) wind(paceMs)
    isStale = true
  })
  wind(0)

  return {
    current: () => latest,
    async close() {
      closed = true
      clearTimeout(timer)
      stopListening()
      await room.close()
    },
  }
}

function forecastOf(hall: Hall, input: TwinInput, result: TwinResult): Forecast {
  const { now: at, services } = input
  const tickets = new Map<string, Outlook>()
  waitingTickets(hall).forEach(({ id }, n) => {
    const { low, mid, high } = result.waiting[n]!
    if (Number.isFinite(high)) tickets.set(id, { low: at + low, mid: at + mid, high: at + high })
  })
  const forNewcomers = new Map<string, ForNewcomer>()
  services.forEach((service, n) => {
    const outlook = result.services[n]!
    if (!Number.isFinite(outlook.high)) return
    forNewcomers.set(service, { ...outlook, promised: promised(outlook), ...visitsOf(service, input) })
  })
  return { at, tickets, services: forNewcomers }
}

/** How long a visit takes at the counters that are there, and how far apart they are if all of them take the service. */
function visitsOf(service: string, { seats, walkMs }: TwinInput): { visitMs: number; gapMs: number } {
  const able = seats.filter(({ seat }) => [...seat.first, ...seat.fallback].includes(service))
  const visits = able.map(({ laws }) => walkMs + Math.exp(laws.get(service)!.logMean))
  const visitMs = visits.reduce((sum, ms) => sum + ms, 0) / Math.max(1, visits.length)
  return { visitMs, gapMs: visitMs / Math.max(1, visits.length) }
}
