import { defaultRights } from '#server/rights.ts'
import type { SupervisorView } from '#shared/protocol/views.ts'

import { deskView, minute, now } from './desk-view.ts'

type Service = SupervisorView['services'][number]
type Counter = SupervisorView['counters'][number]

export function watchedService(id: string, changes: Partial<Service> = {}): Service {
  return {
    id,
    name: { lt: `Paslauga ${id}`, en: `Service ${id}` },
    waiting: 0,
    longest: null,
    oldest: null,
    promised: null,
    counters: { open: 1, able: 2 },
    closed: null,
    paused: null,
    pausedUntil: null,
    lastTickets: null,
    ...changes,
  }
}

/** Who has waited so many minutes of 15. */
export function waited(label: string, minutes: number): NonNullable<Service['longest']> {
  return { label, since: now - minutes * minute, targetMs: 15 * minute }
}

export function watchedCounter(label: string, changes: Partial<Counter> = {}): Counter {
  return {
    id: `c${label}`,
    label,
    profile: 'all',
    profileUntil: null,
    state: 'closed',
    since: null,
    pause: null,
    clerk: null,
    visitor: null,
    ...changes,
  }
}

/** A quiet hall as a supervisor sees it; `changes` say what is different. */
export function supervisorView(changes: Partial<SupervisorView> = {}): SupervisorView {
  return {
    audience: 'supervisor',
    hall: deskView().hall,
    me: { id: 'sue', name: 'Vadovė', rights: [...defaultRights.supervisor] },
    waitingInAll: 0,
    alerts: { attentionPercent: 100, stopPercent: 200, waitMinutes: null },
    services: [watchedService('papers'), watchedService('payments')],
    profiles: [{ id: 'all', name: { lt: 'Visos paslaugos', en: 'All services' } }],
    counters: [watchedCounter('1'), watchedCounter('2')],
    devices: { all: 3, wrong: [] },
    assistance: [],
    help: [],
    ...changes,
  }
}
