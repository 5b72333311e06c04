import type { DisplayView } from '#shared/protocol/views.ts'

/** A hall in which nobody is called and nobody waits. */
export function displayView(changes: Partial<DisplayView> = {}): DisplayView {
  return {
    audience: 'display',
    hall: {
      name: { lt: 'Vilniaus skyrius' },
      timeZone: 'Europe/Vilnius',
      languages: ['lt', 'en'],
      open: true,
      opensAt: null,
      brand: { colour: null, logo: null },
    },
    calls: [],
    waiting: [],
    waitingInAll: 0,
    missed: [],
    desks: [],
    order: { rule: 'share', mostOvertaken: 12 },
    standard: {
      targets: [{ service: 'cashier', minutes: 15 }],
      recalls: 2,
      reportMinutes: 15,
    },
    notices: [],
    panel: null,
    ...changes,
  }
}
