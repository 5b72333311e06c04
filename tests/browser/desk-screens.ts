import { defaultRights } from '#server/rights.ts'
import { type StaffLanguage, staffTexts } from '#shared/messages/staff.ts'
import type { DeskView } from '#shared/protocol/views.ts'
import { called, deskView, minute, now, putAside, serving, waitingRow } from '#tests/surfaces/desk-view.ts'

import type { Scene } from './staged-page.ts'

/** The desk in one of its states. */
export interface DeskScreen {
  readonly name: string
  readonly scene: Scene
  /** Opens a dialog there. */
  readonly key?: string
}

const longService = {
  lt: 'Socialinių išmokų ir kompensacijų skyrimas bei perskaičiavimas',
  en: 'Granting and recalculation of social benefits and compensation',
}

/** A busy morning as a supervisor sees it, who sees the most. */
const busy = deskView({
  me: { id: 'ona', name: 'Pirmojo langelio darbuotojas', rights: [...defaultRights.supervisor] },
  services: [
    {
      id: 'papers',
      name: longService,
      waiting: 12,
      closed: null,
      paused: null,
      pausedUntil: null,
      promised: { low: 105, high: 120 },
      lastTickets: { until: now + 29 * minute, left: 12 },
      mine: true,
    },
    {
      id: 'payments',
      name: { lt: 'Mokėjimai', en: 'Payments' },
      waiting: 3,
      closed: 'service/paused',
      paused: 'technical',
      pausedUntil: null,
      promised: { low: 0, high: 5 },
      lastTickets: null,
      mine: true,
    },
  ],
  profiles: [
    { id: 'all', name: { lt: 'Visos paslaugos', en: 'All services' } },
    { id: 'few', name: { lt: 'Tik mokėjimai', en: 'Payments only' } },
  ],
  waiting: [
    waitingRow('A012', {
      class: 'priority',
      since: now - 31 * minute,
      targetMs: 30 * minute,
      offeredTo: 'c5',
      promised: { until: now - minute, kept: false },
    }),
    waitingRow('A013', {
      needs: ['mobility', 'hearing'],
      overtaken: { rule: 11, byHand: 2, outOfTurn: 1, back: 1 },
      offeredTo: 'c6',
      promised: { until: now + 4 * minute, kept: false },
    }),
    waitingRow('Ž1024', {
      mine: false,
      language: 'uk',
      exception: { why: 'bound', until: now + 14 * minute },
      promised: { until: now + 19 * minute, kept: true },
    }),
    waitingRow('B001', {
      class: 'appointment',
      since: now + 9 * minute,
      slot: now + 9 * minute,
      exception: { why: 'fallback', until: now + 24 * minute },
    }),
    waitingRow('B002', {
      service: 'payments',
      language: 'en',
      since: now - 121 * minute,
      targetMs: 120 * minute,
      exception: { why: 'language', until: now + 3 * minute },
    }),
  ],
  waitingInAll: 31,
  waitingForMe: 15,
  parked: [putAside('A003')],
  missed: [{ id: 'a004', label: 'A004', until: now + 15 * minute }],
  undo: { step: 'ticket:called', label: 'A011' },
})
/** The page of services on which one is about to end for today, and another has ended. */
export const lastNumbersScene: Scene = {
  view: {
    ...busy,
    services: [
      ...busy.services,
      {
        id: 'permits',
        name: { lt: 'Leidimai', en: 'Permits' },
        waiting: 4,
        closed: 'service/cut-off',
        paused: null,
        pausedUntil: null,
        promised: { low: 40, high: 60 },
        lastTickets: { until: now, left: 0 },
        mine: false,
      },
    ],
  },
  said: 'Leidimai',
}
const note = 'Laukia dokumentų iš savivaldybės, grįš su vertėju.'
const printer = { id: 'k1', name: 'Prie pagrindinio įėjimo iš Gedimino prospekto', state: 'paper-out' }
const summary = {
  outcome: 'papers-missing' as const,
  steps: ['bring-papers', 'register'] as const,
  words: 'Reikia pažymos iš mokyklos ir vieno iš tėvų sutikimo.',
  next: { date: '2025-12-03', time: '10:30', place: '12 kabinetas, II aukštas' },
}
const asking = [
  { kiosk: 'k1', name: 'Prie pagrindinio įėjimo iš Gedimino prospekto', since: now - 3 * minute },
]

const helpAt = (counter: string, label: string, coming: string | null = null) => ({
  ...{ counter, label, name: 'Šeštojo langelio darbuotojas', since: now - minute },
  coming,
})

/** The desk in all that can befall it; `said` in this language. */
export function deskScreens(language: StaffLanguage): DeskScreen[] {
  const t = staffTexts(language)
  const named = (key: 'desk.counter.at') => t(key, { counter: '5' })
  const here = (changes: Partial<DeskView> = {}): Scene => ({
    view: { ...busy, ...changes },
    said: named('desk.counter.at'),
  })
  const information = {
    bring: {
      lt: 'Asmens tapatybės kortelė arba pasas\nUžpildytas prašymas (formą rasite ir čia)\nĮgaliojimas, jei atstovaujate kitam',
      en: 'An identity card or a passport\nA completed application (the form is here too)\nA power of attorney, if you act for somebody else',
      uk: 'Посвідчення особи або паспорт\nЗаповнена заява',
    },
    price: { lt: 'Nemokamai, jei rinkliava sumokėta teikiant prašymą', en: 'Free, if the fee was paid' },
  }
  const atCall = here({
    visitor: called({
      notes: [note],
      needs: ['mobility'],
      promised: { until: now - minute, kept: false },
      recallsLeft: 0,
      reason: { rule: 'share', waitedMs: 31 * minute, targetMs: 30 * minute, weight: 1.5 },
      overtaken: { rule: 11, byHand: 2, outOfTurn: 1, back: 1 },
    }),
    information,
  })
  const early = { rule: 'appointment', slot: now + 9 * minute, early: true } as const
  const justCalled = here({ visitor: called({ at: now, recallAt: now + 20_000, reason: early }) })
  const atServing = here({
    visitor: serving({
      notes: [note],
      reason: { rule: 'by-hand' },
      promised: { until: now + 9 * minute, kept: true },
    }),
    information,
  })
  const summedUp: Scene = {
    ...here({ visitor: serving({ summary }) }),
    answers: { '/api/reception/printers': { kiosks: [printer] } },
  }
  const dialogs = {
    return: 'g',
    park: 'a',
    transfer: 'p',
    'add service': 'd',
    'finish with': 'r',
    'correct service': 't',
    talk: 'l',
  }
  return [
    { name: 'counters', scene: { view: { ...busy, shift: null }, said: t('desk.counter.choose') } },
    {
      name: 'no counters',
      scene: { view: { ...busy, shift: null, counters: [] }, said: t('desk.counter.none') },
    },
    {
      name: 'no right',
      scene: { view: { ...busy, me: { ...busy.me, rights: [] }, shift: null }, said: t('desk.noRight') },
    },
    { name: 'busy', scene: here({ offer: { label: 'A012', service: 'papers' } }) },
    {
      name: 'empty',
      scene: here({
        waiting: [],
        waitingInAll: 0,
        waitingForMe: 0,
        longest: null,
        parked: [],
        missed: [],
        undo: null,
      }),
    },
    {
      name: 'just served',
      scene: here({
        offer: { label: 'A012', service: 'papers' },
        undo: { step: 'ticket:finished', label: 'Ž1011' },
        servedLast: { id: 'z1011', label: 'Ž1011', service: 'papers', language: 'lt', summary: null },
      }),
    },
    { name: 'asked for help', scene: here({ assistance: asking }) },
    { name: 'asked for help by a colleague', scene: here({ help: [helpAt('c6', '6B')] }) },
    {
      name: 'asked for help by many',
      scene: here({ assistance: asking, help: [helpAt('c5', '5'), helpAt('c6', '6B'), helpAt('c7', '7')] }),
    },
    {
      name: 'helped by a colleague',
      scene: here({ help: [helpAt('c6', '6B', 'Antrojo langelio darbuotojas')] }),
    },
    { name: 'asking for help', scene: here({ help: [helpAt('c5', '5', 'Antrojo langelio darbuotojas')] }) },
    { name: 'called', scene: atCall },
    { name: 'just called', scene: justCalled },
    { name: 'serving', scene: atServing },
    {
      name: 'serving paused',
      scene: here({
        visitor: serving({ paused: true, language: 'uk', spoken: false, needs: ['sign-language'] }),
        information,
      }),
    },
    {
      name: 'paused',
      scene: here({
        shift: {
          counter: 'c5',
          profile: 'all',
          pause: { reason: 'lunch', since: now, until: now + 30 * minute },
        },
      }),
    },
    ...Object.entries(dialogs).map(([name, key]) => ({ name: `dialog ${name}`, scene: atServing, key })),
    { name: 'dialog sum up', scene: summedUp, key: 'm' },
    { name: 'dialog cancel', scene: atCall, key: 'x' },
    { name: 'dialog pause', scene: here(), key: 'F9' },
    { name: 'dialog walk-up', scene: here(), key: 'n' },
    { name: 'dialog keys', scene: here(), key: 'k' },
    { name: 'lost', scene: { view: busy, said: t('desk.offline'), lost: true } },
    {
      name: 'signed out',
      scene: { view: busy, said: t('desk.signIn.title'), refused: 'credential/missing' },
    },
    { name: 'refused', scene: { view: busy, said: t('common.retry'), refused: 'credential/origin' } },
  ]
}
