import type { Kysely } from 'kysely'

import type { HallConfig } from '#shared/queue/config.ts'
import type { HallEvent } from '#shared/queue/event.ts'

import { ticketsLabelled } from '../db/record.ts'
import type { Database } from '../db/schema.ts'
import type { RecordedNames } from './names.ts'

/** The fields of events by which they speak of somebody or something, each with the ids looked for. */
type Mentions = Readonly<Record<'ticket' | 'counter' | 'service' | 'kiosk' | 'clerk', readonly string[]>>

/** All that may be meant by what somebody looks for: a label in full, a part of a name. */
export async function mentionsOf(
  db: Kysely<Database>,
  hallId: string,
  {
    about,
    config,
    names,
    from,
    to,
  }: {
    readonly about: string
    readonly config: HallConfig | null
    readonly names: RecordedNames
    readonly from: string
    readonly to: string
  },
): Promise<Mentions> {
  const sought = about.toLowerCase()
  const called = (name: string) => name.toLowerCase().includes(sought)
  const { counters = [], services = [] } = config ?? {}
  return {
    ticket: await ticketsLabelled(db, hallId, about.toUpperCase(), { from, to }),
    counter: counters.filter(({ label }) => label.toLowerCase() === sought).map(({ id }) => id),
    service: services.filter(({ name }) => Object.values(name).some(called)).map(({ id }) => id),
    kiosk: [...names.devices].filter(([, name]) => called(name)).map(([id]) => id),
    clerk: [...names.people].filter(([, name]) => called(name)).map(([id]) => id),
  }
}

/** As the JSON of events has them. */
export function fragmentsOf(mentions: Mentions): string[] {
  return Object.entries(mentions).flatMap(([field, ids]) =>
    ids.map((id) => `"${field}":${JSON.stringify(id)}`),
  )
}

/** Whether an event speaks of any of them itself, and not only something within it. */
export function isMentioned(mentions: Mentions, event: HallEvent): boolean {
  const fields = event as unknown as Readonly<Record<string, unknown>>
  return Object.entries(mentions).some(([field, ids]) => ids.includes(fields[field] as string))
}
