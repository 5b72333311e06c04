/** What theory says of halls simple enough for it: arrivals by a Poisson process, exponential serving, like counters. */

/** The chance that an arrival must wait; `load` is arrivals times mean serving time, below `counters`. Erlang 1917. */
export function erlangC(counters: number, load: number): number {
  let blocked = 1
  for (let k = 1; k <= counters; k += 1) blocked = (load * blocked) / (k + load * blocked)
  return (counters * blocked) / (counters - load * (1 - blocked))
}

/** The mean wait when first come is first served, in the unit of `serving`. */
export function meanWait(counters: number, load: number, serving: number): number {
  return (erlangC(counters, load) * serving) / (counters - load)
}

export interface Accumulating {
  /** Of all arrivals. */
  readonly share: number
  /** How fast priority grows while one waits. */
  readonly rate: number
}

/**
 * The mean waits of classes whose priority grows with their wait, slowest first, when a free counter takes the highest.
 * Kleinrock, A delay dependent queue discipline, 1964; with several counters the wait of first come takes the place of
 * the remaining work, which holds while all classes are served alike.
 */
export function accumulatingWaits(
  classes: readonly Accumulating[],
  counters: number,
  load: number,
  serving: number,
): number[] {
  const together = meanWait(counters, load, serving)
  const used = (one: Accumulating) => (one.share * load) / counters
  const waits: number[] = []
  classes.forEach((one, index) => {
    const slower = classes
      .slice(0, index)
      .reduce((sum, other, at) => sum + used(other) * waits[at]! * (1 - other.rate / one.rate), 0)
    const faster = classes
      .slice(index + 1)
      .reduce((sum, other) => sum + used(other) * (1 - one.rate / other.rate), 0)
    waits.push((together - slower) / (1 - faster))
  })
  return waits
}
