import { z } from 'zod'

import type { CallReason } from '../queue/call-reason.ts'
import { ticketClass, time } from './parts.ts'

const ms = z.number()

/** Why a ticket was called. */
export const callReason: z.ZodType<CallReason> = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('first-come'), waitedMs: ms }),
  z.strictObject({ rule: z.literal('share'), waitedMs: ms, targetMs: ms, weight: z.number() }),
  z.strictObject({ rule: z.literal('priority'), waitedMs: ms, targetMs: ms }),
  z.strictObject({ rule: z.literal('appointment'), slot: time, early: z.boolean() }),
  z.strictObject({
    rule: z.literal('ratio'),
    class: ticketClass,
    turn: z.number().int(),
    waitedMs: ms,
  }),
  z.strictObject({ rule: z.literal('overtaken'), times: z.number().int() }),
  z.strictObject({ rule: z.literal('out-of-turn'), waitedMs: ms }),
  z.strictObject({ rule: z.literal('by-hand') }),
])

/** The same as its visitor is told: of their own wait, in whole minutes. */
export const visitorReason = z.union([
  z.strictObject({ why: z.literal('share'), minutes: z.number().int(), target: z.number().int() }),
  z.strictObject({ why: z.literal('wait'), minutes: z.number().int() }),
  z.strictObject({ why: z.enum(['appointment', 'early']), slot: time }),
  z.strictObject({ why: z.literal('overtaken'), times: z.number().int() }),
  z.strictObject({ why: z.enum(['priority', 'out-of-turn', 'by-hand']) }),
])

export type VisitorReason = z.output<typeof visitorReason>
