import { setImmediate } from 'node:timers/promises'

import type { Forecast } from '#shared/queue/forecast.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { emptyPace, type Pace } from '#shared/queue/twin/pace.ts'
import { twinOf } from '#shared/queue/twin/twin-of.ts'
import type { TwinInput } from '#shared/queue/twin/twin-input.ts'
import type { TwinResult } from '#shared/queue/twin/twin.ts'
import type { Kysely } from 'kysely'

import type { Database } from '../db/schema.ts'
import type { HallAuthority } from '../hall.ts'
import type { Happened } from '../projection.ts'
import { openWorkerRoom } from '../worker-room.ts'
import { forecastOf } from './forecast-of.ts'
import { openLearningRoom, type Learning } from './learning.ts'
import { learnFrom, loadPace } from './pace-log.ts'
import { loadStretches, settles, stretchedFurther, type Stretches } from './stretch.ts'

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

/** What the hall knows of itself for the day that is open. */
interface Known {
  readonly day: string
  readonly pace: Pace
  stretches: Stretches
  learning: Learning | null
}

/** Between two runs of the twin. */
const paceMs = 1_000
/** Without anything happening, what was foreseen is looked at again so often: who is served is served on. */
const anewMs = 15_000

/**
 * Foresees, beside the hall, who is called when. At most once a second after something has happened, and now and then while
 * nothing does; a twin that dies or hangs leaves no forecast, and the queue as it is.
 */
export function openForecaster(parts: ForecasterParts): Forecaster {
  const { authority, db, hallId, now, onForecast, onError } = parts
  const file = parts.workerFile ?? new URL('./twin-worker.ts', import.meta.url)
  const twin = openWorkerRoom<TwinInput, TwinResult>({
    file,
    limitMs: parts.limitMs ?? 5_000,
    idleMs: 60_000,
  })
  const learningRoom = openLearningRoom(db, hallId)
  let known: Known = { day: '', pace: emptyPace(), stretches: {}, learning: null }
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
    if (known.day !== hall.day.date) await beginDay(hall)
    if (closed) return null
    const input = twinOf(hall, known.pace, now())
    if (!input || input.seats.length === 0) return null
    return forecastOf(hall, input, await twin.ask(input), known)
  }

  async function beginDay({ day, config }: Hall): Promise<void> {
    const { date } = day!
    // Each is a long read: between them the hall is served.
    const pace = await loadPace(db, hallId, date, config!.timeZone)
    await setImmediate()
    const stretches = await loadStretches(db, hallId, date)
    await setImmediate()
    known = { day: date, pace, stretches, learning: null }
    const begun = known
    learningRoom.before(date, config!).then(
      (learning) => (begun.learning = learning),
      (error: unknown) => closed || onError(error),
    )
  }

  function learn(one: Happened): void {
    learnFrom(known.pace, one)
    known.learning?.past.happened(one)
    const settled = settles(one)
    if (settled)
      known.stretches = stretchedFurther(known.stretches, settled.service, settled.promised, settled.took)
  }

  const stopListening = authority.onCommitted(({ happened }) => {
    happened.forEach(learn)
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
      await twin.close()
      await learningRoom.close()
    },
  }
}
