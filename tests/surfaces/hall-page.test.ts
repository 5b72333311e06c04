import { Blob } from 'node:buffer'

import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DayHours, openTimes, withBreak } from '#counter/settings/hall/day-hours.svelte.ts'
import { draftOf, partOf } from '#counter/settings/hall/draft.ts'
import HallPage from '#counter/settings/hall/HallPage.svelte'
import exampleHall from '#server/example-hall.json' with { type: 'json' }
import type { HallChange } from '#shared/protocol/hall-page.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import { administrator, buttonNamed, settled, StaffServer } from './staff-server.ts'

const config = {
  ...exampleHall,
  languages: ['lt', 'en'],
  brand: { colour: null, logo: null },
  voice: { speaks: true, saysZone: false },
  alerts: { attentionPercent: 100, stopPercent: 200, waitMinutes: null },
  translator: null,
} as unknown as HallConfig
const path = '/api/hall'
const rights = [...administrator.rights, 'hall:configure']

let server: StaffServer
let screen: object | undefined

beforeEach(() => {
  localStorage.clear()
  server = new StaffServer()
    .answers('GET /api/me', [200, { ...administrator, rights }])
    .answers(`GET ${path}`, [200, { config, revision: 'first' }])
})

afterEach(async () => {
  if (screen) await unmount(screen)
  screen = undefined
  vi.unstubAllGlobals()
})

async function open() {
  screen = mount(HallPage, { target: document.body })
  flushSync()
  await settled()
}

const text = () => document.body.textContent.replaceAll('\u00a0', ' ')
const field = (name: string) => document.querySelector<HTMLInputElement>(`[name="${name}"]`)!
const sent = () => server.asked.findLast(({ method }) => method === 'PUT')?.body as HallChange | undefined

function write(name: string, words: string) {
  field(name).value = words
  field(name).dispatchEvent(new Event('input', { bubbles: true }))
  flushSync()
}

async function save() {
  document.querySelector('form')!.requestSubmit()
  await settled()
}

async function choose(content: string) {
  const file = new Blob([content])
  Object.defineProperty(field('logo'), 'files', { value: [file], configurable: true })
  field('logo').dispatchEvent(new Event('change', { bubbles: true }))
  await settled()
}

test('whoever may not configure the hall is told so, and its settings are not asked for', async () => {
  server.answers('GET /api/me', [200, administrator])
  await open()
  expect(text()).toContain('Tam reikia teisės „Keisti salės nustatymus“. Jos prašykite administratoriaus.')
  expect(server.asked.map((one) => one.path)).not.toContain(path)
})

test('each of the hall’s languages has its fields, and one that is ticked gets them at once', async () => {
  await open()
  expect([field('name.lt').value, field('name.en').value]).toEqual([config.name.lt, config.name.en])
  expect(field('name.ru')).toBeNull()
  expect(field('language-lt').disabled).toBe(true)
  field('language-ru').click()
  flushSync()
  expect(field('name.ru').value).toBe(config.name.ru)
  expect(field('texts.paper.ru').value).toBe(config.texts.paper.ru)
})

test('what is saved is all that the page sets, with the revision that was read, and the page says so', async () => {
  server.answers(`PUT ${path}`, [
    200,
    { config: { ...config, name: { ...config.name, lt: 'Kita salė' } }, revision: 'second' },
  ])
  await open()
  expect(text()).not.toContain('neišsaugotų')
  write('name.lt', ' Kita salė ')
  expect(text()).toContain('Yra neišsaugotų pakeitimų')
  await save()
  expect(sent()).toEqual({
    revision: 'first',
    config: { ...partOf(draftOf(config)), name: { ...config.name, lt: 'Kita salė' } },
  })
  expect(text()).toContain('Nauji nustatymai jau galioja')
  await save()
  expect(sent()?.revision).toBe('second')
})

test('what is wrong is said at its field, which gets the focus, and what was written stays', async () => {
  server.answers(`PUT ${path}`, [
    422,
    { code: 'hall/invalid', details: { 'name.en': 'hall/missing-text', timeZone: 'hall/bad-time-zone' } },
  ])
  await open()
  write('name.en', ' ')
  write('time-zone', 'Vilnius')
  await save()
  expect(text()).toContain('Pataisykite 2 laukus')
  expect(document.activeElement).toBe(field('name.en'))
  expect(text()).toContain('Parašykite ir šia kalba.')
  expect(field('time-zone').value).toBe('Vilnius')
  write('time-zone', 'Europe/Vilnius')
  expect(text()).toContain('Pataisykite 1 lauką')
})

test('a language that the services lack is refused with the texts that are missing, by name', async () => {
  server.answers(`PUT ${path}`, [
    422,
    {
      code: 'hall/invalid',
      details: {
        'services.0.name.uk': 'hall/missing-text',
        'services.0.information.price.uk': 'hall/missing-text',
        'groups.1.name.uk': 'hall/missing-text',
      },
    },
  ])
  await open()
  field('language-uk').click()
  await save()
  expect(text()).toContain('Українська: trūksta 3 tekstų')
  expect(text()).toContain(`Paslauga „${config.services[0]!.name.lt}“: pavadinimas, kaina`)
  expect(text()).toContain(`Grupė „${config.groups[1]!.name.lt}“: pavadinimas`)
  expect(document.activeElement).toBe(field('language-uk'))
  field('language-uk').click()
  flushSync()
  expect(text()).not.toContain('trūksta')
})

test('settings that somebody else has changed are not overwritten; the latest can be loaded', async () => {
  server.answers(`PUT ${path}`, [409, { code: 'hall/changed' }])
  await open()
  write('name.lt', 'Mano')
  await save()
  expect(text()).toContain('nustatymus pakeitė kas nors kitas')
  expect(field('name.lt').value).toBe('Mano')
  const theirs = { ...config, name: { ...config.name, lt: 'Jų' } }
  server.answers(`GET ${path}`, [200, { config: theirs, revision: 'theirs' }])
  buttonNamed('Įkelti naujausius').click()
  await settled()
  expect(field('name.lt').value).toBe('Jų')
  expect(text()).not.toContain('kas nors kitas')
})

test.each([
  [409, 'hall/in-use', 'trūksta to, kas dabar naudojama'],
  [500, 'server/internal', 'Įvyko klaida, niekas nepakeista'],
  [0, 'line/lost', 'Ryšys nutrūko'],
])('%s: %s is told, and what was written stays', async (status, code, words) => {
  server.answers(`PUT ${path}`, [status, { code, details: { what: 'service x' } }])
  await open()
  write('name.lt', 'Mano')
  await save()
  expect(document.querySelector('[role=alert]')!.textContent).toContain(words)
  expect(field('name.lt').value).toBe('Mano')
})

test('a pale colour is shown darkened and said to be, a dark one as it is', async () => {
  await open()
  const grounds = () => [...document.querySelectorAll<HTMLElement>('.ground')]
  expect(grounds()[0]!.style.getPropertyValue('--hall-on-light')).toBe('')
  write('colour', '#e0a030')
  expect(text()).toContain('Spalva patamsinta, kad baltas tekstas būtų įskaitomas (kontrastas 7,1 : 1).')
  expect(grounds()[0]!.style.getPropertyValue('--hall-on-light')).not.toBe('#e0a030')
  expect(grounds()[1]!.style.getPropertyValue('--hall-on-dark')).toBe('#e0a030')
  write('colour', '102030')
  expect(text()).not.toContain('patamsinta')
  expect(grounds()[0]!.style.getPropertyValue('--hall-on-light')).toBe('#102030')
  await save()
  expect(sent()?.config.brand.colour).toBe('#102030')
  write('colour', ' ')
  await save()
  expect(sent()?.config.brand.colour).toBeNull()
})

test('whether calls are said, and with the zone, is set here', async () => {
  await open()
  const boxes = () =>
    ['Kvietimus tarti balsu', 'Kviečiant pasakyti ir zoną'].map((words) =>
      [...document.querySelectorAll('label')]
        .find((label) => label.textContent.trim() === words)!
        .querySelector('input')!,
    )
  boxes()[1]!.click()
  await save()
  expect(sent()?.config.voice).toEqual({ speaks: true, saysZone: true })
  boxes()[0]!.click()
  await settled()
  expect(boxes()[1]!.disabled).toBe(true)
  await save()
  expect(sent()?.config.voice).toMatchObject({ speaks: false })
})

test('from which share of the target on a wait is an alert is set here, and what is no number is refused', async () => {
  const bad = { code: 'hall/invalid', details: { 'alerts.attentionPercent': 'hall/bad-alerts' } }
  server.answers(`PUT ${path}`, [422, bad])
  await open()
  write('stopPercent', '150')
  await save()
  expect(sent()?.config.alerts).toEqual({ attentionPercent: 100, stopPercent: 150, waitMinutes: null })
  expect(document.querySelector('[role=alert]')?.textContent).toContain('Sveikasis skaičius nuo 20 iki 1000')
  write('attentionPercent', '')
  expect(document.querySelector('[role=alert]')).toBeNull()
  await save()
  expect(sent()?.config.alerts.attentionPercent).toBeNull()
  for (const [typed, minutes] of [
    ['25', 25],
    ['pusvalandis', 0],
    ['', null],
  ] as const) {
    write('waitMinutes', typed)
    await save()
    expect(sent()?.config.alerts.waitMinutes).toBe(minutes)
  }
})

test('the translator is an address or nothing, and a bad one is said at its field', async () => {
  server.answers(`PUT ${path}`, [
    422,
    { code: 'hall/invalid', details: { translator: 'hall/bad-translator' } },
  ])
  await open()
  write('translator', ' http://translate.example ')
  await save()
  expect(sent()?.config.translator).toBe('http://translate.example')
  expect(document.activeElement).toBe(field('translator'))
  expect(document.querySelector('[role=alert]')?.textContent).toContain('https://')
  write('translator', ' ')
  await save()
  expect(sent()?.config.translator).toBeNull()
})

test('a logo is shown before it is saved, and can be taken away', async () => {
  await open()
  await choose('<svg xmlns="http://www.w3.org/2000/svg"/>')
  const pictures = () => [...document.querySelectorAll('.ground img')]
  expect(pictures()).toHaveLength(2)
  await save()
  expect(sent()?.config.brand.logo).toMatch(/^data:image\/svg\+xml;base64,/)
  buttonNamed('Pašalinti logotipą').click()
  await settled()
  expect(pictures()).toHaveLength(0)
})

test.each([
  ['no picture', 'tai ne PNG, JPEG, WebP ar SVG paveikslas'],
  ['<svg><script/></svg>', 'yra programinis kodas'],
  ['a'.repeat(150_000), 'Failas per didelis'],
])('a file that will not do is refused before it is sent', async (content, words) => {
  await open()
  await choose(content)
  expect(text()).toContain(words)
  expect(document.querySelector('.ground img')).toBeNull()
})

test('a picture that the browser cannot draw is not kept', async () => {
  await open()
  await choose('<svg/>')
  document.querySelector('.ground img')!.dispatchEvent(new Event('error'))
  flushSync()
  expect(text()).toContain('Šio failo rodyti negalima')
  expect(document.querySelector('.ground img')).toBeNull()
})

test('a day that differs is added, and the same date twice is refused before it is sent', async () => {
  await open()
  const add = buttonNamed('Pridėti dieną')
  add.click()
  await settled()
  write('date-0', '2026-12-24')
  add.click()
  await settled()
  write('date-1', '2026-12-24')
  await save()
  expect(sent()).toBeUndefined()
  expect(text()).toContain('Ši diena įrašyta du kartus.')
  buttonNamed('Pašalinti: 2026-12-24').click()
  await settled()
  await save()
  expect(sent()?.config.hours.exceptions).toEqual({ '2026-12-24': [] })
})

test('hours come back from the form as they were, with a break and until midnight', () => {
  const times = [
    ['08:00', '12:00'],
    ['13:00', '24:00'],
  ] as const
  expect(openTimes(new DayHours(times))).toEqual(times)
  expect(openTimes(new DayHours([]))).toEqual([])
})

test('a break is made around lunch, else left to be written', () => {
  expect(withBreak([{ from: '08:00', to: '00:00' }])).toEqual([
    { from: '08:00', to: '12:00' },
    { from: '13:00', to: '00:00' },
  ])
  const afternoon = { from: '13:00', to: '17:00' }
  expect(withBreak([afternoon])).toEqual([afternoon, { from: '', to: '' }])
})

test('words in a language that the hall does not speak now are kept, unless nothing is said at all', () => {
  const draft = draftOf(config)
  expect(partOf(draft).texts).toEqual(config.texts)
  draft.welcome.lt = draft.welcome.en = ''
  expect(partOf(draft).texts.welcome).toEqual({})
})
