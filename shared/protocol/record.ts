import { z } from 'zod'

import type { Actor } from '../queue/command.ts'
import type { EventName } from '../queue/event.ts'
import type { Text } from '../queue/config.ts'
import { id } from './parts.ts'

/** What is done that is no event of the hall, by name. */
export const acts = [
  'ticket:printed',
  'ticket:summary-printed',
  'account:added',
  'account:changed',
  'account:removed',
  'account:unblocked',
  'account:signed-out',
  'password:changed',
  'pin:set',
  'pin:removed',
  'rights:changed',
  'device:added',
  'device:changed',
  'device:replaced',
  'device:revoked',
  'notice:added',
  'notice:changed',
  'notice:removed',
] as const
export type ActName = (typeof acts)[number]

/** What entries are looked for by. */
export const recordKinds = [
  'tickets',
  'counters',
  'services',
  'settings',
  'accounts',
  'devices',
  'notices',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** What is refused about the record, over plain HTTP. */
export const recordRefusals = {
  'record/bad-period': 'The last day is before the first, or they are more than `max` days apart.',
} as const
export type RecordRefusal = keyof typeof recordRefusals

/** In days. */
export const longestPeriod = 366
/** Entries of one answer. */
export const pageLengths = { usual: 50, most: 500 } as const

const actorKinds = ['staff', 'device', 'ticket', 'clock', 'operator'] as const satisfies Actor['kind'][]

/** Of `GET /api/record`, as its address has it. */
export const recordQuery = z.strictObject({
  /** Days in the hall's calendar, both belong to the period. */
  from: z.iso.date(),
  to: z.iso.date(),
  by: z.enum(actorKinds).optional(),
  /** Of the one who did it. */
  id: id.optional(),
  kind: z.enum(recordKinds).optional(),
  /** A ticket's or a counter's label, or a part of the name of a service, a person, a device. */
  about: z.string().max(100).optional(),
  /** Where the page before ended. */
  after: z
    .string()
    .regex(/^[ae]\.\d{1,16}\.[\w-]{1,64}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(pageLengths.most).default(pageLengths.usual),
})
export type RecordQuery = z.infer<typeof recordQuery>

export type FactValue = string | number | boolean | null | readonly string[]
export type Facts = Readonly<Record<string, FactValue>>

export type SubjectKind = 'ticket' | 'counter' | 'service' | 'hall' | 'account' | 'role' | 'device' | 'notice'

/** Something that was done. Names are null of what is no longer there and was never written down. */
export interface RecordEntry {
  readonly key: string
  readonly at: number
  readonly by: { readonly kind: Actor['kind']; readonly id: string; readonly name: string | null }
  readonly act: EventName | ActName
  readonly subject: { readonly kind: SubjectKind; readonly id: string; readonly name: string | null }
  /** What is different since: a fact each. */
  readonly changes: readonly Change[]
}

export interface Change {
  readonly fact: string
  readonly before: FactValue
  readonly after: FactValue
}

type Named = { readonly id: string; readonly name: string }

/** What `GET /api/record` answers: the newest first. */
export interface RecordPage {
  readonly timeZone: string
  readonly entries: readonly RecordEntry[]
  /** For `after`; null at the end. */
  readonly next: string | null
}

/** What `GET /api/record/names` answers: whom and what entries speak of. */
export interface RecordNames {
  readonly timeZone: string
  /** In the hall's calendar. */
  readonly today: string
  readonly people: readonly Named[]
  readonly devices: readonly Named[]
  readonly counters: Readonly<Record<string, string>>
  readonly services: Readonly<Record<string, Text>>
  readonly profiles: Readonly<Record<string, Text>>
}
