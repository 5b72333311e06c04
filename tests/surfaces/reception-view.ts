import type { FoundTicket } from '#shared/protocol/found-tickets.ts'
import type { ReceptionView } from '#shared/protocol/views.ts'

import { deskView, minute, now } from './desk-view.ts'

type Waiting = ReceptionView['waiting'][number]

/** The reception of a hall with two services and two who wait; `changes` say what is different. */
export function receptionView(changes: Partial<ReceptionView> = {}): ReceptionView {
  return {
    audience: 'reception',
    hall: deskView().hall,
    services: [
      receptionService('papers', { name: { lt: 'Dokumentai', en: 'Papers' }, waiting: 2, next: 'A014' }),
      receptionService('payments', { name: { lt: 'Mokėjimai', en: 'Payments' }, next: 'B001' }),
    ],
    counters: [
      { id: 'c1', label: '1', state: 'open', clerk: 'Ana', clerkId: 'ana', backAt: null },
      { id: 'c2', label: '2', state: 'closed', clerk: null, clerkId: null, backAt: null },
    ],
    waiting: [
      waitingPerson('A012', { promised: { until: now - minute, kept: false } }),
      waitingPerson('A013', { promised: { until: now + 19 * minute, kept: true } }),
    ],
    mostPressing: changes.waiting?.length ?? 2,
    waitingInAll: 2,
    missed: [],
    assistance: [],
    help: [],
    ...changes,
  }
}

export function receptionService(
  id: string,
  changes: Partial<ReceptionView['services'][number]> = {},
): ReceptionView['services'][number] {
  return { id, name: { lt: id }, waiting: 0, closed: null, promised: null, next: 'A001', ...changes }
}

export function waitingPerson(label: string, changes: Partial<Waiting> = {}): Waiting {
  return {
    id: label.toLowerCase(),
    label,
    service: 'papers',
    class: 'ordinary',
    language: 'lt',
    needs: [],
    since: now - 12 * minute,
    targetMs: 15 * minute,
    slot: null,
    promised: null,
    ...changes,
  }
}

export function foundTicket(label: string, changes: Partial<FoundTicket> = {}): FoundTicket {
  return {
    ...waitingPerson(label),
    state: 'waiting',
    issuedAt: now - 12 * minute,
    waitedMs: null,
    bound: null,
    ahead: 1,
    counter: null,
    until: null,
    endedAt: null,
    url: `http://hall.lan/t/${label}`,
    ...changes,
  }
}
