import type { CallReason } from './call-reason.ts'
import { exceptionOf, isAble, isAtBound, type Seat, type Servable } from './may-serve.ts'
import { ratioClasses, targetMsOf, weightOf, type Order } from './order.ts'
import type { TicketClass } from './ticket.ts'

/** What the order looks at in one that waits. A waiting ticket is one. */
export interface Candidate extends Servable {
  /** Where its waiting began, epoch ms; in the future for an appointment that checked in early. */
  readonly since: number
  /** Settles ties of `since`. */
  readonly order: number
  /** An appointment's time. */
  readonly slot: number | null
}

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

type Turn = { readonly candidate: Candidate; readonly reason: CallReason }

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
  const usable = candidates.filter((candidate) => mayTake(seat, candidate, order, now))
  const turn = turnOf(usable, seat, order, now)
  if (!turn) return null
  const overtaken = overtakesOf(turn.candidate, candidates, seat, order, now)
  return { chosen: candidates.indexOf(turn.candidate), reason: turn.reason, overtaken }
}

/** Whom the call of one passes over at a counter, whatever the call was for. */
export function overtakesOf(
  called: Candidate,
  candidates: readonly Candidate[],
  seat: Seat,
  order: Order,
  now: number,
): Overtakes {
  const earlier: number[] = []
  const later: number[] = []
  candidates.forEach((candidate, index) => {
    if (candidate === called || !mayTake(seat, candidate, order, now)) return
    if (comesBefore(candidate, called)) earlier.push(index)
    else if (called.back && joinedAt(candidate) < called.back.revision) later.push(index)
  })
  return { earlier, later }
}

/** First come, first served; who came in the same millisecond goes by the order of joining. */
export function comesBefore(
  a: Pick<Candidate, 'since' | 'order'>,
  b: Pick<Candidate, 'since' | 'order'>,
): boolean {
  return a.since < b.since || (a.since === b.since && a.order < b.order)
}

function mayTake(seat: Seat, candidate: Candidate, order: Order, now: number): boolean {
  if (!isAble(seat, candidate)) return false
  const exception = exceptionOf(seat, candidate, order, now)
  return exception === null || exception.why === 'fallback'
}

function turnOf(usable: readonly Candidate[], seat: Seat, order: Order, now: number): Turn | null {
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

function byRule(heads: readonly Candidate[], order: Order, now: number): Turn | null {
  switch (order.rule) {
    case 'first-come':
      return ordinarily(heads, now)
    case 'strict':
      return ahead(heads.filter(isProtected), order, now, () => 0) ?? ordinarily(heads, now)
    case 'ratio':
      return byRatio(heads, order, now)
    case 'share':
      return (
        ahead(
          heads.filter(
            (one) => order.aheadFrom !== null && isProtected(one) && used(one, order, now) >= order.aheadFrom,
          ),
          order,
          now,
          (one) => used(one, order, now),
        ) ?? byShare(heads, order, now)
      )
  }
}

function ordinarily(heads: readonly Candidate[], now: number): Turn | null {
  const candidate = earliest(heads)
  return candidate && { candidate, reason: { rule: 'first-come', waitedMs: now - candidate.since } }
}

function ahead(
  heads: readonly Candidate[],
  order: Order,
  now: number,
  score: (one: Candidate) => number,
): Turn | null {
  const candidate = largest(heads, score)
  if (!candidate) return null
  if (candidate.class === 'appointment') {
    return {
      candidate,
      reason: { rule: 'appointment', slot: candidate.slot ?? candidate.since, early: false },
    }
  }
  const targetMs = targetMsOf(order, candidate)
  return { candidate, reason: { rule: 'priority', waitedMs: now - candidate.since, targetMs } }
}

function byShare(heads: readonly Candidate[], order: Order, now: number): Turn | null {
  const candidate = largest(heads, (one) => weightOf(order, one.service) * used(one, order, now))
  if (!candidate) return null
  const waitedMs = now - candidate.since
  const targetMs = targetMsOf(order, candidate)
  return {
    candidate,
    reason: { rule: 'share', waitedMs, targetMs, weight: weightOf(order, candidate.service) },
  }
}

/** The wheel's places belong to the classes in their order; a class without anybody waiting loses its places. */
function byRatio(heads: readonly Candidate[], order: Order, now: number): Turn | null {
  const wheel = ratioClasses.flatMap((name) => Array<TicketClass>(order.ratio[name]).fill(name))
  for (let step = 0; step < wheel.length; step += 1) {
    const turn = (order.turn + step) % wheel.length
    const candidate = earliest(heads.filter((one) => one.class === wheel[turn]))
    if (!candidate) continue
    const waitedMs = now - candidate.since
    return { candidate, reason: { rule: 'ratio', class: candidate.class, turn, waitedMs } }
  }
  return null
}

/** The share of its target that a ticket has used. */
function used(one: Candidate, order: Order, now: number): number {
  return (now - one.since) / targetMsOf(order, one)
}

function isProtected(one: Candidate): boolean {
  return one.class === 'priority' || one.class === 'appointment'
}

/** The first of each service and class. */
function heads(candidates: readonly Candidate[]): Candidate[] {
  const firsts = new Map<string, Candidate>()
  for (const one of candidates) {
    const queue = `${one.class} ${one.service}`
    const first = firsts.get(queue)
    if (!first || comesBefore(one, first)) firsts.set(queue, one)
  }
  return [...firsts.values()]
}

function isInQueueOf(one: Candidate, other: Candidate): boolean {
  return one.service === other.service && one.class === other.class
}

function earliest(candidates: readonly Candidate[]): Candidate | null {
  return largest(candidates, () => 0)
}

/** Of equal scores who came first. */
function largest(candidates: readonly Candidate[], score: (one: Candidate) => number): Candidate | null {
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

/** The revision since which it stands in the queue without a break. */
function joinedAt({ back, order }: Candidate): number {
  return back?.revision ?? order
}
