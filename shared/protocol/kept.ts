import { z } from 'zod'

import { id, text } from './parts.ts'
import { sheetHall } from './sheet-hall.ts'

/** What came of the promises to visitors who were called. */
const keptCounts = z.strictObject({
  called: z.number().int(),
  inside: z.number().int(),
  early: z.number().int(),
  late: z.number().int(),
})

const keptSums = z.strictObject({
  /** Those included who still wait, or left before a call. */
  given: z.number().int(),
  all: keptCounts,
  /** Of visitors who found somebody waiting for their service. */
  queued: keptCounts,
  /** By how many minutes a wait differed from the middle of what was said, on average; null if nobody was called. */
  offMinutes: z.number().nullable(),
})

const keptPart = z.strictObject({
  total: keptSums,
  /** Those with promises, the worst first. Without a name: the hall has it no more. */
  services: z.array(keptSums.extend({ id, name: text.nullable() })),
})

/** What `GET /api/promises` answers to staff, and `GET /api/kept` to anybody if the hall wants it. */
export const keptFacts = z.strictObject({
  hall: sheetHall,
  /** The seven days before today, and today so far. */
  week: keptPart,
  today: keptPart,
  /** The hall's dates: of the first of those days, and of today. */
  from: z.iso.date(),
  on: z.iso.date(),
})

export type KeptCounts = z.output<typeof keptCounts>
export type KeptSums = z.output<typeof keptSums>
export type KeptPart = z.output<typeof keptPart>
export type KeptFacts = z.output<typeof keptFacts>
