import type { DayCall } from './day-calls.ts'

/** What the law's out-of-turn tickets asked of the others. */
export interface OutOfTurnCost {
  readonly calls: number
  /** Of all calls. */
  readonly share: number
  /** How often somebody was passed over by them. */
  readonly passedOver: number
  /** An estimate of what all those waited longer by that, together. */
  readonly costMs: number
}

/**
 * A visit of t minutes keeps one of the n counters that could have served somebody from doing so, and these share what
 * is left to do: whom it passed over waits t / n longer. A visit lasts from the call until the visitor leaves.
 */
export function costOfOutOfTurn(calls: readonly DayCall[]): OutOfTurnCost {
  const outOfTurn = calls.filter(({ reason }) => reason.rule === 'out-of-turn')
  let passedOver = 0
  let costMs = 0
  for (const call of outOfTurn) {
    for (const { by, counters } of call.passedOver) {
      if (by !== 'outOfTurn') continue
      passedOver += 1
      costMs += (call.leftAt - call.at) / Math.max(1, counters)
    }
  }
  const share = calls.length === 0 ? 0 : outOfTurn.length / calls.length
  return { calls: outOfTurn.length, share, passedOver, costMs: Math.round(costMs) }
}
