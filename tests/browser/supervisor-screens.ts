import { now, minute } from '#tests/surfaces/desk-view.ts'
import { supervisorView, waited, watchedCounter, watchedService } from '#tests/surfaces/supervisor-view.ts'

import type { Scene } from './staged-page.ts'

const long = {
  lt: 'Socialinių išmokų ir kompensacijų skyrimas bei perskaičiavimas',
  en: 'Granting and recalculation of social benefits and compensation',
}
const clerk = 'Konstancija Petrauskaitė-Jankauskienė'
const ticket = { id: 't', label: 'A011', service: 'papers', paused: false }

/** A morning that goes wrong: two services wait too long, a printer is empty, a display is gone, somebody asks for help. */
export const busyHall: Scene = {
  view: supervisorView({
    waitingInAll: 300,
    services: [
      watchedService('papers', {
        ...{ name: long, waiting: 143, longest: waited('A012', 41), promised: { low: 105, high: 120 } },
        counters: { open: 3, able: 8 },
        lastTickets: { until: now + 29 * minute, left: 12 },
      }),
      watchedService('payments', {
        ...{ name: { lt: 'Mokėjimai', en: 'Payments' }, waiting: 12, longest: waited('Ž1024', 18) },
        counters: { open: 0, able: 2 },
        paused: 'technical',
      }),
      watchedService('permits', { name: { lt: 'Leidimai', en: 'Permits' }, longest: waited('B003', 4) }),
      watchedService('info', { name: { lt: 'Informacija', en: 'Information' } }),
    ],
    counters: Array.from({ length: 40 }, (_, n) => {
      const label = `${n + 1}`
      const since = now - ((n * 7) % 50) * minute
      if (n % 5 === 0) return watchedCounter(label)
      if (n % 5 === 1) return watchedCounter(label, { state: 'serving', since, clerk, visitor: ticket })
      if (n % 5 === 2) return watchedCounter(label, { state: 'called', since, clerk: 'Ona', visitor: ticket })
      if (n % 5 === 3) return watchedCounter(label, { state: 'paused', since, clerk, pause: 'lunch' })
      return watchedCounter(label, { state: 'free', since, clerk: 'Jonas' })
    }),
    devices: {
      all: 14,
      wrong: [
        {
          ...{ id: 'k1', kind: 'kiosk', name: 'Prie pagrindinio įėjimo iš Gedimino prospekto' },
          ...{ trouble: 'printer', since: null, printer: 'paper-out' },
        },
        {
          ...{ id: 'd1', kind: 'display', name: 'Antro aukšto laukiamasis' },
          ...{ trouble: 'away', since: now - 12 * minute, printer: null },
        },
      ],
    },
    assistance: [{ kiosk: 'k2', name: 'Antras terminalas', since: now - 2 * minute }],
  }),
  said: 'Leidimai',
}

/** An hour before opening. */
export const quietHall: Scene = {
  view: supervisorView({
    hall: { ...supervisorView().hall, open: false, opensAt: now + 60 * minute },
    services: ['papers', 'payments'].map((id) => watchedService(id, { closed: 'hall/closed' })),
  }),
  said: 'Niekas nelaukia',
}
