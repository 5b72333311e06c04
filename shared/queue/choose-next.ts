import { byRule, type Turn } from './by-rule.ts'
import type { CallReason } from './call-reason.ts'
import { comesBefore, earliest, heads, type Candidate } from './candidate.ts'
import { exceptionOf, isAble, isAtBound, type Seat } from './may-serve.ts'
import type { Order } from './order.ts'

export interface Choice {
  /** Index among the candidates. */
  readonly chosen: number
  readonly reason: CallReason
  readonly overtaken: Overtakes
}

/** Whom a call passes over, as indexes among the candidates. */
export interface Overtakes {
  /** Came earlier, and the same counter could have taken them. */
  readonly earlier: readonly number[]
  /** Came later, but stood in the queue when the called one came back to its old place. */
  readonly later: readonly number[]
}

/**
 * Whose turn it is at a counter, or null if nobody waits whom it may take now.
 *
 * Out of turn goes first. Then who has been overtaken as often as allowed. Then the hall's rule chooses among the first
 * of each service and class, so that inside these it is always first come, first served. A fallback service is looked at
 * when it has waited its term or nobody else is there; an early appointment when nobody else waits. Ties go by who came
 * first. The rule and its measurements: docs/order.md.
 */
export function chooseNext(
  candidates: readonly Candidate[],
  seat: Seat,
  order: Order,
  now: number,
): Choice | null {
  const usable = usableOf(candidates, seat, order, now)
  const turn = turnOf(usable.candidates, seat, order, now)
  if (!turn) return null
  const { candidate, reason } = turn
  const chosen = usable.indexes[usable.candidates.indexOf(candidate)]!
  return { chosen, reason, overtaken: passedOver(candidate, usable) }
}

/** Whom the call of one passes over at a counter, whatever the call was for. */
export function overtakesOf(
  called: Candidate,
  candidates: readonly Candidate[],
  seat: Seat,
  order: Order,
  now: number,
): Overtakes {
  return passedOver(called, usableOf(candidates, seat, order, now))
}

/** Those whom a counter may take now, and where they are among the candidates. */
interface Usable {
  readonly candidates: readonly Candidate[]
  readonly indexes: readonly number[]
}

function usableOf(all: readonly Candidate[], seat: Seat, order: Order, now: number): Usable {
  const candidates: Candidate[] = []
  const indexes: number[] = []
  all.forEach((candidate, index) => {
    if (!mayTake(seat, candidate, order, now)) return
    candidates.push(candidate)
    indexes.push(index)
  })
  return { candidates, indexes }
}

function passedOver(called: Candidate, { candidates, indexes }: Usable): Overtakes {
  const earlier: number[] = []
  const later: number[] = []
  candidates.forEach((candidate, n) => {
    if (candidate === called) return
    if (comesBefore(candidate, called)) earlier.push(indexes[n]!)
    else if (called.back && joinedAt(candidate) < called.back.revision) later.push(indexes[n]!)
  })
  return { earlier, later }
}

export function mayTake(seat: Seat, candidate: Candidate, order: Order, now: number): boolean {
  if (!isAble(seat, candidate)) return false
  const exception = exceptionOf(seat, candidate, order, now)
  return exception === null || exception.why === 'fallback'
}

/** The same among those whom a counter may take now. */
export function turnOf(usable: readonly Candidate[], seat: Seat, order: Order, now: number): Turn | null {
  const byLaw = earliest(usable.filter((one) => one.class === 'out-of-turn'))
  if (byLaw) return { candidate: byLaw, reason: { rule: 'out-of-turn', waitedMs: now - byLaw.since } }

  const atBound = earliest(usable.filter((one) => isAtBound(one, order)))
  if (atBound) {
    const candidate = earliest(usable.filter((one) => isInQueueOf(one, atBound)))!
    return { candidate, reason: { rule: 'overtaken', times: atBound.overtaken.rule } }
  }

  const due = usable.filter((one) => one.since <= now)
  const ready = due.filter((one) => exceptionOf(seat, one, order, now) === null)
  const turn = byRule(heads(ready), order, now) ?? byRule(heads(due), order, now)
  if (turn) return turn

  const early = earliest(usable)
  if (!early) return null
  return { candidate: early, reason: { rule: 'appointment', slot: early.slot ?? early.since, early: true } }
}

function isInQueueOf(one: Candidate, other: Candidate): boolean {
  return one.service === other.service && one.class === other.class
}

/** The revision since which it stands in the queue without a break. */
function joinedAt({ back, order }: Candidate): number {
  return back?.revision ?? order
}
