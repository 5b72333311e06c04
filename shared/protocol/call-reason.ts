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
