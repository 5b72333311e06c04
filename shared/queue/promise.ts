/** How long a visitor is told that it takes, in minutes, as people say it. `low` 0 means "up to". */
export interface Promised {
  readonly low: number
  readonly high: number
}

/** The minutes that are said: nobody waits "17 to 23 minutes". */
const said = [0, 5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 90, 105, 120, 150, 180, 210, 240] as const
const minute = 60_000

/**
 * A range of waits (ms) as it is said: its begin to the nearest, its end up, since a wait that is longer than promised
 * angers more than one that is shorter. Null beyond four hours: then it says nothing any more.
 */
export function promised({ low, high }: { readonly low: number; readonly high: number }): Promised | null {
  const end = said.find((minutes) => minutes > 0 && minutes * minute >= high)
  if (end === undefined) return null
  const begin = nearest(low / minute)
  const before = said[said.indexOf(end) - 1]!
  return { low: Math.min(begin, before), high: end }
}

/** What came of a promise: called before its begin, within it, or after its end. */
export type Kept = 'early' | 'inside' | 'late'

/** Whether a wait (ms) was as promised. */
export function isKept({ low, high }: Promised, waitedMs: number): Kept {
  if (waitedMs < low * minute) return 'early'
  return waitedMs > high * minute ? 'late' : 'inside'
}

function nearest(minutes: number): number {
  return said.reduce((best, one) => (Math.abs(one - minutes) < Math.abs(best - minutes) ? one : best))
}
