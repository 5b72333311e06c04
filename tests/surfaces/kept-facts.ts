import type { KeptCounts, KeptFacts, KeptPart, KeptSums } from '#shared/protocol/kept.ts'

export function counts(inside: number, early: number, late: number): KeptCounts {
  return { called: inside + early + late, inside, early, late }
}

export function sums(all: KeptCounts, changes: Partial<KeptSums> = {}): KeptSums {
  return {
    given: all.called,
    all,
    queued: counts(0, 0, 0),
    offMinutes: all.called === 0 ? null : 4.2,
    ...changes,
  }
}

export const nothingKept: KeptPart = { total: sums(counts(0, 0, 0)), services: [] }

/** A hall that speaks Lithuanian and English, with two services, one of them worse and no more there. */
export function keptFactsWith(changes: Partial<KeptFacts> = {}): KeptFacts {
  const total = sums(counts(162, 24, 14), { given: 1_234, queued: counts(50, 25, 25) })
  return {
    hall: {
      name: { lt: 'Vilniaus skyrius', en: 'Vilnius office' },
      timeZone: 'Europe/Vilnius',
      languages: ['lt', 'en'],
      brand: { colour: null, logo: null },
    },
    week: {
      total,
      services: [
        { id: 'old', name: null, ...sums(counts(3, 1, 3)) },
        { id: 'cashier', name: { lt: 'Kasa', en: 'Cashier' }, ...sums(counts(159, 23, 11)) },
      ],
    },
    today: {
      total: sums(counts(2, 0, 1)),
      services: [{ id: 'cashier', name: { lt: 'Kasa' }, ...sums(counts(2, 0, 1)) }],
    },
    from: '2025-11-17',
    on: '2025-11-24',
    ...changes,
  }
}
