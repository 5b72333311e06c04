import { z } from 'zod'
import { sounds } from '../display/sound.ts'
import { callReason } from './call-reason.ts'
import { errorCodes, type ErrorCode } from './error.ts'
import {
  direction,
  id,
  language,
  printerState,
  promised,
  serviceInformation,
  text,
  ticketClass,
  time,
} from './parts.ts'
import { view } from './views.ts'

const errorCode = z.enum(errorCodes as [ErrorCode, ...ErrorCode[]])

/** What comes down the wire, in the past tense. */
export const down = {
  /** First on every connection. A page of another build loads itself anew. */
  'hall:welcomed': z.strictObject({ build: z.string(), now: time, name: z.string() }),
  /** The whole view, at each connection; it takes the place of the last one. */
  'view:changed': z.strictObject({ version: z.number().int(), at: time, view }),
  /**
   * The parts of the view that are no more as they were; with the others they are the whole view of this version. Of a
   * part that is a list of things with ids: those that differ, and the ids of all, or null if they are the same in order.
   */
  'view:updated': z.strictObject({
    version: z.number().int(),
    at: time,
    parts: z.record(z.string(), z.unknown()),
    lists: z.record(
      z.string(),
      z.strictObject({
        order: z.array(z.string()).nullable(),
        rows: z.array(z.looseObject({ id: z.string() })),
      }),
    ),
  }),
  /** To kiosks, at first and whenever the hall is configured anew: too long for each view. */
  'hall:described': z.strictObject({
    services: z.array(z.strictObject({ id, information: serviceInformation })),
  }),
  /** Called, or called again: to be shown and heard at once. */
  'ticket:called': z.strictObject({
    /** The revision of the event: rises with each call. */
    call: z.number().int(),
    label: z.string(),
    counter: z.string(),
    zone: text,
    direction,
    at: time,
    /** It was called before. */
    again: z.boolean(),
    /** What is said, in this order: of each language the sounds to be heard one after another. */
    spoken: z.array(z.strictObject({ language, clips: z.array(z.string()) })),
  }),
  /** To displays, at each connection: what is to be heard there of a call. */
  'sound:changed': z.strictObject({ sound: z.enum(sounds) }),
  /** To a display: somebody wants to hear whether it can be heard. It confirms it, of no call. */
  'sound:asked': z.strictObject({}),
  /** How the paper of a ticket fared, to the kiosk that issued it. */
  'ticket:printed': z.strictObject({ ticket: id, outcome: z.enum(['printed', 'sent', 'failed', 'unknown']) }),
  'printer:changed': z.strictObject({ state: printerState.nullable() }),
  /** Every 5 seconds. A page that misses it for 15 seconds takes its line for dead and opens another. */
  'line:beaten': z.strictObject({ now: time }),
  /** The session, the device or the visit has ended, or the server is being stopped; the server hangs up next. */
  'session:ended': z.strictObject({ code: errorCode }),
} as const

export type DownName = keyof typeof down
export type DownFields<N extends DownName> = z.output<(typeof down)[N]>

/** The answer to a command. */
export const acknowledgement = z.union([
  z.strictObject({
    ok: z.literal(true),
    answer: z.strictObject({
      ticket: id.optional(),
      label: z.string().optional(),
      /** Of a ticket just issued, where it is not as asked: an appointment that came too late. */
      class: ticketClass.optional(),
      /** Of a ticket just issued: where its visitor can follow it. Whoever has it may cancel the ticket. */
      url: z.string().optional(),
      promised: promised.optional(),
      reason: callReason.optional(),
    }),
  }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({
      code: errorCode,
      details: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  }),
])
export type Acknowledgement = z.output<typeof acknowledgement>
export type WireAnswer = Extract<Acknowledgement, { ok: true }>['answer']
