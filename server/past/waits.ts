import type { TicketClass } from '#shared/queue/ticket.ts'

import type { DayCall } from './day-calls.ts'

/** The waits that ended: of each leg until its first call. */
export interface Waits {
  readonly byQueue: readonly QueueWaits[]
  /** The class of which the smallest share was called within its target; null if nobody was called. */
  readonly worst: { readonly class: TicketClass; readonly withinTarget: number } | null
}

export interface QueueWaits extends Summary {
  readonly service: string
  readonly class: TicketClass
}

interface Summary {
  readonly called: number
  readonly meanMs: number
  /** Nine of ten waited no longer. */
  readonly p90Ms: number
  readonly withinTarget: number
  /** More than twice the target. */
  readonly overTwice: number
}

interface Wait {
  readonly ms: number
  readonly targetMs: number
}

export function waitsOf(calls: readonly DayCall[]): Waits {
  const first = calls.filter(({ ticket }) => ticket.calledAt === null)
  const queues = Map.groupBy(first, ({ ticket }) => `${ticket.service} ${ticket.class}`)
  const byQueue = [...queues.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, list]) => list)
  const classes = [...Map.groupBy(first, ({ ticket }) => ticket.class)].map(([ofClass, list]) => ({
    class: ofClass,
    withinTarget: summary(list.map(waitOf)).withinTarget,
  }))
  return {
    byQueue: byQueue.map((list) => {
      const { service, class: ofClass } = list[0]!.ticket
      return { service, class: ofClass, ...summary(list.map(waitOf)) }
    }),
    worst: classes.sort((a, b) => a.withinTarget - b.withinTarget)[0] ?? null,
  }
}

function waitOf({ at, ticket, targetMs }: DayCall): Wait {
  return { ms: Math.max(0, at - ticket.queuedAt), targetMs }
}

/** Of at least one wait. */
function summary(waits: readonly Wait[]): Summary {
  const sorted = waits.map(({ ms }) => ms).sort((a, b) => a - b)
  const share = (isMeant: (wait: Wait) => boolean) => waits.filter(isMeant).length / waits.length
  return {
    called: waits.length,
    meanMs: sorted.reduce((sum, ms) => sum + ms, 0) / sorted.length,
    p90Ms: sorted[Math.ceil(0.9 * sorted.length) - 1]!,
    withinTarget: share(({ ms, targetMs }) => ms <= targetMs),
    overTwice: share(({ ms, targetMs }) => ms > 2 * targetMs),
  }
}
