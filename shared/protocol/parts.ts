import { z } from 'zod'

import { knownNeeds, pauseReasons } from '../queue/command.ts'
import { nextSteps, summaryOutcomes } from '../queue/summary.ts'
import { servingResults } from '../queue/ticket.ts'

export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_.-]+$/)
export const time = z.number().int()
export const language = z.enum(['lt', 'en', 'ru', 'pl', 'uk'])
export const ticketClass = z.enum(['ordinary', 'priority', 'out-of-turn', 'appointment'])
export const need = z.enum(knownNeeds)
/** Each once. */
export const needs = z
  .array(need)
  .max(8)
  .refine((all) => new Set(all).size === all.length)
export const place = z.enum(['own', 'end'])
export const direction = z.enum(['left', 'right', 'straight'])
export const pauseReason = z.enum(pauseReasons)
export const servingResult = z.enum(servingResults)
export const printerState = z.enum(['ready', 'offline', 'paper-out', 'cover-open', 'error', 'unverifiable'])
export const note = z.string().max(500)

/** Short enough for paper. */
export const summary = z.strictObject({
  outcome: z.enum(summaryOutcomes),
  steps: z.array(z.enum(nextSteps)).max(nextSteps.length).readonly(),
  words: z.string().max(240),
  next: z.strictObject({
    date: z.iso.date().nullable(),
    time: z.iso.time({ precision: -1 }).nullable(),
    place: z.string().max(120),
  }),
})

/** The same text in several languages. */
export const text = z.partialRecord(language, z.string().max(500))

/** A line each; longer than a name. */
export const longText = z.partialRecord(language, z.string().max(2_000))

export const serviceInformation = z.strictObject({
  about: longText,
  bring: longText,
  price: longText,
  pay: longText,
  minutes: z.number().int().min(1).max(480).nullable(),
  checked: z.strictObject({ on: z.iso.date(), by: text }).nullable(),
})

export const binding = z.union([z.strictObject({ clerk: id }), z.strictObject({ counter: id }), z.null()])

/** Minutes. */
export const promised = z.strictObject({ low: z.number().int(), high: z.number().int() })
