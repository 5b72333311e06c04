import type { CallReason } from '#shared/queue/call-reason.ts'

import type { DayCall, DayCalls } from './day-calls.ts'
import { costOfOutOfTurn, type OutOfTurnCost } from './out-of-turn-cost.ts'
import { overtakesOf, type Overtakes } from './overtakes.ts'
import { waitsOf, type Waits } from './waits.ts'

/** How the order went on a day. Times are epoch ms, durations ms, shares from 0 to 1. */
export interface OrderReport {
  readonly day: string
  readonly timeZone: string
  readonly isOver: boolean
  readonly calls: {
    /** Those that were not taken back; so are all below but `again`. */
    readonly all: number
    readonly takenBack: number
    readonly byReason: { readonly [R in CallReason['rule']]?: number }
  }
  readonly waits: Waits
  readonly overtakes: Overtakes
  readonly outOfTurn: OutOfTurnCost
  /** What the rule chooses again from the same hall. */
  readonly again: {
    readonly same: number
    /** Must be none. */
    readonly differs: readonly Difference[]
    /** From before halls had an order. */
    readonly older: number
  }
}

export interface Difference {
  readonly at: number
  readonly counter: string
  readonly called: string
  readonly reason: CallReason
  readonly again: { readonly called: string; readonly reason: CallReason } | null
}

export function orderReport({ date, timeZone, isOver, calls }: DayCalls): OrderReport {
  const standing = calls.filter(({ isTakenBack }) => !isTakenBack)
  const byReason: { [R in CallReason['rule']]?: number } = {}
  for (const { reason } of standing) byReason[reason.rule] = (byReason[reason.rule] ?? 0) + 1
  return {
    day: date,
    timeZone,
    isOver,
    calls: { all: standing.length, takenBack: calls.length - standing.length, byReason },
    waits: waitsOf(standing),
    overtakes: overtakesOf(standing),
    outOfTurn: costOfOutOfTurn(standing),
    again: {
      same: calls.filter(({ again }) => again === 'same').length,
      differs: calls.filter(({ again }) => again === 'differs').map(differenceOf),
      older: calls.filter(({ again }) => again === 'older').length,
    },
  }
}

function differenceOf({ at, counter, ticket, reason, chosen }: DayCall): Difference {
  const again = chosen && { called: chosen.ticket.label, reason: chosen.reason }
  return { at, counter, called: ticket.label, reason, again }
}
