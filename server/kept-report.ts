import type { KeptCounts, KeptPart, KeptSums } from '#shared/protocol/kept.ts'
import type { Service } from '#shared/queue/config.ts'

import type { PromiseCounts } from './db/promises.ts'

const minute = 60_000

/** What came of promises, in all and by service, from the counts of days. */
export function keptPartOf(counts: readonly PromiseCounts[], services: readonly Service[]): KeptPart {
  const names = new Map(services.map(({ id, name }) => [id, name]))
  const ids = [...new Set(counts.map(({ service }) => service))]
  return {
    total: sumsOf(counts),
    services: ids
      .map((id) => ({
        id,
        name: names.get(id) ?? null,
        ...sumsOf(counts.filter(({ service }) => service === id)),
      }))
      .sort(worstFirst),
  }
}

function sumsOf(counts: readonly PromiseCounts[]): KeptSums {
  const sum = (of: (one: PromiseCounts) => number) => counts.reduce((total, one) => total + of(one), 0)
  const all = countsOf(
    sum((one) => one.inside),
    sum((one) => one.early),
    sum((one) => one.late),
  )
  const queued = countsOf(
    sum((one) => one.queued_inside),
    sum((one) => one.queued_early),
    sum((one) => one.queued_late),
  )
  const off = sum((one) => one.off_ms)
  return {
    given: sum((one) => one.given),
    all,
    queued,
    offMinutes: all.called === 0 ? null : Math.round((10 * off) / all.called / minute) / 10,
  }
}

function countsOf(inside: number, early: number, late: number): KeptCounts {
  return { called: inside + early + late, inside, early, late }
}

/** The smallest share of kept promises first, then the largest of late ones; where nobody was called, last. */
function worstFirst(a: KeptSums & { id: string }, b: KeptSums & { id: string }): number {
  if (a.all.called === 0 || b.all.called === 0) return b.all.called - a.all.called || b.given - a.given
  return (
    a.all.inside / a.all.called - b.all.inside / b.all.called ||
    b.all.late / b.all.called - a.all.late / a.all.called ||
    b.all.called - a.all.called ||
    a.id.localeCompare(b.id)
  )
}
