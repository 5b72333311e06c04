import type { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'

import type { KeptFacts } from '#shared/protocol/kept.ts'
import { localDate } from '#shared/queue/calendar.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import { countPromises, type PromiseCounts } from './db/promises.ts'
import type { Database } from './db/schema.ts'
import { keptPartOf } from './kept-report.ts'
import { brandFacts } from './views/hall-facts.ts'

interface KeptParts {
  readonly db: Kysely<Database>
  readonly hallId: string
  /** Epoch ms. */
  readonly now: () => number
}

/** How many days before today are looked at. */
const daysBack = 7
/** However many ask, the promises are counted no more often. */
const lastsMs = 10_000

/** The way to ask whether promises are kept, on the last days and today so far. */
export function openKept({ db, hallId, now }: KeptParts): (config: HallConfig) => Promise<KeptFacts> {
  let counted: { from: string; at: number; counts: Promise<PromiseCounts[]> } | null = null

  function countsSince(from: string): Promise<PromiseCounts[]> {
    if (counted?.from === from && now() - counted.at < lastsMs) return counted.counts
    const counts = countPromises(db, hallId, from)
    counted = { from, at: now(), counts }
    counts.catch(() => (counted = null))
    return counts
  }

  return async (config) => {
    const { name, timeZone, languages, brand, services } = config
    const on = localDate(now(), timeZone)
    const from = Temporal.PlainDate.from(on).subtract({ days: daysBack }).toString()
    const counts = await countsSince(from)
    return {
      hall: { name, timeZone, languages: [...languages], brand: brandFacts(brand) },
      week: keptPartOf(counts, services),
      today: keptPartOf(
        counts.filter(({ day }) => day === on),
        services,
      ),
      from,
      on,
    }
  }
}
