import type { CallReason } from './event.ts'
import type { Binding, TicketClass } from './ticket.ts'

/** What the order looks at in one that waits. A waiting ticket is one. */
export interface Candidate {
  readonly service: string
  readonly class: TicketClass
  readonly since: number
  readonly order: number
  readonly bound: Binding
  readonly overtaken: number
}

/** A counter with its clerk, and the services that they take. */
export interface Seat {
  readonly counter: string
  readonly clerk: string
  readonly first: readonly string[]
  readonly fallback: readonly string[]
}

export interface Choice {
  /** Index among the candidates. */
  readonly chosen: number
  readonly reason: CallReason
}

/**
 * Whose turn it is at a counter, or null if nobody waits whom it may take. A fallback service is looked at only when
 * nobody waits for a first one.
 *
 * The order is first come, first served.
 */
export function chooseNext(candidates: readonly Candidate[], seat: Seat, now: number): Choice | null {
  const chosen = earliest(candidates, seat, 'first') ?? earliest(candidates, seat, 'fallback')
  if (chosen === null) return null
  return { chosen, reason: { rule: 'first-come', waitedMs: now - candidates[chosen]!.since } }
}

/** Whom the choice of one passes over: those who came earlier and whom the same counter could have taken. */
export function overtakenBy(chosen: number, candidates: readonly Candidate[], seat: Seat): number[] {
  const called = candidates[chosen]!
  const passed: number[] = []
  candidates.forEach((candidate, index) => {
    if (comesBefore(candidate, called) && serves(seat, candidate)) passed.push(index)
  })
  return passed
}

/** Whether a counter may call a ticket at all, be it first choice or fallback. */
export function serves(seat: Seat, candidate: Pick<Candidate, 'service' | 'bound'>): boolean {
  return choiceOf(seat, candidate) !== null
}

/** First come, first served; who came in the same millisecond goes by the order of issue. */
export function comesBefore(
  a: Pick<Candidate, 'since' | 'order'>,
  b: Pick<Candidate, 'since' | 'order'>,
): boolean {
  return a.since < b.since || (a.since === b.since && a.order < b.order)
}

/** A ticket sent to a counter or clerk by name is a first choice there, whatever their profile says, and none elsewhere. */
function choiceOf(
  seat: Seat,
  { service, bound }: Pick<Candidate, 'service' | 'bound'>,
): 'first' | 'fallback' | null {
  if (bound !== null) return isBoundTo(seat, bound) ? 'first' : null
  if (seat.first.includes(service)) return 'first'
  return seat.fallback.includes(service) ? 'fallback' : null
}

function isBoundTo(seat: Seat, bound: NonNullable<Binding>): boolean {
  return 'clerk' in bound ? bound.clerk === seat.clerk : bound.counter === seat.counter
}

function earliest(candidates: readonly Candidate[], seat: Seat, choice: 'first' | 'fallback'): number | null {
  let found: number | null = null
  candidates.forEach((candidate, index) => {
    if (choiceOf(seat, candidate) !== choice) return
    if (found === null || comesBefore(candidate, candidates[found]!)) found = index
  })
  return found
}
