import { setImmediate } from 'node:timers/promises'

import type { Kysely } from 'kysely'

import type { Change } from '#shared/protocol/record.ts'
import { evolve } from '#shared/queue/evolve.ts'
import { emptyHall, type Hall } from '#shared/queue/hall.ts'
import { servedLast } from '#shared/queue/steps.ts'

import { eventsAfter, openingBefore } from '../db/events.ts'
import type { Database } from '../db/schema.ts'
import { toEvent } from '../projection.ts'
import { changesBetween, ticketFacts, toldBy } from './changes.ts'

const pageOfEvents = 200

/** What events of tickets, by their revisions, changed about these: each day is gone through once more. */
export async function ticketChanges(
  db: Kysely<Database>,
  hallId: string,
  revisions: readonly number[],
): Promise<ReadonlyMap<number, readonly Change[]>> {
  const changes = new Map<number, readonly Change[]>()
  let left = revisions.toSorted((a, b) => a - b)
  while (left.length > 0) {
    const last = left.at(-1)!
    const opening = await openingBefore(db, hallId, last)
    if (opening === null) break
    const ofDay = new Set(left.filter((revision) => revision >= opening))
    await goThrough(db, hallId, opening, last, ofDay, changes)
    left = left.filter((revision) => revision < opening)
  }
  return changes
}

async function goThrough(
  db: Kysely<Database>,
  hallId: string,
  opening: number,
  last: number,
  wanted: ReadonlySet<number>,
  changes: Map<number, readonly Change[]>,
): Promise<void> {
  const hall: Hall = { ...emptyHall(hallId), revision: opening - 1 }
  while (hall.revision < last) {
    const rows = await eventsAfter(db, hallId, hall.revision, pageOfEvents)
    if (rows.length === 0) return
    for (const row of rows) {
      const event = toEvent(row)
      const was = 'ticket' in event && (hall.tickets.get(event.ticket) ?? servedLast(hall, event.ticket))
      const restored = event.type === 'ticket:restored' && event.from
      const ticket = evolve(hall, event)
      if (!wanted.has(row.revision) || !ticket) continue
      const before = restored
        ? { service: restored.service, class: restored.class }
        : was
          ? ticketFacts(was)
          : null
      changes.set(row.revision, changesBetween(before, { ...ticketFacts(ticket), ...toldBy(event) }))
    }
    await setImmediate()
  }
}
