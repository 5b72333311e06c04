import { dayAfter } from '#shared/queue/calendar.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import type { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'

import { findLearned, keepLearned } from '../db/learned.ts'
import { promiseErrors } from '../db/promises.ts'
import type { Database } from '../db/schema.ts'
import { openWorkerRoom } from '../worker-room.ts'
import type { LearnedModel } from './learned.ts'
import { ownDays } from './own-days.ts'
import { ownPast, type OwnPast } from './own-past.ts'
import type { PastDay } from './past-day.ts'
import type { Learned } from './trial.ts'

/** What was learned of a hall's past days, and what it knows of the day that is open. */
export interface Learning {
  readonly model: LearnedModel
  readonly past: OwnPast
  /** Services in which it was nearer to the truth than what was promised, on days that it had not seen. */
  readonly better: ReadonlySet<string>
}

export interface LearningRoom {
  /** Learns once for a day, in a thread of its own; null where there is too little to learn from. */
  readonly before: (date: string, config: HallConfig) => Promise<Learning | null>
  readonly close: () => Promise<void>
}

const daysBack = 60
const limitMs = 20 * 60_000
/** Of the promises on the tried days: fewer say nothing of how good they were. */
const fewestPromises = 50

export function openLearningRoom(db: Kysely<Database>, hallId: string): LearningRoom {
  const file = new URL('./learning-worker.ts', import.meta.url)
  const room = openWorkerRoom<readonly PastDay[], Learned | null>({ file, limitMs, idleMs: 1_000 })

  async function learnedFor(date: string, days: readonly PastDay[]): Promise<Learned | null> {
    const kept = await findLearned(db, hallId)
    if (kept?.day === date) return JSON.parse(kept.model) as Learned
    const learned = await room.ask(days)
    if (learned === null) return null
    await keepLearned(db, {
      hall_id: hallId,
      day: date,
      error_minutes: learned.error,
      model: JSON.stringify(learned),
    })
    return learned
  }

  async function betterThanPromised({ tried, errors }: Learned): Promise<Set<string>> {
    const promised = await promiseErrors(db, hallId, tried)
    const better = promised.filter(({ service, promises, error }) => {
      return promises >= fewestPromises && (errors[service] ?? Infinity) < error
    })
    return new Set(better.map(({ service }) => service))
  }

  return {
    async before(date, config) {
      const from = Temporal.PlainDate.from(date).subtract({ days: daysBack }).toString()
      const days = await ownDays(db, hallId, config, from, date)
      const learned = await learnedFor(date, days)
      if (!learned) return null
      const better = await betterThanPromised(learned)
      // Learning takes long; the day has gone on meanwhile.
      const today = await ownDays(db, hallId, config, date, dayAfter(date))
      return { model: learned.model, past: ownPast(hallId, config, date, [...days, ...today]), better }
    },
    close: room.close,
  }
}
