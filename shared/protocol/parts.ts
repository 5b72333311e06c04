import { z } from 'zod'

export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_.-]+$/)
export const time = z.number().int()
export const language = z.enum(['lt', 'en', 'ru', 'pl', 'uk'])
export const ticketClass = z.enum(['ordinary', 'priority', 'out-of-turn', 'appointment'])
export const need = z.enum(['mobility', 'hearing', 'sight', 'small-child'])
export const place = z.enum(['own', 'end'])
export const direction = z.enum(['left', 'right', 'straight'])
export const note = z.string().max(500)

/** The same text in several languages. */
export const text = z.partialRecord(language, z.string().max(500))

export const binding = z.union([z.strictObject({ clerk: id }), z.strictObject({ counter: id }), z.null()])
