import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { csvOf } from '#counter/settings/record/csv.ts'
import { entryWords } from '#counter/settings/record/entry-words.ts'
import RecordPage from '#counter/settings/record/RecordPage.svelte'
import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { staffLanguages, staffMessages, staffTexts } from '#shared/messages/staff.ts'
import { hallConfig } from '#shared/protocol/hall-config.ts'
import {
  acts,
  recordKinds,
  recordRefusals,
  type RecordEntry,
  type RecordNames,
  type RecordPage as Page,
} from '#shared/protocol/record.ts'

import { administrator, buttonNamed, settled, StaffServer, write } from './staff-server.ts'

const names: RecordNames = {
  timeZone: 'Europe/Vilnius',
  today: '2025-11-24',
  people: [{ id: 'ana', name: 'Ana A.' }],
  devices: [{ id: 'k1', name: 'Prie durų' }],
  counters: { 'counter-1': '1' },
  services: { permits: { lt: 'Leidimai', en: 'Permits' } },
  profiles: {},
}
const at = Date.parse('2025-11-24T08:30:05Z')
const called: RecordEntry = {
  key: 'e.1.2',
  at,
  by: { kind: 'staff', id: 'ana', name: 'Ana A.' },
  act: 'ticket:called',
  subject: { kind: 'ticket', id: 't1', name: 'A007' },
  changes: [
    { fact: 'state', before: 'waiting', after: 'called' },
    { fact: 'counter', before: null, after: 'counter-1' },
  ],
}
const rights: RecordEntry = {
  key: 'a.1.x',
  at,
  by: { kind: 'staff', id: 'gone', name: null },
  act: 'rights:changed',
  subject: { kind: 'role', id: 'clerk', name: 'clerk' },
  changes: [
    { fact: 'rights', before: ['ticket:serve', 'queue:see'], after: ['ticket:serve', 'ticket:pick'] },
  ],
}
const page = (entries: readonly RecordEntry[], next: string | null = null): [200, Page] => [
  200,
  { timeZone: names.timeZone, entries, next },
]
const first = 'GET /api/record?from=2025-11-18&to=2025-11-24'

let server: StaffServer
let screen: object | undefined

beforeEach(() => {
  localStorage.clear()
  server = new StaffServer()
    .answers('GET /api/me', [200, { ...administrator, rights: ['record:see'] }])
    .answers('GET /api/record/names', [200, names])
    .answers(first, page([called, rights]))
})
afterEach(async () => {
  if (screen) await unmount(screen)
  screen = undefined
  vi.unstubAllGlobals()
})

async function open() {
  screen = mount(RecordPage, { target: document.body })
  flushSync()
  await settled()
}

const text = () => document.body.textContent.replaceAll(/\s+/g, ' ')
const rows = () =>
  [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.trim()).join(' | '),
  )

function choose(name: string, value: string) {
  const field = document.querySelector<HTMLSelectElement>(`select[name=${name}]`)!
  field.value = value
  field.dispatchEvent(new Event('change', { bubbles: true }))
  flushSync()
}

async function search() {
  document.querySelector('form')!.requestSubmit()
  await settled()
}

test('shows the last seven days at once, each entry in words', async () => {
  await open()
  expect(rows()).toEqual([
    '2025-11-24 10:30:05 | Ana A. | pakviestas | Numeris A007 | būsena: laukia → kviečiamaslangelis: 1',
    '2025-11-24 10:30:05 | gone | pakeistos teisės | Pareigos: Darbuotojas | suteikta: Kviesti pasirinktą numerįatimta: Matyti laukiančiuosius',
  ])
  expect(text()).toContain('Įrašų niekas negali nei pakeisti, nei ištrinti.')
})

test('is searched by period, person, kind and name, and then goes on where it ended', async () => {
  const query = 'from=2025-11-24&to=2025-11-24&by=staff&id=ana&kind=tickets&about=A007'
  server
    .answers(`GET /api/record?${query}`, page([called], 'e.1.2'))
    .answers(
      `GET /api/record?${query}&after=e.1.2`,
      page([{ ...called, key: 'e.1.1', act: 'ticket:issued' }]),
    )
  await open()
  write('from', '2025-11-24')
  choose('who', 'staff ana')
  choose('kind', 'tickets')
  write('about', ' A007 ')
  await search()
  expect(rows()).toHaveLength(1)
  buttonNamed('Rodyti senesnius').click()
  await settled()
  expect(rows().map((row) => row.split(' | ')[2])).toEqual(['pakviestas', 'duotas numeris'])
  expect(() => buttonNamed('Rodyti senesnius')).toThrow()
})

test('says that there is nothing, and what to do', async () => {
  server.answers(first, page([]))
  await open()
  expect(text()).toContain('Tokių įrašų nėra')
  expect(document.querySelector('table')).toBeNull()
})

test('a period that cannot be searched is refused in words, and what was found stays', async () => {
  const bad = 'GET /api/record?from=2024-01-01&to=2025-11-24'
  server.answers(bad, [400, { code: 'record/bad-period', details: { max: 366 } }])
  await open()
  write('from', '2024-01-01')
  await search()
  expect(document.querySelector('[role=alert]')?.textContent).toContain('ne ilgesnis kaip 366 d.')
  expect(rows()).toHaveLength(2)
})

test('a server that does not answer can be asked again', async () => {
  server.answers('GET /api/record/names', [0], [200, names])
  await open()
  expect(text()).toContain('Serveris neatsako')
  buttonNamed('Bandyti dar kartą').click()
  await settled()
  expect(rows()).toHaveLength(2)
})

test('all that was found is downloaded, in the words of the page', async () => {
  const files: Blob[] = []
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (file: Blob) => (files.push(file), 'blob:file'),
      revokeObjectURL: () => {},
    }),
  )
  HTMLAnchorElement.prototype.click = () => {}
  server
    .answers(`${first}&limit=500`, page([called], 'e.1.2'))
    .answers(`${first}&after=e.1.2&limit=500`, page([rights]))
  await open()
  buttonNamed('Atsisiųsti CSV').click()
  await settled()
  await settled()
  const lines = (await files[0]!.text()).split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines[1]).toBe(
    '"2025-11-24 10:30:05","Ana A.","pakviestas","Numeris A007","būsena: laukia → kviečiamas; langelis: 1"',
  )
})

test('nothing that others wrote is a formula in a spreadsheet', () => {
  expect(
    csvOf([
      ['=1+1', '@x', 'a "b"'],
      ['-2', 'ok', ''],
    ]),
  ).toBe('\uFEFF"\'=1+1","\'@x","a ""b"""\r\n"\'-2","ok",""\r\n')
})

test('every act, kind and refusal has words, and what a newer server tells stands as it came', () => {
  for (const language of staffLanguages) {
    const known = Object.keys(staffMessages[language])
    expect(known).toEqual(expect.arrayContaining(acts.map((act) => `record.act.${act}`)))
    expect(known).toEqual(expect.arrayContaining(recordKinds.map((kind) => `record.kind.${kind}`)))
    expect(known).toEqual(
      expect.arrayContaining(Object.keys(recordRefusals).map((code) => `refused.${code}`)),
    )
  }
  const words = entryWords({ t: staffTexts('en'), language: 'en' }, names)
  const newer = {
    ...called,
    act: 'moon:seen' as never,
    changes: [{ fact: 'tide', before: null, after: 'high' }],
  }
  expect([words.act(newer), words.changes(newer)]).toEqual(['moon:seen', ['tide: high']])
})

test('what was said at a step is in words, and no code of the program', () => {
  const words = entryWords({ t: staffTexts('lt'), language: 'lt' }, names)
  const facts = {
    ...{ result: 'papers-missing', quantity: 2, place: 'end', keptFor: 'anyone', byHand: true },
    ...{ reason: 'technical', why: 'taken-over' },
  }
  const changes = Object.entries(facts).map(([fact, after]) => ({ fact, before: null, after }))
  expect(words.changes({ ...called, changes })).toEqual([
    'rezultatas: Trūksta dokumentų',
    'kiek kartų suteikta: 2',
    'vieta: Į eilės galą',
    'kam atidėta: bet kam',
    'darbuotojo pasirinktas: Taip',
    'priežastis: Dėl techninių kliūčių',
    'kodėl: perėmė kitas darbuotojas',
  ])
  expect(words.changes({ ...called, changes: [{ fact: 'reason', before: null, after: 'lunch' }] })).toEqual([
    'priežastis: Pietūs',
  ])
})

test('each setting that a hall can have is named in words, and so are its values', () => {
  const config = hallConfig.parse(exampleHall)
  const stepsOf = (value: unknown): string[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([step, part]) => [step, ...stepsOf(part)])
      : []
  const { order, rules, voice, alerts, brand, texts } = config
  const { ratio, weights: _weights, ...rest } = order
  const steps = [rest, rules, voice, alerts, brand].flatMap(stepsOf)
  for (const language of staffLanguages) {
    const known = Object.keys(staffMessages[language])
    expect(known).toEqual(expect.arrayContaining(Object.keys(config).map((part) => `record.fact.${part}`)))
    const settings = [...steps, ...Object.keys(texts), ...Object.keys(config.hours), 'ratio', 'weights']
    expect(known).toEqual(expect.arrayContaining(settings.map((step) => `record.setting.${step}`)))
    expect(known).toEqual(expect.arrayContaining(Object.keys(ratio).map((one) => `class.${one}`)))
  }
  const words = entryWords({ t: staffTexts('lt'), language: 'lt' }, names)
  const changes = [
    { fact: 'rules', before: ['recallSeconds: 20'], after: ['recallSeconds: 33'] },
    { fact: 'order', before: ['rule: share'], after: ['rule: first-come', 'weights.permits: 2'] },
    {
      fact: 'order',
      before: null,
      after: ['callAtOnce: true', 'ratio.priority: 3', 'fallbackMinutes: null'],
    },
    {
      fact: 'hours',
      before: ['week.monday: [["08:00","12:00"],["13:00","17:00"]]'],
      after: ['week.monday: []'],
    },
    { fact: 'brand', before: ['logo: null'], after: ['logo: data:image/png;base64,iVBORw…'] },
    { fact: 'texts', before: null, after: ['welcome.pl: Dzień dobry: wchodźcie'] },
    { fact: 'translator', before: null, after: ['https://translate.example/'] },
    { fact: 'moon', before: null, after: ['tide.high: 3'] },
  ]
  expect(words.changes({ ...called, act: 'hall:configured', changes })).toEqual([
    'taisyklės: kas kiek galima kartoti kvietimą, s: 20 → kas kiek galima kartoti kvietimą, s: 33',
    'eilės tvarka: kieno eilė: kas išlaukė didžiausią numatyto laiko dalį → kieno eilė: kas atėjo pirmas, iš kiek dauginama laiko dalis, Leidimai: 2',
    'eilės tvarka: atėjusį kviesti iš karto: Taip, po kiek kviečiama viename rate, Pirmenybė: 3, po kiek kviesti papildomų paslaugų, min.: nieko',
    'darbo laikas: savaitė, pirmadienis: 08:00–12:00, 13:00–17:00 → savaitė, pirmadienis: nedirbama',
    'išvaizda: logotipas: nieko → logotipas: paveikslėlis',
    'tekstai: pirmasis terminalo vaizdas, Polski: Dzień dobry: wchodźcie',
    'vertėjas: https://translate.example/',
    'moon: tide, high: 3',
  ])
})

test('what was put right about a visitor is named, and not to what', () => {
  const words = entryWords({ t: staffTexts('lt'), language: 'lt' }, names)
  const changes = [{ fact: 'told', before: null, after: ['language', 'needs'] }]
  expect(words.changes({ ...called, act: 'ticket:changed', changes })).toEqual([
    'apie lankytoją pakeista: kalba, poreikiai',
  ])
})

test('whoever has no right to it is told which one it takes, and nothing is asked for', async () => {
  server.answers('GET /api/me', [200, { ...administrator, rights: ['ticket:serve'] }])
  await open()
  expect(text()).toContain('Tam reikia teisės „Matyti veiksmų žurnalą“.')
  expect(server.asked.map(({ path }) => path)).not.toContain('/api/record/names')
})
