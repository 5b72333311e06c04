import { flushSync, mount, unmount } from 'svelte'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'

import SupervisorLive from '#counter/supervisor/SupervisorLive.svelte'
import { StaffSpeech } from '#counter/staff-speech.svelte.ts'
import { type StaffLanguage, staffLanguages } from '#shared/messages/staff.ts'
import type { SupervisorView } from '#shared/protocol/views.ts'

import { minute, now } from './desk-view.ts'
import { FakeLine } from './fake-line.svelte.ts'
import { settled } from './staff-server.ts'
import { supervisorView, waited, watchedCounter, watchedService } from './supervisor-view.ts'
import './kiosk-screen.ts'

afterEach(() => vi.useRealTimers())

function open(view: SupervisorView | null, language: StaffLanguage = 'lt') {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  localStorage.clear()
  const line = new FakeLine<SupervisorView>()
  line.time = now
  const speech = new StaffSpeech()
  speech.choose(language)
  const page = mount(SupervisorLive, { target: document.body, props: { speech, openLine: () => line } })
  onTestFinished(() => unmount(page))
  if (view) line.show(view)
  flushSync()
  return line
}

const plain = (text: string) => text.replaceAll(/[\u00a0\u2060]/g, ' ').replaceAll(/\s+/g, ' ')
const said = () => plain(document.body.textContent)
const services = () => [...document.querySelectorAll('tbody th')].map((one) => one.textContent)
const alerts = () =>
  [...document.querySelectorAll('.alerts ul')].map((one) => plain(one.textContent).trim())[0]
const button = (name: string) =>
  [...document.querySelectorAll('button')].findLast((one) => one.textContent.trim() === name)!

const late = watchedService('late', {
  waiting: 4,
  longest: waited('A007', 36),
  counters: { open: 0, able: 3 },
})
const busy = watchedService('busy', {
  waiting: 9,
  longest: waited('B012', 6),
  promised: { low: 10, high: 20 },
})

test('before the first view the page says that it connects', () => {
  open(null)
  expect(said()).toContain('Jungiamasi')
})

test('a service reads like a sentence, the worst first', () => {
  open(supervisorView({ services: [watchedService('calm'), busy, late] }))
  expect(services()).toEqual(['Paslauga late', 'Paslauga busy', 'Paslauga calm'])
  const row = plain(document.querySelector('tbody tr')!.textContent)
  expect(row).toContain('240 % numatyto laiko')
  expect(row).toContain('A007 laukia 36 iš 15 min.')
  expect(row).toContain('0 iš 3')
})

test.each([
  ['hall/closed', 'Salė uždaryta', 'The hall is closed'],
  ['service/closed', 'Dabar neteikiama', 'Not available now'],
  ['service/full', 'Šiandienos numeriai išdalyti', 'All tickets of today are given'],
] as const)('a service that gives no ticket (%s) is not told as open', (closed, lt, en) => {
  for (const language of staffLanguages) {
    open(supervisorView({ services: [watchedService('calm', { closed })] }), language)
    const row = plain([...document.querySelectorAll('tbody tr')].at(-1)!.textContent)
    expect(row).toContain(language === 'lt' ? lt : en)
    expect(row).not.toMatch(/Teikiama|Open$/)
  }
})

test('a closed hall is told as such, and when it opens', () => {
  const { hall } = supervisorView()
  const line = open(supervisorView({ hall: { ...hall, open: false, opensAt: now + 60 * minute } }))
  expect(said()).toContain('Salė uždaryta Atidarysime 11:31 val.')
  line.show(supervisorView())
  flushSync()
  expect(said()).not.toContain('Salė uždaryta')
})

test('who has waited longest leads to all that can be done with the ticket, for whoever may find it', () => {
  const link = () => document.querySelector('tbody a')?.getAttribute('href')
  const line = open(supervisorView({ services: [late] }))
  expect(link()).toBe('/counter/reception?find=A007')
  const { me } = line.view!
  line.show({ ...line.view!, me: { ...me, rights: me.rights.filter((one) => one !== 'ticket:issue') } })
  flushSync()
  expect(link()).toBeUndefined()
})

test('rows hold still for ten seconds while things change, and are sorted at a press', () => {
  const line = open(supervisorView({ services: [busy, late] }))
  line.show(supervisorView({ services: [{ ...busy, longest: waited('B012', 60) }, late] }))
  line.time = now + 9_000
  vi.advanceTimersByTime(1_000)
  flushSync()
  expect(services()).toEqual(['Paslauga late', 'Paslauga busy'])
  button('Rikiuoti dabar').click()
  flushSync()
  expect(services()).toEqual(['Paslauga busy', 'Paslauga late'])
  line.show(supervisorView({ services: [busy, late] }))
  line.time = now + 19_000
  vi.advanceTimersByTime(1_000)
  flushSync()
  expect(services()).toEqual(['Paslauga late', 'Paslauga busy'])
})

test('counters say what they do, for how long and who is there, in the order of the hall', () => {
  const visitor = { id: 't', label: 'A003', service: 'papers', paused: false }
  open(
    supervisorView({
      counters: [
        watchedCounter('1', { state: 'serving', since: now - 12 * minute, clerk: 'Ona Onaitė', visitor }),
        watchedCounter('2'),
        watchedCounter('3', { state: 'paused', since: now - 5 * minute, clerk: 'Jonas', pause: 'lunch' }),
        watchedCounter('4', { state: 'free', since: now - minute, clerk: 'Rasa' }),
      ],
    }),
  )
  const tiles = [...document.querySelectorAll('.tile')].map((one) => plain(one.textContent).trim())
  expect(tiles[0]).toContain('Aptarnauja A003, 12 min.')
  expect(tiles[0]).toContain('Ona Onaitė')
  expect(tiles[1]).toContain('Uždarytas')
  expect(tiles[2]).toContain('Pietūs, 5 min.')
  expect(tiles[3]).toContain('Laisvas, 1 min.')
})

test('alerts stand there until seen, and what the reader hears names what is new', () => {
  const line = open(supervisorView({ services: [{ ...late, counters: { open: 1, able: 3 } }] }))
  expect(alerts()).toContain('„Paslauga late“: A007 laukia ilgiau nei 200 % numatyto laiko')
  expect(document.querySelector('.spoken[role=status]')!.textContent).toContain('A007')
  button('Mačiau').click()
  flushSync()
  expect(alerts()).not.toContain('Mačiau')
  expect(alerts()).toContain('A007')
  line.show(supervisorView())
  flushSync()
  expect(alerts()).toBe('Nieko neatidėliotino')
})

test('an alert that has ended and comes back is read out again', async () => {
  const line = open(supervisorView({ services: [late] }))
  const region = document.querySelector('.spoken[role=status]')!
  const heard: string[] = []
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) heard.push(...[...addedNodes].map((one) => one.textContent ?? ''))
  })
  observer.observe(region, { childList: true, subtree: true, characterData: true })
  for (const services of [[late], [], [late]]) {
    line.show(supervisorView({ services }))
    await settled()
  }
  observer.disconnect()
  expect(heard).toHaveLength(1)
  expect(heard[0]).toContain('A007')
})

test('somebody goes to a visitor who asks for help', () => {
  const line = open(supervisorView({ assistance: [{ kiosk: 'k1', name: 'Prie durų', since: now }] }))
  button('Einu').click()
  expect(line.sent).toEqual([{ name: 'assistance:answer', fields: { kiosk: 'k1' } }])
})

test('devices that do not work are told with what is wrong', () => {
  const wrong = [
    { id: 'k1', kind: 'kiosk', name: 'Prie durų', trouble: 'printer', since: null, printer: 'paper-out' },
    { id: 'd1', kind: 'display', name: 'Salė', trouble: 'away', since: now - 4 * minute, printer: null },
  ] as const
  open(supervisorView({ devices: { all: 7, wrong: [...wrong] } }))
  expect(said()).toContain('Sutrikę 2 iš 7')
  expect(said()).toContain('Spausdintuvas: nėra popieriaus')
  expect(said()).toContain('Neatsako nuo 10:27')
})

test('while the line is lost what was seen stays as it was, and nothing is ordered', () => {
  const line = open(supervisorView({ services: [late] }))
  line.lose(now)
  line.time = now + 5 * minute
  vi.advanceTimersByTime(1_000)
  flushSync()
  button('Sustabdyti').click()
  flushSync()
  expect(document.querySelector('dialog')).toBeNull()
  expect(alerts()).toContain('A007')
  expect(plain(document.querySelector('tbody tr')!.textContent)).toContain('A007 laukia 36')
  expect(services()).toEqual(['Paslauga late'])
})

test('without the right nothing is offered', () => {
  const me = { id: 'sue', name: 'Sue', rights: ['hall:see'] }
  open(supervisorView({ me, assistance: [{ kiosk: 'k1', name: 'Prie durų', since: now }] }))
  expect(button('Sustabdyti')).toBeUndefined()
  expect(button('Einu')).toBeUndefined()
  expect(document.querySelector('a[href="/counter/devices"]')).toBeNull()
})

test('a hall without services, counters and devices says so', () => {
  for (const language of staffLanguages) {
    open(supervisorView({ services: [], counters: [], devices: { all: 0, wrong: [] } }), language)
    expect(said()).toContain(language === 'lt' ? 'Paslaugų dar nėra' : 'There are no services yet')
    expect(said()).toContain(language === 'lt' ? 'Įrenginių dar nėra' : 'No devices yet')
  }
})

test('a refusal is told', async () => {
  const line = open(supervisorView({ assistance: [{ kiosk: 'k1', name: 'Prie durų', since: now }] }))
  line.refuse('assistance/nobody-asks')
  button('Einu').click()
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')).not.toBeNull())
})

test('of two refusals the newer is told, until it was read or something else is done', async () => {
  const line = open(
    supervisorView({
      services: [watchedService('papers', { paused: 'staff' })],
      assistance: [{ kiosk: 'k1', name: 'Prie durų', since: now }],
    }),
  )
  const told = () => [...document.querySelectorAll('[role=alert] .title')].map((one) => one.textContent)
  const press = async (name: string) => {
    button(name).click()
    await settled()
  }
  line.refuse('assistance/nobody-asks')
  await press('Einu')
  const [older] = told()
  line.refuse('day/not-open')
  await press('Vėl teikti')
  expect(told()).toHaveLength(1)
  expect(told()).not.toEqual([older])
  await press('Užverti')
  expect(told()).toEqual([])
  await press('Einu')
  expect(told()).toHaveLength(1)
  line.answer = { ok: true, answer: {} }
  await press('Vėl teikti')
  expect(told()).toEqual([])
})

const visitor = { id: 't3', label: 'A003', service: 'papers', paused: false }
const openCounter = (counter: Parameters<typeof watchedCounter>[1], rights?: string[]) => {
  const base = supervisorView()
  const me = rights ? { ...base.me, rights } : base.me
  const line = open({
    ...base,
    me,
    counters: [watchedCounter('1', { clerk: 'Ona', since: now, ...counter })],
  })
  document.querySelector<HTMLButtonElement>('.tile button')?.click()
  flushSync()
  return line
}

test.each([
  ['serving', 'Baigti: A003', 'ticket:finish', { ticket: 't3' }],
  ['serving', 'Grąžinti į eilę: A003', 'ticket:return', { ticket: 't3' }],
  ['called', 'Neatėjo: A003', 'ticket:miss', { ticket: 't3' }],
  ['free', 'Uždaryti langelį', 'shift:close', { counter: 'c1' }],
  ['paused', 'Uždaryti langelį', 'shift:close', { counter: 'c1' }],
] as const)('at a counter that is %s, „%s“ sends %s', async (state, name, command, fields) => {
  const line = openCounter({ state, visitor: state === 'serving' || state === 'called' ? visitor : null })
  expect(plain(document.querySelector('dialog')!.textContent)).toContain('Veiksite už darbuotoją Ona')
  button(name).click()
  flushSync()
  expect(line.sent).toEqual([{ name: command, fields }])
  await settled()
  expect(document.querySelector('dialog')).toBeNull()
})

test('a counter is given other services until a time of the hall’s clock, and its own again', async () => {
  const line = openCounter({ state: 'closed', profileUntil: now + 30 * minute })
  const time = document.querySelector<HTMLInputElement>('dialog input[type=time]')!
  time.value = '12:00'
  time.dispatchEvent(new Event('input', { bubbles: true }))
  document.querySelector('dialog form')!.dispatchEvent(new SubmitEvent('submit', { cancelable: true }))
  flushSync()
  const until = now + 89 * minute
  expect(line.sent).toEqual([
    { name: 'counter:set-profile', fields: { counter: 'c1', profile: 'all', until } },
  ])
  await settled()
  document.querySelector<HTMLButtonElement>('.tile button')!.click()
  flushSync()
  button('Grąžinti įprastas paslaugas').click()
  expect(line.sent.at(-1)).toEqual({ name: 'counter:reset-profile', fields: { counter: 'c1' } })
})

test('what a counter was refused is told there, and what was chosen stays until it is accepted', async () => {
  const line = openCounter({ state: 'closed' })
  line.refuse('time/past')
  const time = document.querySelector<HTMLInputElement>('dialog input[type=time]')!
  time.value = '08:00'
  time.dispatchEvent(new Event('input', { bubbles: true }))
  const submit = () =>
    document.querySelector('dialog form')!.dispatchEvent(new SubmitEvent('submit', { cancelable: true }))
  submit()
  await settled()
  const alerts = [...document.querySelectorAll('[role=alert]')]
  expect(alerts.map((one) => one.closest('dialog') && one.textContent.trim())).toEqual([
    'Šis laikas jau praėjo. Pasirinkite vėlesnį.',
  ])
  expect(document.querySelector<HTMLInputElement>('dialog input[type=time]')!.value).toBe('08:00')
  line.answer = { ok: true, answer: {} }
  submit()
  await settled()
  expect(document.querySelector('dialog')).toBeNull()
})

test('who may neither act for others nor set a profile is offered nothing at a counter', () => {
  openCounter({ state: 'serving', visitor }, ['hall:see', 'ticket:serve'])
  expect(document.querySelector('dialog')).toBeNull()
})

/** Writes a message and sends it, where the server answers this. */
async function sendMessage(status: number, answer: object) {
  const asked: { path: string; body: object }[] = []
  vi.stubGlobal('fetch', async (path: string, { body }: { body?: string }) => {
    if (!body) return Response.json({ code: 'day/not-open' }, { status: 409 })
    asked.push({ path, body: JSON.parse(body) as object })
    return Response.json(answer, { status })
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  open(supervisorView())
  const field = document.querySelector<HTMLInputElement>('[name="message.lt"]')!
  field.value = 'Sistema laikinai neveikia'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.form!.dispatchEvent(new SubmitEvent('submit', { cancelable: true }))
  await vi.waitFor(() => {
    flushSync()
    expect(document.querySelector('.beside .notice')).not.toBeNull()
  })
  return { asked, field }
}

test('a message is shown on displays and phones at once, for half an hour', async () => {
  const { asked, field } = await sendMessage(201, { id: 'n1' })
  expect(asked).toEqual([
    {
      path: '/api/notices',
      body: {
        id: expect.any(String),
        ...{ title: { lt: 'Sistema laikinai neveikia' }, body: {}, picture: null, zone: null, from: null },
        ...{ until: now + 30 * minute, toPhones: true },
      },
    },
  ])
  expect(said()).toContain('Žinutė rodoma')
  expect(field.value).toBe('')
})

test('a message that is not taken stays, with the reason', async () => {
  const { field } = await sendMessage(400, { code: 'notice/untitled', details: {} })
  expect(document.querySelector('.beside [role=alert]')).not.toBeNull()
  expect(field.value).toBe('Sistema laikinai neveikia')
})

test('who may not write notices has no message to send', () => {
  open(supervisorView({ me: { id: 'sue', name: 'Sue', rights: ['hall:see'] } }))
  expect(document.querySelector('[name="message.lt"]')).toBeNull()
})
