import type { PhoneView } from '#shared/protocol/views.ts'

/** A ticket that waits, as its phone sees it. */
export const waiting: PhoneView = {
  audience: 'phone',
  hall: {
    name: { lt: 'Paslaugų centras' },
    timeZone: 'Europe/Vilnius',
    languages: ['lt', 'en'],
    open: true,
    opensAt: null,
    brand: { colour: null, logo: null },
  },
  ticket: 't1',
  label: 'A017',
  service: { lt: 'Leidimai', en: 'Permits' },
  language: 'lt',
  state: 'waiting',
  ahead: 3,
  promised: null,
  late: null,
  counter: null,
  calledAt: null,
  reason: null,
  message: null,
  until: null,
  summary: null,
  mayCancel: true,
}
