import type { DeskTicket, DeskView, WaitingDeskTicket } from '#shared/protocol/views.ts'

export const minute = 60_000
/** Monday 24 November 2025, 10:31 in Vilnius. */
export const now = Date.UTC(2025, 10, 24, 8, 31)

const clerkRights = ['ticket:serve', 'ticket:report', 'ticket:cancel', 'ticket:change', 'queue:see']

/** A desk at counter 5 with nobody at it; `changes` say what is different. */
export function deskView(changes: Partial<DeskView> = {}): DeskView {
  return {
    audience: 'desk',
    hall: {
      name: { lt: 'Vilniaus skyrius', en: 'Vilnius office' },
      timeZone: 'Europe/Vilnius',
      languages: ['lt', 'en'],
      open: true,
      opensAt: null,
      brand: { colour: null, logo: null },
    },
    me: { id: 'ona', name: 'Ona Onaitė', rights: clerkRights },
    services: [
      {
        id: 'papers',
        name: { lt: 'Dokumentai', en: 'Papers' },
        waiting: 2,
        closed: null,
        paused: null,
        pausedUntil: null,
        promised: null,
        lastTickets: null,
        mine: true,
      },
      {
        id: 'payments',
        name: { lt: 'Mokėjimai', en: 'Payments' },
        waiting: 0,
        closed: null,
        paused: null,
        pausedUntil: null,
        promised: null,
        lastTickets: null,
        mine: true,
      },
    ],
    parkMinutes: 20,
    autoCallSeconds: 10,
    translator: null,
    assistance: [],
    help: [],
    profiles: [{ id: 'all', name: { lt: 'Visos paslaugos' } }],
    counters: [
      {
        id: 'c5',
        label: '5',
        zone: { lt: 'Pirmas aukštas' },
        profile: 'all',
        state: 'open',
        clerk: 'Ona Onaitė',
        clerkId: 'ona',
        backAt: null,
        visitor: null,
      },
      {
        id: 'c6',
        label: '6B',
        zone: {},
        profile: 'all',
        state: 'open',
        clerk: 'Jonas',
        clerkId: 'jonas',
        backAt: null,
        visitor: 'A009',
      },
    ],
    shift: { counter: 'c5', profile: 'all', pause: null },
    visitor: null,
    information: null,
    offer: null,
    waiting: [waitingRow('A012'), waitingRow('B001', { mine: false })],
    waitingInAll: 2,
    waitingForMe: 1,
    longest: { label: 'A012', since: now - 12 * minute, targetMs: 15 * minute },
    parked: [],
    missed: [],
    undo: null,
    servedLast: null,
    ...changes,
  }
}

export function deskTicket(label: string, changes: Partial<DeskTicket> = {}): DeskTicket {
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
    overtaken: { rule: 0, byHand: 0, outOfTurn: 0, back: 0 },
    promised: null,
    bound: null,
    mine: true,
    ...changes,
  }
}

export function waitingRow(label: string, changes: Partial<WaitingDeskTicket> = {}): WaitingDeskTicket {
  return { ...deskTicket(label), exception: null, offeredTo: null, ...changes }
}

type Visitor = NonNullable<DeskView['visitor']>
type Parked = DeskView['parked'][number]

/** Put aside at the desk's own counter, for its clerk. */
export function putAside(label: string, changes: Partial<Parked> = {}): Parked {
  return {
    id: label.toLowerCase(),
    label,
    until: now + 20 * minute,
    counter: 'c5',
    keptFor: { clerk: 'ona' },
    notes: [],
    ...changes,
  }
}

export function called(changes: Partial<Visitor> = {}): Visitor {
  return {
    ...deskTicket('A012'),
    notes: [],
    state: 'called',
    paused: false,
    at: now - 40_000,
    servedMs: 0,
    recallsLeft: 2,
    recallAt: now - 20_000,
    reason: { rule: 'first-come', waitedMs: 12 * minute },
    waitedMs: 12 * minute,
    summary: null,
    announced: null,
    spoken: true,
    ...changes,
  }
}

export function serving(changes: Partial<Visitor> = {}): Visitor {
  return called({ state: 'serving', recallsLeft: 0, recallAt: null, ...changes })
}
