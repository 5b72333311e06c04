import { z } from 'zod'

import { binding, id, language, need, printerState, ticketClass, time } from './parts.ts'
import { ticketState } from './views.ts'

/** A ticket of today as a receptionist finds it, living or ended. */
export const foundTicket = z.strictObject({
  id,
  label: z.string(),
  service: id,
  class: ticketClass,
  state: ticketState,
  language,
  needs: z.array(need),
  issuedAt: time,
  /** An appointment's time. */
  slot: time.nullable(),
  /** In this leg, until its first call or its end; null while it waits, from `since` on. */
  waitedMs: z.number().nullable(),
  since: time,
  targetMs: z.number(),
  /** Until when its visitor was promised to be called, and whether that is likely to be kept. */
  promised: z.strictObject({ until: time, kept: z.boolean() }).nullable(),
  /** Who alone may call it. */
  bound: binding,
  /** How many of the same service come before it, while it waits. */
  ahead: z.number().int().nullable(),
  /** Where it is, was put aside, was missed or ended. */
  counter: z.string().nullable(),
  /** Until when it is kept aside, or may report back. */
  until: time.nullable(),
  endedAt: time.nullable(),
  /** Where its visitor follows it, for whoever may print it. */
  url: z.string().nullable(),
})

/** What `GET /api/reception/find` answers, and `GET /api/reception/printers`. */
export const foundTickets = z.strictObject({ tickets: z.array(foundTicket) })
export const kioskPrinters = z.strictObject({
  kiosks: z.array(z.strictObject({ id, name: z.string(), state: printerState })),
})

export type FoundTicket = z.output<typeof foundTicket>
export type FoundTickets = z.output<typeof foundTickets>
export type KioskPrinters = z.output<typeof kioskPrinters>
