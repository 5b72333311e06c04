import type { Promised } from './promise.ts'

/** What is foreseen of a hall, from one moment. It stands beside the hall, never in its events. */
export interface Forecast {
  /** Epoch ms. */
  readonly at: number
  /** By ticket that waits: when it is called, epoch ms. */
  readonly tickets: ReadonlyMap<string, Expected>
  /** By service: of a visitor who takes a ticket now. No entry: nothing can be said. */
  readonly services: ReadonlyMap<string, ForNewcomer>
}

/** The range in which four of five calls lie, and its middle, epoch ms. */
export interface Expected {
  readonly low: number
  readonly mid: number
  readonly high: number
}

export interface ForNewcomer {
  /** Ms from now. */
  readonly low: number
  readonly mid: number
  readonly high: number
  readonly promised: Promised | null
  /** How long the visit takes, the middle, ms. */
  readonly visitMs: number
  /** By how much each further visitor of the service lengthens the wait, ms. */
  readonly gapMs: number
}

/** A forecast that is older says nothing: the hall has gone on without it. */
const lastsMs = 60_000

/** The forecast as far as it can be relied on. */
export function relied(forecast: Forecast | null, now: number): Forecast | null {
  return forecast !== null && now - forecast.at <= lastsMs ? forecast : null
}
