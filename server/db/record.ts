import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely'

import type { ActRow, Database, EventRow } from './schema.ts'

/** A stretch of time in epoch ms, `to` not in it, of which the newest are read first. */
export interface Stretch {
  readonly hallId: string
  readonly from: number
  readonly to: number
}

/** Where reading goes on. Of the same moment acts come before events, and each of them the newest first. */
export type Place =
  | { readonly kind: 'event'; readonly at: number; readonly revision: number }
  | { readonly kind: 'act'; readonly at: number; readonly id: string }

export interface EventFilter {
  /** What stands before the colon of an event's name; null for any. */
  readonly families: readonly string[] | null
  /** Of each of these lists at least one stands in the event's JSON. */
  readonly mentions: readonly (readonly string[])[]
}

export async function recordedEvents(
  db: Kysely<Database>,
  { hallId, from, to }: Stretch,
  { families, mentions }: EventFilter,
  after: Place | null,
  limit: number,
): Promise<EventRow[]> {
  const before = after?.kind === 'event' ? after : null
  return await db
    .selectFrom('events')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('at', '>=', from)
    .where('at', '<', to)
    .$if(after?.kind === 'act', (query) => query.where('at', '<=', after!.at))
    .$if(before !== null, (query) =>
      query.where(({ eb, or, and }) =>
        or([
          eb('at', '<', before!.at),
          and([eb('at', '=', before!.at), eb('revision', '<', before!.revision)]),
        ]),
      ),
    )
    .$if(families !== null, (query) => query.where(({ eb }) => anyLike(eb, 'type', families!, ':%')))
    .where(({ eb, and }) =>
      and(
        mentions.map((any) =>
          anyLike(
            eb,
            'data',
            any.map((one) => `%${one}`),
            '%',
          ),
        ),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('revision', 'desc')
    .limit(limit)
    .execute()
}

/** All of a stretch: they are few. */
export async function recordedActs(
  db: Kysely<Database>,
  { hallId, from, to }: Stretch,
  after: Place | null,
): Promise<ActRow[]> {
  const before = after?.kind === 'act' ? after : null
  return await db
    .selectFrom('acts')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('at', '>=', from)
    .where('at', '<', to)
    .$if(after?.kind === 'event', (query) => query.where('at', '<', after!.at))
    .$if(before !== null, (query) =>
      query.where(({ eb, or, and }) =>
        or([eb('at', '<', before!.at), and([eb('at', '=', before!.at), eb('id', '<', before!.id)])]),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** The newest event before a revision that holds a configuration. */
export async function configuredBefore(
  db: Kysely<Database>,
  hallId: string,
  revision: number,
): Promise<EventRow | null> {
  const row = await db
    .selectFrom('events')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('revision', '<', revision)
    .where('type', 'in', ['hall:configured', 'day:opened'])
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** The ids of the tickets that bore a label, the newest first. */
export async function ticketsLabelled(
  db: Kysely<Database>,
  hallId: string,
  label: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('tickets')
    .select('id')
    .where('hall_id', '=', hallId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('label', '=', label)
    .orderBy('issued_at', 'desc')
    .limit(mostTickets)
    .execute()
  return rows.map(({ id }) => id)
}

/** A label is given once a day or so. */
const mostTickets = 400

export async function labelsOf(
  db: Kysely<Database>,
  hallId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('tickets')
    .select(['id', 'label'])
    .where('hall_id', '=', hallId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, label }) => [id, label]))
}

function anyLike(
  eb: ExpressionBuilder<Database, 'events'>,
  column: 'type' | 'data',
  beginnings: readonly string[],
  rest: string,
): Expression<SqlBool> {
  return eb.or(beginnings.map((one) => eb(column, 'like', `${one}${rest}`)))
}
