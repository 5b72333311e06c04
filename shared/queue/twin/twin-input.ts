import type { Interval } from '../calendar.ts'
import type { Candidate } from '../candidate.ts'
import type { Seat } from '../may-serve.ts'
import type { Order } from '../order.ts'
import type { TicketClass } from '../ticket.ts'
import type { ServiceLaw } from './service-law.ts'

/** All that the twin of a hall runs on: plain data, so that it can be handed to another thread. Times are epoch ms. */
export interface TwinInput {
  readonly now: number
  readonly order: Order
  readonly seats: readonly TwinSeat[]
  readonly waiting: readonly Candidate[]
  /** For which a visitor might come now. */
  readonly services: readonly string[]
  readonly flows: readonly Flow[]
  /** How sure it is how many will come: the standard deviation of the logarithm of their number. */
  readonly flowSd: number
  readonly booked: readonly Booking[]
  readonly missing: Missing
  /** From the call to the beginning of the visit, ms. */
  readonly walkMs: number
}

export interface TwinSeat {
  readonly seat: Seat
  readonly busy: { readonly service: string; readonly since: number } | null
  /** Not before then it calls anybody: it opens, or comes back from a break whose end is known. */
  readonly from: number
  /** Since when it has been paused without a known end. */
  readonly pausedSince: number | null
  readonly breaks: readonly Interval[]
  /** By service. */
  readonly laws: ReadonlyMap<string, ServiceLaw>
}

/** Visitors of one service and class who come by chance. */
export interface Flow {
  readonly service: string
  readonly class: TicketClass
  readonly from: number
  readonly stepMs: number
  /** Visitors per ms in each step from `from` on; none after the last. */
  readonly rates: readonly number[]
}

/** An appointment whose visitor has not come yet. */
export interface Booking {
  readonly service: string
  readonly slot: number
}

/** Called visitors who do not come. */
export interface Missing {
  readonly chance: number
  /** Of the counter's time, ms. */
  readonly lostMs: number
  /** The part of them that reports back, and after how long on average, ms. */
  readonly returns: number
  readonly returnsAfterMs: number
}

/** How long breaks of counters last, where their end is not known. */
export const pauseLaw: ServiceLaw = { logMean: Math.log(15 * 60_000), logSd: 0.8 }

/** When the visitors of appointments come, ms after their time: mean and standard deviation. */
export const punctuality = { mean: -5 * 60_000, sd: 6 * 60_000 }
