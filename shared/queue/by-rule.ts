import type { CallReason } from './call-reason.ts'
import { earliest, largest, type Candidate } from './candidate.ts'
import { ratioClasses, targetMsOf, weightOf, type Order } from './order.ts'
import type { TicketClass } from './ticket.ts'

export type Turn = { readonly candidate: Candidate; readonly reason: CallReason }

/** Whom the hall's rule chooses among the first of each service and class, or null if nobody is there. */
export function byRule(heads: readonly Candidate[], order: Order, now: number): Turn | null {
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
