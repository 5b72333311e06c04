import type { Servable } from './may-serve.ts'

/** What the order looks at in one that waits. A waiting ticket is one. */
export interface Candidate extends Servable {
  /** Settles ties of `since`. */
  readonly order: number
  /** An appointment's time. */
  readonly slot: number | null
}

/** First come, first served; who came in the same millisecond goes by the order of joining. */
export function comesBefore(
  a: Pick<Candidate, 'since' | 'order'>,
  b: Pick<Candidate, 'since' | 'order'>,
): boolean {
  return a.since < b.since || (a.since === b.since && a.order < b.order)
}

export function earliest(candidates: readonly Candidate[]): Candidate | null {
  return largest(candidates, () => 0)
}

/** Of equal scores who came first. */
export function largest(
  candidates: readonly Candidate[],
  score: (one: Candidate) => number,
): Candidate | null {
  let found: Candidate | null = null
  let most = -Infinity
  for (const one of candidates) {
    const value = score(one)
    if (found === null || value > most || (value === most && comesBefore(one, found))) {
      found = one
      most = value
    }
  }
  return found
}

/** The first of each service and class. */
export function heads(candidates: readonly Candidate[]): Candidate[] {
  const firsts: Candidate[] = []
  for (const one of candidates) {
    const at = firsts.findIndex((first) => first.service === one.service && first.class === one.class)
    if (at < 0) firsts.push(one)
    else if (comesBefore(one, firsts[at]!)) firsts[at] = one
  }
  return firsts
}
