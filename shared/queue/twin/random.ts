/** Random numbers in [0, 1) from a seed; the same seed gives the same numbers. */
export type Random = () => number

/** mulberry32: 32 bits of state, fast, and good enough for a few hundred thousand draws. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The time to the next of events that come at a rate (per unit of time). */
export function exponential(random: Random, rate: number): number {
  return -Math.log(1 - random()) / rate
}
