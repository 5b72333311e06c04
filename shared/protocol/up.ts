import { z } from 'zod'
import { callOutcomes } from '../display/sound.ts'
import type { CommandName, Commands } from '../queue/command.ts'
import { hallConfig } from './hall-config.ts'
import {
  binding,
  id,
  language,
  needs,
  note,
  pauseReason,
  place,
  servingResult,
  summary,
  ticketClass,
  time,
} from './parts.ts'

const ticket = { ticket: id }
const counter = { counter: id }
const pixels = z.number().int().min(1).max(100_000)

/**
 * What may come up the wire: each command with its fields. It comes with an `id`, unique within its sender: sent twice,
 * it happens once. Every one is acknowledged with an `Acknowledgement`.
 */
export const up = {
  'hall:configure': z.strictObject({ config: hallConfig }),

  'ticket:issue': z.strictObject({
    service: id,
    class: ticketClass.default('ordinary'),
    slot: time.nullable().default(null),
    number: z.number().int().min(0).max(9_999_999).nullable().default(null),
    language,
    needs: needs.default([]),
    counter: id.nullable().default(null),
  }),
  'ticket:call-next': z.strictObject({ ...counter, service: id.nullable().default(null) }),
  'ticket:call': z.strictObject({ ...counter, ...ticket }),
  'ticket:recall': z.strictObject(ticket),
  'ticket:start': z.strictObject(ticket),
  'ticket:pause': z.strictObject(ticket),
  'ticket:resume': z.strictObject(ticket),
  'ticket:miss': z.strictObject(ticket),
  'ticket:report': z.strictObject(ticket),
  'ticket:return': z.strictObject({ ...ticket, place: place.default('own') }),
  'ticket:transfer': z.strictObject({
    ...ticket,
    service: id,
    bound: binding.default(null),
    place: place.default('own'),
    note: note.default(''),
  }),
  'ticket:park': z.strictObject({
    ...ticket,
    keptFor: z.enum(['clerk', 'counter', 'anyone']).default('clerk'),
    minutes: z.number().int().min(1).max(480).nullable().default(null),
    note: note.default(''),
  }),
  'ticket:take-up': z.strictObject({ ...counter, ...ticket }),
  'ticket:next-leg': z.strictObject({ ...ticket, service: id, note: note.default('') }),
  'ticket:change': z.strictObject({
    ...ticket,
    service: id.nullable().default(null),
    class: ticketClass.nullable().default(null),
    place: place.nullable().default(null),
    needs: needs.nullable().default(null),
    language: language.nullable().default(null),
  }),
  'ticket:bind': z.strictObject({ ...ticket, bound: binding }),
  'ticket:sum-up': z.strictObject({ ...ticket, summary }),
  'ticket:finish': z.strictObject({
    ...ticket,
    result: servingResult.default('done'),
    quantity: z.number().int().min(1).max(99).default(1),
  }),
  'ticket:cancel': z.strictObject(ticket),
  'ticket:restore': z.strictObject({ ...ticket, place: place.default('own') }),
  'step:undo': z.strictObject(counter),

  'shift:open': z.strictObject({
    ...counter,
    profile: id.nullable().default(null),
    takeOver: z.boolean().default(false),
  }),
  'shift:pause': z.strictObject({
    ...counter,
    reason: z.string().min(1).max(60),
    minutes: z.number().int().min(1).max(480).nullable().default(null),
  }),
  'shift:resume': z.strictObject(counter),
  'shift:close': z.strictObject(counter),

  'service:pause': z.strictObject({
    service: id,
    reason: pauseReason,
    until: time.nullable().default(null),
  }),
  'service:resume': z.strictObject({ service: id }),
  'service:lift-cut-off': z.strictObject({ service: id }),

  'counter:set-profile': z.strictObject({ ...counter, profile: id, until: time }),
  'counter:reset-profile': z.strictObject(counter),

  'assistance:ask': z.strictObject({}),
  'assistance:cancel': z.strictObject({}),
  'assistance:answer': z.strictObject({ kiosk: id }),
  'help:ask': z.strictObject({ counter: id }),
  'help:answer': z.strictObject({ counter: id }),
  'help:cancel': z.strictObject({ counter: id }),

  /**
   * Prints a ticket, again and marked as a copy unless it says that it is the first. The queue is not touched by it. A
   * device prints on its own printer; staff, who have none, name the kiosk whose printer it is.
   */
  'ticket:print': z.strictObject({
    ...ticket,
    kiosk: id.nullable().default(null),
    copy: z.boolean().default(true),
  }),

  /** Prints the summary of the visit at the sender's counter, at a kiosk that has a printer. */
  'ticket:print-summary': z.strictObject({ ...ticket, kiosk: id }),

  /** A display says what became of a call there, and how long after it its sound began; null: of its sound alone. */
  'call:confirm': z.strictObject({
    call: z.number().int().min(0).nullable(),
    outcome: z.enum(callOutcomes),
    lagMs: z
      .number()
      .int()
      .min(0)
      .max(24 * 3_600_000),
  }),

  /** How a device's page fares, every 30 seconds and when that changes. The queue is not touched by it. */
  'device:report': z.strictObject({
    build: z.string().max(100),
    /** How long ago its screen last drew, in ms. */
    drawnAgo: z.number().int().min(0),
    /** Of its clock before the server's, in ms; less than 0 if it is behind. */
    ahead: z.number().int(),
    /** The last call that it has drawn since it was opened. */
    lastCall: z.strictObject({ call: z.number().int(), at: time }).nullable(),
    /** Its whole page, in CSS px. */
    picture: z.strictObject({ width: pixels, height: pixels }).optional(),
  }),
} as const

export type UpName = keyof typeof up
export type HallCommandName = Exclude<
  UpName,
  'ticket:print' | 'ticket:print-summary' | 'call:confirm' | 'device:report'
>

/** What a sender writes: fields with a default may be left out. */
export type UpFields<N extends UpName> = z.input<(typeof up)[N]>

/** An id that the sender has not used before. */
export const commandId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/)

/** zod says of a command without fields that any field may be nothing. */
type FieldsOf<N extends HallCommandName> = string extends keyof z.output<(typeof up)[N]>
  ? never
  : keyof z.output<(typeof up)[N]>
type Mismatch = {
  [N in HallCommandName]: N extends CommandName
    ? z.output<(typeof up)[N]> extends Commands[N]
      ? FieldsOf<N> extends keyof Commands[N]
        ? never
        : N
      : N
    : N
}[HallCommandName]
/** Does not compile where the wire's fields are not the rules' fields. */
const theSame: [Mismatch] extends [never] ? true : Mismatch = true
void theSame
