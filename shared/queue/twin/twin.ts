import { runTwin } from './run.ts'
import { seeded } from './random.ts'
import type { TwinInput } from './twin-input.ts'

/** How long until a call, ms: half are called before `mid`, four of five between `low` and `high`. */
export interface Outlook {
  readonly low: number
  readonly mid: number
  readonly high: number
}

export interface TwinResult {
  /** As the input's `waiting`. */
  readonly waiting: readonly Outlook[]
  /** As the input's `services`: of a visitor who would come now. */
  readonly services: readonly Outlook[]
}

export const standardRuns = 100
/**
 * The shares of calls before a range and after it. Waits reach further up than down, so of all ranges that hold four of
 * five this is one of the narrowest.
 */
export const misses = { low: 0.05, high: 0.15 } as const

/** Lets the twin of a hall run many times; one set of runs serves everybody. */
export function foresee(input: TwinInput, seed: number, runs = standardRuns): TwinResult {
  const measured = input.waiting.length + input.services.length
  const calls = Array.from({ length: runs }, () => new Float64Array(measured))
  calls.forEach((of, run) => runTwin(input, seeded(seed + run * 7919), of))
  const outlooks = Array.from({ length: measured }, (_, n) => outlook(calls.map((of) => of[n]!)))
  return {
    waiting: outlooks.slice(0, input.waiting.length),
    services: outlooks.slice(input.waiting.length),
  }
}

function outlook(times: number[]): Outlook {
  times.sort((a, b) => a - b)
  return {
    low: quantile(times, misses.low),
    mid: quantile(times, 0.5),
    high: quantile(times, 1 - misses.high),
  }
}

/** Of sorted values, between the two nearest. */
function quantile(sorted: readonly number[], part: number): number {
  const at = part * (sorted.length - 1)
  const below = sorted[Math.floor(at)]!
  const above = sorted[Math.ceil(at)]!
  return below === above ? below : below + (at - Math.floor(at)) * (above - below)
}
