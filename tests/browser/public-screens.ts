import { slideAt, slidesOf } from '#display/hall/slides.ts'
import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { noticeLengths, pictureAddress } from '#shared/display/notice.ts'
import { boardTexts } from '#shared/messages/board.ts'
import { keptTexts } from '#shared/messages/kept.ts'
import { orderTexts } from '#shared/messages/order.ts'
import { ruleTexts } from '#shared/messages/rule.ts'
import { standardTexts } from '#shared/messages/standard.ts'
import '#shared/messages/calls.ts'
import '#shared/messages/counter-display.ts'
import '#shared/messages/phone.ts'
import '#shared/messages/screen.ts'
import '#shared/messages/summary.ts'
import { languageOrder, languages, texts } from '#shared/messages/text.ts'
import { clockTime } from '#shared/messages/time.ts'
import type { VisitorReason } from '#shared/protocol/call-reason.ts'
import type { CounterDisplayView, DisplayView, PhoneView } from '#shared/protocol/views.ts'
import type { Language } from '#shared/queue/config.ts'
import { counts, keptFactsWith, sums } from '#tests/surfaces/kept-facts.ts'

import { type Scene, stagedNow } from './staged-page.ts'

const minute = 60_000

/** A public screen in one of its states, and where it is opened. */
export interface PublicScreen {
  readonly name: string
  readonly address: string
  readonly scene: Scene
}

const names = exampleHall.services.map(({ name }) => name)
/** The longest that a hall of a ministry came up with. */
export const longName = {
  lt: 'Socialinių išmokų ir kompensacijų skyrimas bei perskaičiavimas',
  en: 'Granting and recalculation of social benefits and compensation',
  ru: 'Назначение и перерасчёт социальных пособий и компенсаций',
  pl: 'Przyznawanie i przeliczanie świadczeń socjalnych oraz rekompensat',
  uk: 'Призначення та перерахунок соціальних виплат і компенсацій',
}

/** The example hall, open. */
export const openHall = {
  name: exampleHall.name,
  timeZone: 'Europe/Vilnius',
  open: true,
  opensAt: null,
  brand: { colour: null, logo: null },
}
/** What a page says that was live a moment ago. */
export function lostWords(language: Language): string {
  return texts(language)('line.lost', { time: clockTime(stagedNow, language, openHall.timeZone) })
}

export const nextMorning = stagedNow + 21.5 * 60 * minute

function display(languages: readonly Language[], changes: Partial<DisplayView>): DisplayView {
  return {
    audience: 'display',
    hall: { ...openHall, languages: [...languages] },
    calls: [],
    waiting: names.map((name, index) => ({
      service: `s${index}`,
      name,
      waiting: index,
      paused: null,
      promised: index % 2 === 0 ? { low: 105, high: 120 } : { low: 0, high: 5 },
    })),
    waitingInAll: 45,
    missed: [],
    desks: [],
    order: { rule: 'share', mostOvertaken: 12 },
    standard: {
      targets: exampleHall.services.map(({ targetMinutes }, index) => ({
        service: `s${index}`,
        minutes: targetMinutes,
      })),
      recalls: exampleHall.rules.recalls,
      reportMinutes: exampleHall.rules.reportMinutes,
    },
    notices: [],
    panel: null,
    ...changes,
  }
}

function calls(count: number, labels = ['A017', 'V003', 'M112', 'L008']): DisplayView['calls'] {
  return Array.from({ length: count }, (_, index) => ({
    label: `${labels[index % labels.length]!.slice(0, -1)}${index % 10}`,
    counter: index % 3 === 2 ? `${10 + index}B` : String(index + 1),
    zone: { lt: 'Pagrindinė salė', en: 'Main hall' },
    direction: (['left', 'right', 'straight'] as const)[index % 3]!,
    at: stagedNow - index * minute,
    state: index < 2 ? 'called' : 'serving',
  }))
}

/** Of an ordinary length, with a picture. */
const notice: DisplayView['notices'][number] = {
  id: 'n1',
  title: {
    lt: 'Rytoj dirbame iki 15.00 val.',
    en: 'Tomorrow we close at 15:00',
    ru: 'Завтра работаем до 15:00',
    pl: 'Jutro pracujemy do 15.00',
    uk: 'Завтра працюємо до 15:00',
  },
  body: {
    lt: 'Darbuotojai mokosi. Dokumentus atsiimti galima iki 14.30 val.',
    en: 'Staff are in training. Documents can be collected until 14:30.',
    ru: 'Сотрудники на обучении. Документы можно получить до 14:30.',
    pl: 'Pracownicy mają szkolenie. Dokumenty można odebrać do 14.30.',
    uk: 'Працівники на навчанні. Документи можна отримати до 14:30.',
  },
  picture: { hash: 'staged', alt: 'Laikrodis, kurio rodyklės rodo tris valandas' },
}
const clockFace = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200" viewBox="0 0 320 200">
<circle cx="160" cy="100" r="80" fill="none" stroke="#0b5d66" stroke-width="12"/>
<path d="M160 45v55h45" fill="none" stroke="#10222e" stroke-width="12" stroke-linecap="round"/></svg>`

const longest = (words: string, length: number) => words.repeat(10).slice(0, length).trim()
const longNotice: DisplayView['notices'][number] = {
  ...notice,
  title: Object.fromEntries(
    Object.entries(longName).map(([language, name]) => [language, longest(`${name} `, noticeLengths.title)]),
  ),
  body: Object.fromEntries(
    Object.entries(notice.body).map(([language, words]) => [
      language,
      longest(`${words} `, noticeLengths.body),
    ]),
  ),
}

/** A display at a moment in the turn of one of its slides. */
function slide(view: DisplayView, key: string): Scene {
  const slides = slidesOf(view).filter((one) => view.hall.open || view.waitingInAll > 0 || one.key === key)
  const list = view.waiting.some(({ waiting }) => waiting > 0)
  const second = Array.from({ length: 1_000 }, (_, second) => second).find(
    (second) => slideAt(stagedNow + second * 1_000, slides, list) === key,
  )!
  const one = view.notices.find(({ id }) => id === key)
  return {
    view,
    said: one?.title.lt ?? standardTexts('lt')('standard.title'),
    at: stagedNow + second * 1_000,
    pictures: { [pictureAddress(notice.id, 'staged')]: clockFace },
  }
}

/** Counters of the example hall's two zones, as many as this: some serve alike, some are paused or closed. */
function desks(count: number, served: number): DisplayView['desks'] {
  return Array.from({ length: count }, (_, index) => ({
    counter: String(index + 1),
    zone: exampleHall.zones[index * 2 < count ? 0 : 1]!.name,
    direction: index * 2 < count ? ('left' as const) : ('right' as const),
    state: index % 7 === 5 ? ('paused' as const) : index % 7 === 6 ? ('closed' as const) : ('open' as const),
    services: names.flatMap((_, service) =>
      (service + (index >> 2)) % 4 === 0 && service < served ? `s${service}` : [],
    ),
  }))
}

/** These, called just now. */
function called(calls: DisplayView['calls']): Scene['called'] {
  return calls.map(({ label, counter, zone, direction, at }, index) => ({
    call: 100 - index,
    label,
    counter,
    zone,
    direction,
    at,
    again: false,
    spoken: [],
  }))
}

const missed = [
  'A101',
  'V088',
  'M015',
  'L007',
  'A099',
  'A098',
  'V085',
  'M011',
  'A093',
  'A091',
  'A090',
  'A089',
]

/** The hall's display, with Lithuanian and these. */
export function displayScreens(...others: Language[]): PublicScreen[] {
  const spoken: Language[] = ['lt', ...others]
  const busy = display(spoken, { calls: calls(5) })
  const closed = { ...busy.hall, open: false, opensAt: nextMorning }
  const many = [...names, longName, ...names].map((name, index) => ({
    service: `s${index}`,
    name,
    waiting: 300 - index,
    paused: index === 2 ? ('technical' as const) : null,
    promised: { low: 105, high: 120 },
  }))
  const someShut = busy.waiting.map((one, index) =>
    index === 1
      ? { ...one, waiting: 0, paused: 'staff' as const }
      : { ...one, waiting: index < 4 ? index : 0 },
  )
  const other = others[0] ?? 'lt'
  const board = boardTexts(other)
  const full = { ...busy, missed, desks: desks(12, 12) }
  const now = texts(other)('display.now')
  const second = texts(others[0] ?? 'lt')('display.number')
  const last = texts(others.at(-1) ?? 'lt')
  const lost = lostWords(others[0] ?? 'lt')
  const scenes: Record<string, Scene> = {
    busy: { view: busy, said: second },
    empty: {
      view: display(spoken, { waiting: [], waitingInAll: 0 }),
      said: last('display.noCalls'),
    },
    closed: {
      view: { ...busy, calls: [], hall: closed, waiting: [], waitingInAll: 0 },
      said: last('display.hallClosed'),
    },
    // Who was missed, and in which zone each counter is.
    missed: { view: full, said: board('board.missed') },
    standing: { view: full, called: called(full.calls.slice(0, 1)), said: now },
    'standing far': {
      view: { ...full, panel: { inches: 55, distanceMetres: 8 } },
      called: called(full.calls.slice(0, 2)),
      said: now,
    },
    desks: { view: { ...full, calls: [], desks: desks(40, 20) }, said: board('board.services') },
    closing: { view: { ...busy, hall: closed }, said: second },
    paused: { view: { ...busy, waiting: someShut, waitingInAll: 5 }, said: second },
    crowded: {
      view: { ...busy, calls: calls(20, ['Ž1024', 'M0999']), waiting: many, waitingInAll: 3812 },
      said: second,
    },
    // Two to four rows lying, two standing; and the newest alone, on two lines.
    measured: { view: { ...busy, panel: { inches: 43, distanceMetres: 5 } }, said: second },
    far: { view: { ...busy, waiting: many, panel: { inches: 55, distanceMetres: 12 } }, said: second },
    // The longest of the rules, where it takes the place of the queues.
    rule: {
      view: { ...busy, waiting: many, order: { rule: 'strict', mostOvertaken: 999 } },
      said: ruleTexts(others[0] ?? 'lt')('rule.title'),
      at: stagedNow + 50_000,
    },
    standard: slide({ ...busy, waiting: many }, 'standard'),
    notice: slide({ ...busy, notices: [notice] }, notice.id),
    // As much as a notice may say, beside a list that leaves a strip its least height.
    'long notice': slide({ ...busy, waiting: someShut, notices: [longNotice] }, longNotice.id),
    'notice closed': slide(
      { ...busy, calls: [], hall: closed, waiting: [], waitingInAll: 0, notices: [notice] },
      notice.id,
    ),
    lost: { view: busy, said: lost, lost: true },
    stopping: {
      view: busy,
      said: texts(others[0] ?? 'lt')('error.server/stopping'),
      lost: 'server/stopping',
    },
    refused: { view: busy, said: texts('en')('device.unpaired'), refused: 'credential/missing' },
  }
  return Object.entries(scenes).map(([name, scene]) => ({
    name: `display ${name} ${spoken.join('-')}`,
    address: '/display#token=staged',
    scene,
  }))
}

/** The screen over a desk, with Lithuanian and these. */
export function counterScreens(...others: Language[]): PublicScreen[] {
  const hall = { ...openHall, languages: ['lt' as const, ...others] }
  const clerk = { name: 'Aleksandra Vardenytė-Pavardenienė', role: 'clerk' } as const
  const services = [...names, longName, longName].map((name, index) => ({ id: `s${index}`, name }))
  const open: CounterDisplayView = {
    audience: 'counter-display',
    hall,
    label: '4',
    state: 'open',
    visitor: null,
    services: services.slice(0, 3),
    clerk: null,
  }
  const second = texts(others[0] ?? 'lt')
  const called = { ...open, visitor: { label: 'A017', state: 'called' as const } }
  const closed = { ...open, state: 'closed' as const }
  const scenes: Record<string, Scene> = {
    called: { view: called, said: second('display.now') },
    serving: {
      view: { ...called, clerk, visitor: { label: 'A017', state: 'serving' } },
      said: second('counterDisplay.serving'),
    },
    open: { view: open, said: second('counterDisplay.open') },
    paused: { view: { ...open, state: 'paused' }, said: second('display.counterPaused') },
    closed: { view: closed, said: second('counterDisplay.closed') },
    'hall-closed': {
      view: { ...closed, hall: { ...hall, open: false, opensAt: nextMorning } },
      said: second('display.hallClosed'),
    },
    crowded: {
      view: { ...called, label: 'Nr. 128B', clerk, services, visitor: { label: 'ŽM99999', state: 'called' } },
      said: second('display.now'),
    },
    gone: { view: { ...open, label: null }, said: second('counterDisplay.gone') },
    lost: { view: called, said: lostWords(others[0] ?? 'lt'), lost: true },
    refused: { view: open, said: texts('en')('device.unpaired'), refused: 'credential/missing' },
  }
  return Object.entries(scenes).map(([name, scene]) => ({
    name: `counter ${name} ${hall.languages.join('-')}`,
    address: '/counter-display#token=staged',
    scene,
  }))
}

/** The page of the calls, in this language. */
export function callsScreens(language: Language): PublicScreen[] {
  const t = texts(language)
  const pressed = languages[language].name
  const busy = display(languageOrder, { calls: calls(5), desks: desks(6, 8), missed: missed.slice(0, 4) })
  const closed = { ...busy.hall, open: false, opensAt: nextMorning }
  const scenes: Record<string, Scene> = {
    busy: { view: busy, said: t('calls.serving') },
    empty: { view: { ...busy, calls: [], waitingInAll: 0 }, said: t('display.noCalls') },
    closed: { view: { ...busy, calls: [], hall: closed, waitingInAll: 0 }, said: t('display.hallClosed') },
    crowded: {
      view: { ...busy, calls: calls(20, ['ŽM99999', 'M0999', 'A017', 'V003']), waitingInAll: 3812 },
      said: t('calls.serving'),
    },
    lost: { view: busy, said: lostWords(language), lost: true },
    full: { view: busy, said: t('error.public/full'), refused: 'public/full' },
  }
  return Object.entries(scenes).map(([name, scene]) => ({
    name: `calls ${name} ${language}`,
    address: '/calls',
    scene: { ...scene, pressed },
  }))
}

const phone: PhoneView = {
  audience: 'phone',
  hall: { ...openHall, languages: ['lt', 'en', 'ru', 'pl', 'uk'] },
  ticket: 't1',
  label: 'A017',
  service: longName,
  language: 'lt',
  state: 'waiting',
  ahead: 12,
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
const counter = {
  label: '12B',
  zone: exampleHall.zones[0]!.name,
  direction: 'right',
} as const

/** Takes the most words. */
const longestReason: VisitorReason = { why: 'share', minutes: 31, target: 30 }

const late: Partial<PhoneView> = {
  promised: { low: 105, high: 120 },
  late: { promised: stagedNow + 9 * minute, why: 'counters' },
}

const summary: PhoneView['summary'] = {
  outcome: 'papers-missing',
  steps: ['bring-papers', 'fill-form', 'register'],
  words: 'Reikia pažymos iš mokyklos ir vieno iš tėvų sutikimo.',
  next: { date: '2025-12-03', time: '10:30', place: '12 kabinetas, II aukštas' },
}

/** The ticket on a phone in this language. */
export function phoneScreens(language: Language): PublicScreen[] {
  const t = texts(language)
  // Without a ticket the page speaks the phone's own language.
  const pressed = languages[language].name
  const over = { ahead: null, mayCancel: false }
  const states: readonly Partial<PhoneView>[] = [
    { state: 'waiting', promised: { low: 105, high: 120 } },
    { state: 'called', ahead: null, counter, calledAt: stagedNow, reason: longestReason },
    { ...over, state: 'serving', counter },
    { ...over, state: 'parked', until: stagedNow + 20 * minute },
    { ...over, state: 'missed', until: stagedNow + 20 * minute },
    ...(['served', 'no-show', 'cancelled', 'expired'] as const).map((state) => ({ ...over, state })),
  ]
  const scenes: [name: string, scene: Scene][] = [
    ...states.map((changes): [string, Scene] => {
      const view = { ...phone, language, ...changes }
      return [view.state, { view, said: t(`phone.state.${view.state}`) }]
    }),
    [
      'summed up',
      { view: { ...phone, language, ...over, state: 'served', summary }, said: t('summary.today') },
    ],
    ['late', { view: { ...phone, language, ...late }, said: t('phone.late.counters') }],
    ['lost', { view: { ...phone, language }, said: lostWords(language), lost: true }],
    ['stopping', { view: { ...phone, language }, said: t('error.server/stopping'), lost: 'server/stopping' }],
    ['unknown', { view: phone, pressed, said: t('phone.unknown.title'), refused: 'credential/unknown' }],
    ['failed', { view: phone, pressed, said: t('page.failed'), refused: 'credential/origin' }],
  ]
  return scenes.map(([name, scene]) => ({ name: `phone ${name} ${language}`, address: '/t/staged', scene }))
}

/** The page that is not there, in every language there is. */
export function errorScreen(): PublicScreen {
  const said = texts('uk')('page.notFound')
  return { name: 'page not-found', address: '/no-such-page', scene: { view: phone, said } }
}

/** The sheet that says how the example hall decides whose turn it is. */
export function orderScreen(): PublicScreen {
  return { name: 'order', address: '/order', scene: { view: phone, said: orderTexts('en')('order.ask') } }
}

/** The sheet that says whether a hall with as many services as the example, one of a long name, keeps its promises. */
export function keptScreen(): PublicScreen {
  const { week } = keptFactsWith()
  const services = [longName, ...names].map((name, n) => ({
    id: `s${n}`,
    name,
    ...sums(counts(40 * n, 25, 1_000 - 40 * n), { queued: counts(30 * n, 20, 50) }),
  }))
  const answers = { '/api/kept': keptFactsWith({ week: { ...week, services } }) }
  const said = keptTexts('en')('kept.meaning')
  return { name: 'kept', address: '/kept', scene: { view: phone, said, answers } }
}
