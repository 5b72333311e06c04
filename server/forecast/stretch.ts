import type { Outlook } from '#shared/queue/twin/twin.ts'

/** By how much the ends of what the twin foresees are moved out, 1 for not at all. Plain data. */
export interface Stretch {
  readonly low: number
  readonly high: number
}

export type Stretches = Readonly<Record<string, Stretch>>

/** The share of waits that is to fall below a range, and above it. */
const miss = 0.1
/** How much one call teaches: after fifty at one end's fault it is half as far again. */
const step = 0.04
const furthest = 4
/** So that a range that the twin is sure of can be stretched at all, ms. */
const least = 60_000

const unstretched: Stretch = { low: 1, high: 1 }

/**
 * What the twin foresees, with its ends where four of five waits lie inside, as its service has shown so far: adaptive
 * conformal inference (Gibbs and Candès, NeurIPS 2021), on a scale of the range's own width.
 */
export function stretched({ low, mid, high }: Outlook, stretches: Stretches, service: string): Outlook {
  const by = stretches[service] ?? unstretched
  const end = (width: number, factor: number) => width * factor + least * (factor - 1)
  return {
    low: Math.max(0, mid - Math.max(0, end(mid - low, by.low))),
    mid,
    high: mid + Math.max(0, end(high - mid, by.high)),
  }
}

/** To be told when a ticket is called: how long it took, and what range its visitor had been given. */
export function stretchedFurther(
  stretches: Stretches,
  service: string,
  range: { readonly low: number; readonly high: number },
  took: number,
): Stretches {
  const { low, high } = stretches[service] ?? unstretched
  return {
    ...stretches,
    [service]: { low: moved(low, took < range.low), high: moved(high, took > range.high) },
  }
}

function moved(factor: number, isMissed: boolean): number {
  return Math.min(furthest, Math.max(1 / furthest, factor * Math.exp(step * ((isMissed ? 1 : 0) - miss) * 2)))
}
