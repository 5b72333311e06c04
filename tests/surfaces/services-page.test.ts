import { flushSync, mount, unmount } from 'svelte'
import { expect, onTestFinished, test } from 'vitest'

import ServicesLive from '#counter/settings/services/ServicesLive.svelte'
import { StaffSpeech } from '#counter/staff-speech.svelte.ts'
import { type StaffLanguage, staffLanguages } from '#shared/messages/staff.ts'
import type { DeskView } from '#shared/protocol/views.ts'

import { deskView, minute, now } from './desk-view.ts'
import { FakeLine } from './fake-line.svelte.ts'
import './kiosk-screen.ts'
import { settled } from './staff-server.ts'

type Service = DeskView['services'][number]

/** The page of services with papers alone. */
function open(changes: Partial<Service>, language: StaffLanguage = 'lt') {
  localStorage.clear()
  const line = new FakeLine<DeskView>()
  const speech = new StaffSpeech()
  speech.choose(language)
  const page = mount(ServicesLive, { target: document.body, props: { speech, openLine: () => line } })
  onTestFinished(() => unmount(page))
  line.show(deskView({ services: [{ ...deskView().services[0]!, ...changes }] }))
  flushSync()
  return line
}

const row = () => [...document.querySelectorAll('tbody tr')].at(-1)!
const words = () => row().textContent.replaceAll('\u2060', '').replaceAll(/\s+/g, ' ')
const button = (name: string) =>
  [...document.querySelectorAll('button')].findLast((one) => one.textContent.trim() === name)

/** At 10:40 in Vilnius. */
const until = now + 9 * minute
const states: readonly [Partial<Service>, Readonly<Record<StaffLanguage, string>>][] = [
  [{ lastTickets: null }, { lt: 'Teikiama', en: 'Open' }],
  [{ closed: 'service/full' }, { lt: 'Šiandienos numeriai išdalyti', en: 'All tickets of today are given' }],
  [{ closed: 'hall/closed' }, { lt: 'Salė uždaryta', en: 'The hall is closed' }],
  [
    { lastTickets: { until, left: 6 } },
    { lt: 'Numeriai maždaug iki 10:40 val., liko apie 6', en: 'Numbers until about 10:40, about 6 left' },
  ],
  [
    { lastTickets: { until, left: 0 } },
    {
      lt: 'Numeriai nebeduodami: iki uždarymo aptarnauti nebespėtume',
      en: 'No more numbers: no time left to serve newcomers before closing',
    },
  ],
  [
    { lastTickets: { until, left: 0 }, paused: 'technical' },
    { lt: 'Sustabdyta: Dėl techninių kliūčių', en: 'Paused: For technical reasons' },
  ],
  [
    { lastTickets: null, paused: 'staff', pausedUntil: until },
    { lt: 'Sustabdyta iki 10:40 val.: ', en: 'Paused until 10:40: ' },
  ],
]

test.each(states)('a service with %j says how it stands', (changes, said) => {
  for (const language of staffLanguages) {
    open({ ...changes, promised: { low: 10, high: 20 } }, language)
    expect(words()).toContain(said[language])
    expect(words()).toContain(language === 'lt' ? '2, apie 10–20 min.' : '2, about 10–20 min')
  }
})

test('a supervisor who is asked once has it give numbers until closing', async () => {
  const line = open({ lastTickets: { until, left: 0 } })
  button('Duoti iki uždarymo')!.click()
  flushSync()
  expect(line.sent).toEqual([])
  expect(document.querySelector('dialog')?.textContent).toContain('gali tekti dirbti ilgiau')
  button('Duoti iki uždarymo')!.click()
  flushSync()
  expect(line.sent).toEqual([{ name: 'service:lift-cut-off', fields: { service: 'papers' } }])
  await settled()
  expect(document.querySelector('dialog')).toBeNull()
})

test.each<Partial<Service>>([{}, { lastTickets: { until, left: 0 }, paused: 'staff' }])(
  'a service with %j has nothing to lift',
  (changes) => {
    open(changes)
    expect(button('Duoti iki uždarymo')).toBeUndefined()
  },
)

test('a refusal is told in the question, which stays with what was chosen until it is accepted', async () => {
  const line = open({})
  line.time = now
  line.refuse('time/past')
  button('Sustabdyti')!.click()
  flushSync()
  document.querySelector<HTMLInputElement>('dialog input[value=technical]')!.click()
  const field = document.querySelector<HTMLInputElement>('dialog input[type=time]')!
  field.value = '08:00'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  const submit = () =>
    document.querySelector('dialog form')!.dispatchEvent(new SubmitEvent('submit', { cancelable: true }))
  submit()
  await settled()
  const alerts = [...document.querySelectorAll('[role="alert"]')]
  expect(alerts.map((one) => one.closest('dialog') && one.textContent.trim())).toEqual([
    'Šis laikas jau praėjo. Pasirinkite vėlesnį.',
  ])
  expect(field.value).toBe('08:00')
  expect(document.querySelector<HTMLInputElement>('dialog input[value=technical]')!.checked).toBe(true)
  line.answer = { ok: true, answer: {} }
  submit()
  await settled()
  expect(document.querySelector('dialog')).toBeNull()
  expect(document.querySelector('[role="alert"]')).toBeNull()
})

test('a service is paused until a time of the hall’s clock, or for as long as it takes', async () => {
  const line = open({})
  line.time = now
  const ask = (clock: string) => {
    button('Sustabdyti')!.click()
    flushSync()
    const field = document.querySelector<HTMLInputElement>('dialog input[type=time]')!
    field.value = clock
    field.dispatchEvent(new Event('input', { bubbles: true }))
    document.querySelector('dialog form')!.dispatchEvent(new SubmitEvent('submit', { cancelable: true }))
    flushSync()
    return line.sent.at(-1)
  }
  const pause = { service: 'papers', reason: 'staff' }
  expect(ask('11:00')).toEqual({ name: 'service:pause', fields: { ...pause, until: now + 29 * minute } })
  await settled()
  expect(ask('')).toEqual({ name: 'service:pause', fields: { ...pause, until: null } })
})
