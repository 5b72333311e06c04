import { setImmediate } from 'node:timers/promises'

import type { Kysely } from 'kysely'

import { recordedActs, recordedEvents, type EventFilter, type Place, type Stretch } from '../db/record.ts'
import type { ActRow, Database, EventRow } from '../db/schema.ts'

export type Recorded =
  { readonly kind: 'event'; readonly row: EventRow } | { readonly kind: 'act'; readonly row: ActRow }

/** So much is looked through at once, since a running server has others to serve between two days. */
const dayMs = 24 * 60 * 60_000
const pageOfEvents = 200

/** Events and acts of a stretch in one order, the newest first, from a place on. */
export async function* newestFirst(
  db: Kysely<Database>,
  stretch: Stretch,
  filter: EventFilter,
  after: Place | null,
): AsyncGenerator<Recorded> {
  for (const part of daysBack(stretch, after)) {
    const acts = (await recordedActs(db, part, after)).map((row) => ({ kind: 'act' as const, row }))
    for await (const event of eventsBack(db, part, filter, after)) {
      while (acts[0] && acts[0].row.at >= event.row.at) yield acts.shift()!
      yield event
    }
    yield* acts
    await setImmediate()
  }
}

async function* eventsBack(
  db: Kysely<Database>,
  part: Stretch,
  filter: EventFilter,
  after: Place | null,
): AsyncGenerator<Extract<Recorded, { kind: 'event' }>> {
  let from = after
  for (;;) {
    const rows = await recordedEvents(db, part, filter, from, pageOfEvents)
    for (const row of rows) yield { kind: 'event', row }
    const last = rows.at(-1)
    if (!last || rows.length < pageOfEvents) return
    from = { kind: 'event', at: last.at, revision: last.revision }
    await setImmediate()
  }
}

function* daysBack({ hallId, from, to }: Stretch, after: Place | null): Generator<Stretch> {
  let end = after ? Math.min(to, after.at + 1) : to
  for (; end > from; end -= dayMs) yield { hallId, from: Math.max(from, end - dayMs), to: end }
}

const placeForm = /^([ae])\.(\d{1,16})\.(.+)$/

/** A place as an address has it. */
export function placeText(one: Recorded): string {
  return one.kind === 'act' ? `a.${one.row.at}.${one.row.id}` : `e.${one.row.at}.${one.row.revision}`
}

/** Null for what is no place. */
export function placeIn(text: string): Place | null {
  const [, kind, at, key] = placeForm.exec(text) ?? []
  if (at === undefined || key === undefined) return null
  if (kind === 'a') return { kind: 'act', at: Number(at), id: key }
  return /^\d+$/.test(key) ? { kind: 'event', at: Number(at), revision: Number(key) } : null
}
