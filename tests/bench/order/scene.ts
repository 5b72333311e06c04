import type { Candidate } from '#shared/queue/candidate.ts'
import type { Seat } from '#shared/queue/may-serve.ts'
import type { Visitor } from './bench-day.ts'
import type { CounterModel } from './reference-hall.ts'

/** One that waits. Who reports back waits anew. */
export interface Waiting extends Candidate {
  readonly visitor: Visitor
  readonly overtaken: { rule: number }
}

/** A counter, and what it does now. Times are ms after opening. */
export interface Desk {
  readonly model: CounterModel
  readonly seat: Seat
  doing: 'closed' | 'idle' | 'serving' | 'break'
  /** Since when. */
  from: number
  /** Who is called or served. */
  visitor: Visitor | null
  hadBreak: boolean
}

/** The hall at one moment: it goes on changing, so copy what is to be kept. */
export interface Scene {
  readonly now: number
  readonly waiting: readonly Waiting[]
  readonly desks: readonly Desk[]
}

/** A counter before it opens, the `index`-th. */
export function deskOf(model: CounterModel, index: number): Desk {
  const seat = { counter: `c${index + 1}`, clerk: `clerk-${index + 1}`, profile: null }
  return {
    model,
    seat: { ...seat, first: model.services, fallback: [] },
    doing: 'closed',
    from: 0,
    visitor: null,
    hadBreak: false,
  }
}

/** Somebody who has just joined, as the `order`-th. */
export function waitingOf(visitor: Visitor, order: number): Waiting {
  const { service, joinsAt, slot } = visitor
  return {
    visitor,
    service,
    class: visitor.class,
    queuedAt: joinsAt,
    since: Math.max(joinsAt, slot ?? joinsAt),
    order,
    slot,
    bound: null,
    boundAt: null,
    back: null,
    speakers: null,
    overtaken: { rule: 0 },
  }
}

/** In the order in which they call: that of the fewest services, then the longest idle. */
export function idleOf(desks: readonly Desk[]): Desk[] {
  const idle = desks.filter(({ doing }) => doing === 'idle')
  return idle.sort((a, b) => a.model.services.length - b.model.services.length || a.from - b.from)
}
