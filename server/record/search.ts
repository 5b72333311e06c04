import type { Kysely } from 'kysely'

import type { RecordEntry, RecordKind, RecordQuery } from '#shared/protocol/record.ts'
import { dayAfter, startOfDay } from '#shared/queue/calendar.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import type { EventFilter } from '../db/record.ts'
import type { ActRow, Database } from '../db/schema.ts'
import { toEvent } from '../projection.ts'
import { toEntries } from './entries.ts'
import { fragmentsOf, isMentioned, mentionsOf } from './mentions.ts'
import { recordedNames } from './names.ts'
import { newestFirst, placeIn, placeText, type Recorded } from './newest-first.ts'

export interface SearchParts {
  readonly db: Kysely<Database>
  readonly hallId: string
  readonly config: HallConfig | null
}

/** What stands before the colon of events and acts, by what is looked for. */
const families: Readonly<Record<RecordKind, readonly string[]>> = {
  tickets: ['ticket', 'step'],
  counters: ['shift', 'counter', 'help'],
  services: ['service'],
  settings: ['hall', 'day', 'rights'],
  accounts: ['account', 'password', 'pin'],
  devices: ['device', 'assistance'],
  notices: ['notice'],
}

/** What was done in a hall, the newest first: its events and what is no event, as if they were one list. */
export async function searchRecord(
  { db, hallId, config }: SearchParts,
  { from, to, by, id, kind, about, after, limit }: RecordQuery,
): Promise<{ readonly entries: readonly RecordEntry[]; readonly next: string | null }> {
  const names = await recordedNames(db, hallId)
  const timeZone = config?.timeZone ?? 'UTC'
  const sought = about?.trim() ?? ''
  const mentions =
    sought === '' ? null : await mentionsOf(db, hallId, { about: sought, config, names, from, to })
  const filter: EventFilter = {
    families: kind ? families[kind] : null,
    mentions: [...(by ? [[actorFragment(by, id)]] : []), ...(mentions ? [fragmentsOf(mentions)] : [])],
  }
  const stretch = { hallId, from: startOfDay(from, timeZone), to: startOfDay(dayAfter(to), timeZone) }

  function isMeant(one: Recorded): boolean {
    if (one.kind === 'act') return isActMeant(one.row)
    const event = toEvent(one.row)
    const isTheirs = !by || (event.by.kind === by && (id === undefined || event.by.id === id))
    return isTheirs && (!mentions || isMentioned(mentions, event))
  }

  function isActMeant({ act, by_kind, by_id, subject_name }: ActRow): boolean {
    if (by && (by_kind !== by || (id !== undefined && by_id !== id))) return false
    if (kind && !families[kind].includes(act.split(':')[0]!)) return false
    return sought === '' || subject_name.toLowerCase().includes(sought.toLowerCase())
  }

  const found: Recorded[] = []
  for await (const one of newestFirst(db, stretch, filter, after === undefined ? null : placeIn(after))) {
    if (isMeant(one)) found.push(one)
    if (found.length > limit) break
  }
  const shown = found.slice(0, limit)
  return {
    entries: await toEntries(db, hallId, shown, names),
    next: found.length > limit ? placeText(shown.at(-1)!) : null,
  }
}

function actorFragment(kind: string, id: string | undefined): string {
  return id === undefined ? `"by":{"kind":"${kind}"` : `"by":{"kind":"${kind}","id":${JSON.stringify(id)}}`
}
