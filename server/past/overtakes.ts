import { notOvertaken, type OvertakenCounts, type TicketClass } from '#shared/queue/ticket.ts'

import type { DayCall } from './day-calls.ts'

/** Who was passed over, and by what. */
export interface Overtakes {
  /** Whom the rule passed over most often while it stood in one queue, and how often it may. */
  readonly most: { readonly label: string; readonly times: number; readonly allowed: number | null } | null
  readonly all: OvertakenCounts
  /** By the rule, for the same service and no higher class, unless sent to that counter by name: must be 0. */
  readonly unjustified: { readonly count: number; readonly first: readonly Unjustified[] }
}

export interface Unjustified {
  readonly at: number
  readonly counter: string
  readonly called: string
  readonly passedOver: string
  readonly service: string
}

const listed = 10

export function overtakesOf(calls: readonly DayCall[]): Overtakes {
  const all: { -readonly [O in keyof OvertakenCounts]: number } = { ...notOvertaken }
  // A ticket that joins a queue anew is counted anew.
  const byRule = new Map<string, { label: string; times: number; allowed: number | null }>()
  const unjustified: Unjustified[] = []
  for (const { at, counter, ticket: called, passedOver, mostOvertaken } of calls) {
    for (const { ticket, by } of passedOver) {
      all[by] += 1
      if (by !== 'rule') continue
      const key = `${ticket.id} ${ticket.order}`
      const times = (byRule.get(key)?.times ?? 0) + 1
      byRule.set(key, { label: ticket.label, times, allowed: mostOvertaken })
      const { service, label } = ticket
      const isSentHere = called.bound !== null
      if (called.service === service && !isSentHere && !isHigher(called.class, ticket.class))
        unjustified.push({ at, counter, called: called.label, passedOver: label, service })
    }
  }
  const most = [...byRule.values()].reduce<Overtakes['most']>(
    (top, one) => (top && top.times >= one.times ? top : one),
    null,
  )
  return { most, all, unjustified: { count: unjustified.length, first: unjustified.slice(0, listed) } }
}

/** Priority and appointments have targets of their own: each may go before the other. */
function isHigher(one: TicketClass, other: TicketClass): boolean {
  if (other === 'out-of-turn' || one === other) return false
  return one !== 'ordinary'
}
