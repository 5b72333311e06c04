import { z } from 'zod'

import { id, text, ticketClass, time } from './parts.ts'

const count = z.number().int()
/** From 0 to 1. */
const share = z.number()

/** What `GET /api/day/fairness` answers: how the order has gone today so far. */
export const dayFairness = z.strictObject({
  /** When it was counted. */
  at: time,
  calls: count,
  /** Of all calls, those after more than twice their target. */
  overTwice: share,
  /** The queue of which the smallest share was called within its target. */
  worst: z
    .strictObject({
      service: id,
      name: text.nullable(),
      class: ticketClass,
      called: count,
      withinTarget: share,
    })
    .nullable(),
  /** Whom the rule passed over most often, and how often it may. */
  mostOvertaken: z.strictObject({ label: z.string(), times: count, allowed: count.nullable() }).nullable(),
  /** Passed over by the rule though nothing justified it, and the first of them. */
  unjustified: z.strictObject({
    count,
    first: z.array(
      z.strictObject({ at: time, counter: z.string(), called: z.string(), passedOver: z.string() }),
    ),
  }),
  outOfTurn: z.strictObject({ calls: count, share, passedOver: count }),
})

/** What `GET /api/day/waits` answers: the day so far in quarters of an hour. */
export const dayWaits = z.strictObject({
  timeZone: z.string(),
  quarters: z.array(
    z.strictObject({
      from: time,
      arrivals: count,
      calls: count,
      /** Of those called in it; null if nobody was. */
      meanWaitMs: z.number().nullable(),
      /** At its end, or now. */
      waiting: count,
    }),
  ),
})

export type DayFairness = z.output<typeof dayFairness>
export type DayWaits = z.output<typeof dayWaits>
export type Quarter = DayWaits['quarters'][number]
