import { staffTexts, type StaffLanguage } from '#shared/messages/staff.ts'
import { minute, now } from '#tests/surfaces/desk-view.ts'
import {
  foundTicket,
  receptionService,
  receptionView,
  waitingPerson,
} from '#tests/surfaces/reception-view.ts'

import type { Scene } from './staged-page.ts'

const longService = {
  lt: 'Socialinių išmokų ir kompensacijų skyrimas bei perskaičiavimas',
  en: 'Granting and recalculation of social benefits and compensation',
}
const range = { low: 105, high: 120 }

/** A busy morning: more wait than are listed, of every kind there is. */
const busy = receptionView({
  services: [
    receptionService('papers', { name: longService, waiting: 52, promised: range, next: 'A064' }),
    receptionService('payments', { name: { lt: 'Mokėjimai', en: 'Payments' }, waiting: 3, next: 'B007' }),
    receptionService('permits', { name: { lt: 'Leidimai', en: 'Permits' }, closed: 'service/cut-off' }),
    receptionService('advice', { name: { lt: 'Konsultacija', en: 'Advice' }, closed: 'service/paused' }),
    receptionService('register', {
      name: { lt: 'Registracija', en: 'Registration' },
      closed: 'service/full',
    }),
  ],
  waiting: [
    waitingPerson('A012', {
      since: now - 41 * minute,
      class: 'priority',
      needs: ['mobility', 'hearing', 'sign-language', 'sight', 'small-child'],
      promised: { until: now - 6 * minute, kept: false },
    }),
    waitingPerson('A013', { language: 'uk', promised: { until: now + 3 * minute, kept: false } }),
    waitingPerson('B001', { service: 'payments', class: 'appointment', slot: now + 9 * minute }),
    waitingPerson('Ž1024', { promised: { until: now + 49 * minute, kept: true } }),
  ],
  waitingInAll: 55,
  missed: [{ id: 'a004', label: 'A004', service: 'papers', until: now + 12 * minute }],
})
const found = [
  foundTicket('A012', { needs: ['mobility'], promised: { until: now - 6 * minute, kept: false } }),
  foundTicket('A003', {
    state: 'no-show',
    endedAt: now - 30 * minute,
    waitedMs: 9 * minute,
    ahead: null,
    url: null,
  }),
]
const printers = {
  kiosks: [{ id: 'k1', name: 'Prie pagrindinio įėjimo iš Gedimino prospekto', state: 'paper-out' }],
}
const answers = { '/api/reception/printers': printers, '/api/reception/find?q=A12': { tickets: found } }
const given = {
  ticket: 'a064',
  label: 'A064',
  url: 'https://eile.example.lt/t/Ns7tyjhTUvysrFik0Tlm3qQuZPOusx',
}

/** The reception in all that can befall it; `said` in this language. */
export function receptionScreens(
  language: StaffLanguage,
): { readonly name: string; readonly scene: Scene }[] {
  const t = staffTexts(language)
  const said = t('reception.issue')
  return [
    { name: 'busy', scene: { view: busy, said, answers, answer: given } },
    {
      name: 'empty',
      scene: {
        view: receptionView({ waiting: [], waitingInAll: 0 }),
        said: t('desk.waiting.nobody'),
        answers: { ...answers, '/api/reception/printers': { kiosks: [] } },
      },
    },
    {
      name: 'closed hall',
      scene: {
        view: { ...busy, hall: { ...busy.hall, open: false } },
        said: t('display.hallClosed'),
        answers,
      },
    },
    { name: 'lost', scene: { view: busy, said, answers, lost: true } },
  ]
}
