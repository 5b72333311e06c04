import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import ReceptionScreen from '#counter/reception/ReceptionScreen.svelte'
import { StaffSpeech } from '#counter/staff-speech.svelte.ts'
import { defaultRights } from '#server/rights.ts'
import type { StaffLanguage } from '#shared/messages/staff.ts'
import type { Acknowledgement } from '#shared/protocol/down.ts'
import type { FoundTicket } from '#shared/protocol/found-tickets.ts'
import type { ReceptionView } from '#shared/protocol/views.ts'

import { minute, now } from './desk-view.ts'
import { FakeLine } from './fake-line.svelte.ts'
import { foundTicket, receptionService, receptionView, waitingPerson } from './reception-view.ts'
import { buttonNamed, settled, StaffServer, write } from './staff-server.ts'

let server: StaffServer
let line: FakeLine<ReceptionView>
let screen: object | undefined

const printer = { id: 'k1', name: 'Prie durų', state: 'ready' }
const given = { ticket: 'a014', label: 'A014', url: 'http://hall.lan/t/a014code' }

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  server = new StaffServer().answers('GET /api/reception/printers', [200, { kiosks: [printer] }])
  line = new FakeLine<ReceptionView>()
  line.time = now
})

afterEach(async () => {
  if (screen) await unmount(screen)
  screen = undefined
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

interface Opened {
  readonly view?: ReceptionView | null
  readonly rights?: readonly string[]
  readonly language?: StaffLanguage
}

async function open({
  view = receptionView(),
  rights = defaultRights.receptionist,
  language = 'lt',
}: Opened = {}) {
  const speech = new StaffSpeech()
  speech.choose(language)
  screen = mount(ReceptionScreen, { target: document.body, props: { speech, openLine: () => line, rights } })
  if (view) line.show(view)
  flushSync()
  await settled()
}

const text = () => document.body.textContent.replaceAll('\u2060', '').replaceAll(/\s+/g, ' ')
const serviceRow = (name: string) =>
  [...document.querySelectorAll<HTMLButtonElement>('ol button')].find((row) =>
    row.textContent.includes(name),
  )!
const choose = (selector: string) => {
  document.querySelector<HTMLInputElement>(selector)!.click()
  flushSync()
}

/** In the dialog that is open. */
function pick(name: string, value: string) {
  const select = document.querySelector<HTMLSelectElement>(`dialog select[name=${name}]`)!
  select.value = value
  select.dispatchEvent(new Event('change', { bubbles: true }))
  flushSync()
}

async function press(name: string) {
  buttonNamed(name).click()
  await settled()
}

/** In the question that is open. */
async function choosePlace(name: string) {
  const choices = [...document.querySelectorAll<HTMLButtonElement>('dialog .choices button')]
  choices.find(({ textContent }) => textContent.includes(name))!.click()
  await settled()
}

async function give(name: string, answer: object = given) {
  line.answer = { ok: true, answer }
  serviceRow(name).click()
  await settled()
}

async function find(asked: string, ...tickets: FoundTicket[]) {
  server.answers(`GET /api/reception/find?q=${asked}`, [200, { tickets }])
  write('asked', asked)
  document.querySelector('form')!.requestSubmit()
  await settled()
}

test('one press gives an ordinary ticket in Lithuanian, and the kiosk chosen prints it', async () => {
  await open()
  await give('Dokumentai')
  expect(line.sent).toEqual([
    {
      name: 'ticket:issue',
      fields: { service: 'papers', class: 'ordinary', slot: null, language: 'lt', needs: [], number: null },
    },
    { name: 'ticket:print', fields: { ticket: 'a014', kiosk: 'k1', copy: false } },
  ])
  expect(text()).toContain('A014')
  expect(text()).toContain('Lapelis išspausdintas')
})

test('what is wished besides goes with one ticket and is forgotten after it', async () => {
  await open()
  const select = document.querySelector<HTMLSelectElement>('select[name=class]')!
  select.value = [...select.options].find(({ text: words }) => words === 'Sutartas laikas')!.value
  select.dispatchEvent(new Event('change', { bubbles: true }))
  flushSync()
  write('time', '10:45')
  choose('input[value=mobility]')
  await give('Dokumentai')
  await give('Dokumentai')
  const issued = line.sent.filter(({ name }) => name === 'ticket:issue').map(({ fields }) => fields)
  expect(issued).toMatchObject([
    { class: 'appointment', slot: now + 14 * minute, needs: ['mobility'] },
    { class: 'ordinary', slot: null, needs: [] },
  ])
})

test('an appointment that came too late is told with the number', async () => {
  await open()
  const select = document.querySelector<HTMLSelectElement>('select[name=class]')!
  select.value = [...select.options].find(({ text: words }) => words === 'Sutartas laikas')!.value
  select.dispatchEvent(new Event('change', { bubbles: true }))
  flushSync()
  write('time', '10:05')
  await give('Dokumentai', { ...given, class: 'ordinary' })
  expect(text()).toContain('Pavėluota į sutartą laiką (10:05 val.): laukti teks bendroje eilėje')
  await give('Dokumentai')
  expect(text()).not.toContain('Pavėluota')
})

test('where no kiosk has a printer the code stands large on the screen', async () => {
  server.answers('GET /api/reception/printers', [200, { kiosks: [] }])
  await open()
  expect(document.querySelector('input[value=paper]')).toBeNull()
  await give('Dokumentai')
  expect(line.sent).toHaveLength(1)
  expect(document.querySelector('svg[role=img]')?.getAttribute('aria-label')).toBe(
    'Numerio A014 kodas telefonui',
  )
  expect(text()).toContain(given.url)
})

test('of several kiosks the one that is chosen prints, and one without paper says so', async () => {
  const others = [printer, { id: 'k2', name: 'Salėje', state: 'paper-out' }]
  server.answers('GET /api/reception/printers', [200, { kiosks: others }])
  await open()
  const select = document.querySelector<HTMLSelectElement>('select[name=kiosk]')!
  expect([...select.options].map(({ text: words }) => words)).toEqual([
    'Prie durų',
    'Salėje – nėra popieriaus',
  ])
  select.value = select.options[1]!.value
  select.dispatchEvent(new Event('change', { bubbles: true }))
  await give('Dokumentai')
  expect(line.sent.at(-1)).toMatchObject({ name: 'ticket:print', fields: { kiosk: 'k2' } })

  await unmount(screen!)
  await open()
  expect(document.querySelector<HTMLSelectElement>('select[name=kiosk]')!.value).toBe('k2')
})

test('with one printer that works nobody is asked where to print', async () => {
  await open()
  expect(document.querySelector('select[name=kiosk]')).toBeNull()
})

test('paper that does not come is told, the ticket stands, and it can be tried again', async () => {
  await open()
  line.answer = { ok: true, answer: given }
  const send = line.send
  line.send = (name, fields) => {
    if (name === 'ticket:print') line.refuse('printer/failed')
    return send(name, fields)
  }
  serviceRow('Dokumentai').click()
  await settled()
  expect(text()).toContain('Lapelis neišspausdintas. Numeris galioja.')
  line.send = send
  line.answer = { ok: true, answer: {} }
  await press('Spausdinti dar kartą')
  expect(line.sent.at(-1)).toEqual({
    name: 'ticket:print',
    fields: { ticket: 'a014', kiosk: 'k1', copy: false },
  })
  expect(text()).toContain('Lapelis išspausdintas')
})

test('paper that did not come is told by its number until it does, whoever is given the next', async () => {
  await open()
  const { send } = line
  line.answer = { ok: true, answer: given }
  line.send = (name, fields) => {
    if (name === 'ticket:print') line.refuse('printer/failed')
    return send(name, fields)
  }
  await give('Dokumentai')
  expect(document.querySelectorAll('[role=alert]')).toHaveLength(1)
  line.send = send
  await give('Mokėjimai', { ticket: 'b001', label: 'B001', url: 'http://hall.lan/t/b001code' })
  expect(document.querySelector('[role=alert]')?.textContent).toContain(
    'Numerio A014 lapelis neišspausdintas terminale „Prie durų“',
  )
  await press('Spausdinti dar kartą: A014')
  expect(line.sent.at(-1)).toEqual({
    name: 'ticket:print',
    fields: { ticket: 'a014', kiosk: 'k1', copy: false },
  })
  expect(document.querySelector('[role=alert]')).toBeNull()
  expect(text()).toContain('Numerio A014 lapelis išspausdintas terminale „Prie durų“')
  await press('Užverti: A014')
  expect(text()).not.toContain('A014')
})

test('a slip from a paper roll: the next number is in sight, and another one is written', async () => {
  await open()
  choose('input[value=roll]')
  expect(serviceRow('Dokumentai').textContent).toContain('Kitas numeris – A014')
  write('number', '17')
  await give('Dokumentai', { ...given, label: 'A017' })
  expect(line.sent).toMatchObject([{ fields: { number: 17 } }])
  await give('Dokumentai')
  expect(line.sent.at(-1)).toMatchObject({ fields: { number: null } })
  line.refuse('series/number-taken')
  serviceRow('Dokumentai').click()
  await settled()
  expect(text()).toContain('Šį numerį jau turi kitas lankytojas')
})

test('a service that gives no tickets says why and is not pressed; who goes ahead is not cut off', async () => {
  const services = [
    receptionService('papers', { name: { lt: 'Dokumentai' }, closed: 'service/paused' }),
    receptionService('permits', { name: { lt: 'Leidimai' }, closed: 'service/cut-off' }),
  ]
  await open({ view: receptionView({ services }) })
  await give('Dokumentai')
  await give('Leidimai')
  expect(line.sent).toEqual([])
  expect(serviceRow('Dokumentai').textContent).toContain('Laikinai neteikiama')
  const select = document.querySelector<HTMLSelectElement>('select[name=class]')!
  select.value = [...select.options].find(({ text: words }) => words === 'Pirmenybė')!.value
  select.dispatchEvent(new Event('change', { bubbles: true }))
  await give('Leidimai')
  expect(line.sent[0]).toMatchObject({ fields: { service: 'permits', class: 'priority' } })
})

/** Keys of whatever has the focus, so many ms one after another. */
function keys(pressed: readonly string[], gap: number, codeOf = (_key: string) => '') {
  for (const [n, key] of pressed.entries()) {
    const event = new KeyboardEvent('keydown', { key, code: codeOf(key), bubbles: true, cancelable: true })
    Object.defineProperty(event, 'timeStamp', { value: 10_000 + n * gap })
    document.activeElement!.dispatchEvent(event)
  }
}

test('a digit gives a ticket while the list has the focus, and nowhere else', async () => {
  await open()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  buttonNamed('Ieškoti').focus()
  keys(['2'], 0)
  vi.runAllTimers()
  expect(line.sent).toEqual([])
  keys(['F2', '2'], 500)
  expect(line.sent).toEqual([])
  vi.runAllTimers()
  expect(line.sent).toMatchObject([{ name: 'ticket:issue', fields: { service: 'payments' } }])
})

test('a key that is held down on a button presses it once, in a question too', async () => {
  await open()
  const isTaken = (target: Element, repeat: boolean) =>
    !target.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', repeat, bubbles: true, cancelable: true }),
    )
  expect(isTaken(serviceRow('Dokumentai'), false)).toBe(false)
  expect(isTaken(serviceRow('Dokumentai'), true)).toBe(true)
  await find('A012', foundTicket('A012'))
  await press('Panaikinti: A012')
  expect(isTaken(buttonNamed('Panaikinti numerį'), true)).toBe(true)
  expect(isTaken(document.querySelector('input[name=asked]')!, true)).toBe(false)
})

test('keys of digits that write letters give tickets, and are digits to a reader too', async () => {
  const found = { tickets: [foundTicket('A012')] }
  server.answers('GET /api/reception/find?q=http%3A%2F%2Fhall.lan%2Ft%2F12', [200, found])
  await open()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const codeOf = (key: string) => ({ ą: 'Digit1', č: 'Digit2' })[key] ?? ''
  keys(['F2', ...'http://hall.lan/t/ąč', 'Enter'], 5, codeOf)
  vi.runAllTimers()
  await settled()
  expect(document.querySelector('article')?.getAttribute('aria-label')).toBe('A012')
  expect(line.sent).toEqual([])
  keys(['č'], 0, codeOf)
  vi.runAllTimers()
  expect(line.sent).toMatchObject([{ name: 'ticket:issue', fields: { service: 'payments' } }])
})

test('an address that a reader wrote with letters for digits into the field is looked for', async () => {
  const found = { tickets: [foundTicket('A012')] }
  server.answers('GET /api/reception/find?q=http%3A%2F%2Fhall.lan%2Ft%2F12', [200, found])
  await open()
  write('asked', 'http://hall.lan/t/ąč')
  document.querySelector('form')!.requestSubmit()
  await settled()
  expect(document.querySelector('article')?.getAttribute('aria-label')).toBe('A012')
})

test('a code that a reader types anywhere is looked for, and gives no ticket', async () => {
  server.answers('GET /api/reception/find?q=http%3A%2F%2Fhall.lan%2Ft%2F12', [
    200,
    { tickets: [foundTicket('A012')] },
  ])
  await open()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  serviceRow('Dokumentai').focus()
  keys([...'http://hall.lan/t/12', 'Enter'], 5)
  vi.runAllTimers()
  await settled()
  expect(line.sent).toEqual([])
  expect(document.querySelector('article')?.getAttribute('aria-label')).toBe('A012')
})

test('a found ticket says where it is and offers what its state allows', async () => {
  await open()
  await find('A012', foundTicket('A012', { promised: { until: now - minute, kept: false } }))
  expect(text()).toContain('Laukia eilėje')
  expect(text()).toContain('Vėluojame: žadėta iki 10:30 val.')
  expect(text()).toContain('Pirma jo – 1 žmogus')
  await press('Į eilės galą: A012')
  expect(line.sent).toEqual([])
  expect(text()).toContain('Perkelti numerį A012 į eilės galą?')
  expect(text()).toContain('žadėtas laikas nebegalios')
  await choosePlace('Į eilės galą')
  expect(line.sent).toEqual([{ name: 'ticket:change', fields: { ticket: 'a012', place: 'end' } }])
  await press('Spausdinti: A012')
  expect(line.sent.at(-1)).toEqual({
    name: 'ticket:print',
    fields: { ticket: 'a012', kiosk: 'k1', copy: true },
  })
  await press('Panaikinti: A012')
  expect(line.sent).toHaveLength(2)
  buttonNamed('Panaikinti numerį').click()
  expect(line.sent.at(-1)).toEqual({ name: 'ticket:cancel', fields: { ticket: 'a012' } })
})

const lobby = { id: 'k2', name: 'Salėje', state: 'ready' }

test('a ticket printed again says of which number, and where it comes out or why it does not', async () => {
  localStorage.setItem('eile-reception-carrier', 'phone')
  server.answers('GET /api/reception/printers', [200, { kiosks: [printer, lobby] }])
  await open()
  expect(document.querySelector('select[name=kiosk]')).toBeNull()
  await find('A1', foundTicket('A012'), foundTicket('A013'))
  const select = document.querySelector<HTMLSelectElement>('select[name=kiosk]')!
  select.value = 'k2'
  select.dispatchEvent(new Event('change', { bubbles: true }))
  let answer: (one: Acknowledgement) => void = () => {}
  line.answer = new Promise((resolve) => (answer = resolve))
  await press('Spausdinti: A012')
  expect(line.sent).toMatchObject([{ name: 'ticket:print', fields: { kiosk: 'k2' } }])
  expect(text()).toContain('Numerio A012 lapelis spausdinamas terminale „Salėje“')
  answer({ ok: true, answer: {} })
  await settled()
  expect(text()).toContain('Numerio A012 lapelis išspausdintas terminale „Salėje“')
  line.refuse('printer/failed')
  await press('Spausdinti: A013')
  expect(document.querySelector('[role=alert]')?.textContent).toContain(
    'Numerio A013 lapelis neišspausdintas terminale „Salėje“',
  )
})

test('printers are looked up when the line is back, when a ticket is looked for, and when paper did not come', async () => {
  await open()
  const looked = () => server.asked.filter(({ path }) => path === '/api/reception/printers').length
  expect(looked()).toBe(1)
  line.lose(now)
  flushSync()
  line.status = 'live'
  await settled()
  expect(looked()).toBe(2)
  await find('A012', foundTicket('A012'))
  expect(looked()).toBe(3)
  line.refuse('printer/failed')
  await press('Spausdinti: A012')
  expect(looked()).toBe(4)
})

test('an ended ticket comes back to the place that is chosen', async () => {
  await open()
  await find(
    'A001',
    foundTicket('A001', {
      state: 'cancelled',
      endedAt: now - minute,
      waitedMs: 5 * minute,
      ahead: null,
      url: null,
    }),
  )
  expect(text()).toContain('Panaikintas 10:30 val.')
  await press('Atkurti: A001')
  buttonNamed('Į eilės galą').click()
  expect(line.sent).toEqual([{ name: 'ticket:restore', fields: { ticket: 'a001', place: 'end' } }])
})

test('service, class, language and needs of one who waits are changed at once, and who alone calls after it', async () => {
  await open()
  await find('A012', foundTicket('A012'))
  await press('Keisti: A012')
  const dialog = document.querySelector('dialog')!
  dialog.querySelector<HTMLInputElement>('input[value=sight]')!.click()
  flushSync()
  pick('language', 'uk')
  pick('whom', 'clerk ana')
  dialog.querySelector('form')!.requestSubmit()
  await settled()
  expect(line.sent).toEqual([
    {
      name: 'ticket:change',
      fields: { ticket: 'a012', language: 'uk', needs: ['sight'] },
    },
    { name: 'ticket:bind', fields: { ticket: 'a012', bound: { clerk: 'ana' } } },
  ])
})

async function save() {
  document.querySelector('dialog form')!.dispatchEvent(new SubmitEvent('submit', { cancelable: true }))
  await settled()
}

test('what stays as it was is not sent as changed', async () => {
  await open()
  await find('A012', foundTicket('A012', { needs: ['sight'] }))
  await press('Keisti: A012')
  pick('class', 'priority')
  await save()
  expect(line.sent).toEqual([{ name: 'ticket:change', fields: { ticket: 'a012', class: 'priority' } }])
})

test('what was refused is told where it was asked for, which stays there, and nobody is bound by half', async () => {
  await open()
  await find('A012', foundTicket('A012'))
  await press('Keisti: A012')
  pick('language', 'uk')
  pick('whom', 'counter c2')
  let answer: (one: Acknowledgement) => void = () => {}
  line.answer = new Promise((resolve) => (answer = resolve))
  await save()
  await save()
  expect(document.querySelector('dialog')).not.toBeNull()
  answer({ ok: false, error: { code: 'service/unknown', details: {} } })
  await settled()
  expect(line.sent.map(({ name }) => name)).toEqual(['ticket:change'])
  expect(document.querySelectorAll('[role=alert]')).toHaveLength(1)
  expect(document.querySelector('dialog [role=alert]')).not.toBeNull()
  expect(document.querySelector<HTMLSelectElement>('dialog select[name=language]')!.value).toBe('uk')
  line.answer = { ok: true, answer: {} }
  await save()
  expect(line.sent.slice(1)).toEqual([
    { name: 'ticket:change', fields: { ticket: 'a012', language: 'uk' } },
    { name: 'ticket:bind', fields: { ticket: 'a012', bound: { counter: 'c2' } } },
  ])
  expect(document.querySelector('dialog')).toBeNull()
})

test('what was accepted is not sent again with what was refused', async () => {
  await open()
  await find('A012', foundTicket('A012'))
  await press('Keisti: A012')
  pick('language', 'uk')
  pick('whom', 'counter c2')
  const { send } = line
  line.send = (name, fields) => {
    if (name === 'ticket:bind') line.refuse('counter/unknown')
    return send(name, fields)
  }
  await save()
  await save()
  expect(line.sent.map(({ name }) => name)).toEqual(['ticket:change', 'ticket:bind', 'ticket:bind'])
})

test('what a colleague has put right meanwhile stays, and nothing is sent where nothing was changed', async () => {
  await open()
  await find('A012', foundTicket('A012'))
  await press('Keisti: A012')
  server.answers('GET /api/reception/find?q=A012', [
    200,
    { tickets: [foundTicket('A012', { service: 'payments' })] },
  ])
  line.show(receptionView())
  await settled()
  pick('class', 'priority')
  await save()
  expect(line.sent).toEqual([{ name: 'ticket:change', fields: { ticket: 'a012', class: 'priority' } }])
  await press('Keisti: A012')
  await save()
  expect(line.sent).toHaveLength(1)
  expect(document.querySelector('dialog')).toBeNull()
})

test('for whom somebody waits is said: a counter, a clerk, or one who is away', async () => {
  await open()
  await find(
    'A1',
    foundTicket('A001', { bound: { counter: 'c2' } }),
    foundTicket('A010', { bound: { clerk: 'ana' } }),
    foundTicket('A100', { bound: { clerk: 'gone' } }),
  )
  expect(text()).toContain('Laukia 2 langelio')
  expect(text()).toContain('Laukia darbuotojo: Ana')
  expect(text()).toContain('Laukia darbuotojo, kurio dabar nėra prie langelio')
})

test('who may act for others ends what was left at a counter, and sends it on', async () => {
  await open({ rights: defaultRights.supervisor })
  const at = { counter: '1', ahead: null, waitedMs: 5 * minute }
  await find(
    'A2',
    foundTicket('A002', { ...at, state: 'called' }),
    foundTicket('A020', { ...at, state: 'serving' }),
  )
  await press('Neatėjo: A002')
  await press('Baigti: A020')
  await press('Grąžinti į eilę: A020')
  await press('Į eilės galą')
  await press('Perduoti: A020')
  pick('service', 'payments')
  document.querySelector<HTMLFormElement>('#transfer')!.requestSubmit()
  await settled()
  expect(line.sent).toEqual([
    { name: 'ticket:miss', fields: { ticket: 'a002' } },
    { name: 'ticket:finish', fields: { ticket: 'a020' } },
    { name: 'ticket:return', fields: { ticket: 'a020', place: 'end' } },
    {
      name: 'ticket:transfer',
      fields: { ticket: 'a020', service: 'payments', bound: null, place: 'own', note: '' },
    },
  ])
})

test('the note of a transfer stays until it is accepted, with what went wrong beside it', async () => {
  await open({ rights: defaultRights.supervisor })
  await find(
    'A20',
    foundTicket('A020', { counter: '1', ahead: null, waitedMs: 5 * minute, state: 'serving' }),
  )
  await press('Perduoti: A020')
  pick('service', 'payments')
  const note = document.querySelector<HTMLTextAreaElement>('#transfer textarea')!
  note.value = 'Reikia kvito'
  note.dispatchEvent(new Event('input', { bubbles: true }))
  line.answer = { ok: false, error: { code: 'line/lost', details: {} } }
  const form = () => document.querySelector<HTMLFormElement>('#transfer')
  form()!.requestSubmit()
  await settled()
  expect(form()!.closest('dialog')!.textContent).toContain('Ryšys nutrūko')
  expect(document.querySelector<HTMLTextAreaElement>('#transfer textarea')!.value).toBe('Reikia kvito')
  line.answer = { ok: true, answer: {} }
  form()!.requestSubmit()
  await settled()
  expect(line.sent.at(-1)).toMatchObject({ fields: { note: 'Reikia kvito' } })
  expect(form()).toBeNull()
})

test('a number that was not given today, and a server that does not answer, are told', async () => {
  await open()
  await find('Z9')
  expect(text()).toContain('Tokio numerio šiandien nebuvo')
  write('asked', 'A1')
  document.querySelector('form')!.requestSubmit()
  await settled()
  expect(document.querySelector('[role=alert]')?.textContent).toContain('Ryšys nutrūko')
})

test('who waits is listed by what is left of the promise, in words and with a sign', async () => {
  await open({
    view: receptionView({
      waiting: [
        ...receptionView().waiting,
        waitingPerson('B003', { service: 'payments', class: 'priority', needs: ['hearing'] }),
      ],
      waitingInAll: 61,
    }),
  })
  expect(text()).toContain('Vėluojame: žadėta iki 10:30 val.')
  expect(text()).toContain('Spėjame: žadėta iki 10:50 val.')
  expect(text()).toContain('Gresia vėluoti: numatyta iki 10:34 val.')
  expect(text()).toContain('Pirmenybė')
  expect(text()).toContain('ir dar 58 žmonės')
  server.answers('GET /api/reception/find?q=A013', [200, { tickets: [foundTicket('A013')] }])
  await press('Atverti: A013')
  expect(document.querySelector('article')?.getAttribute('aria-label')).toBe('A013')
})

test('of a chosen service those who are less pressing than all others are listed too', async () => {
  const { services, waiting } = receptionView()
  const pressed = { ...services[1]!, waiting: 3 }
  const later = waitingPerson('B003', { service: 'payments' })
  await open({
    view: receptionView({
      services: [services[0]!, pressed],
      waiting: [...waiting, later],
      mostPressing: 2,
      waitingInAll: 5,
    }),
  })
  expect(text()).not.toContain('B003')
  expect(text()).toContain('ir dar 3 žmonės')
  const select = document.querySelector<HTMLSelectElement>('select[name=waiting-for]')!
  select.value = 'payments'
  select.dispatchEvent(new Event('change', { bubbles: true }))
  flushSync()
  expect(text()).toContain('B003')
  expect(text()).not.toContain('A012')
  expect(text()).toContain('ir dar 2 žmonės')
})

test('one who was missed and stands here is back by a press', async () => {
  await open({
    view: receptionView({
      missed: [{ id: 'a004', label: 'A004', service: 'papers', until: now + 5 * minute }],
    }),
  })
  await press('Atėjo: A004')
  expect(line.sent).toEqual([{ name: 'ticket:report', fields: { ticket: 'a004' } }])
})

test('with the line down nothing is given, and the page says so', async () => {
  await open()
  line.lose(now)
  flushSync()
  await give('Dokumentai')
  expect(line.sent).toEqual([])
  expect(serviceRow('Dokumentai').getAttribute('aria-disabled')).toBe('true')
})

test('it waits for its line, says that nobody waits, and hides what there is no right to', async () => {
  await open({ view: null, rights: ['ticket:issue'] })
  expect(text()).toContain('Jungiamasi')
  line.show(receptionView({ waiting: [], waitingInAll: 0, services: [] }))
  await settled()
  expect(text()).toContain('Paslaugų dar nėra')
  expect(document.querySelector('select[name=class]')).toBeNull()
  expect(document.querySelector('input[name=asked]')).toBeNull()
  expect(text()).toContain('Tam reikia teisės „Matyti laukiančiuosius“')
  expect(server.asked).toEqual([])
})

test('what was refused to somebody who may not see the queue is told as well', async () => {
  await open({ rights: ['ticket:issue', 'ticket:cancel'] })
  await give('Dokumentai')
  line.refuse('ticket/wrong-state')
  await press('Panaikinti numerį')
  expect(document.querySelector('[role=alert]')?.textContent).toContain('to padaryti nebegalima')
})

test('who asks for help is told here too, to whoever may go', async () => {
  const assistance = [{ kiosk: 'k1', name: 'T1', since: now - 2 * minute }]
  await open({ view: receptionView({ assistance }) })
  expect(text()).toContain('Lankytojas prašo pagalbos: T1, 2 min.')
  await press('Einu')
  expect(line.sent).toEqual([{ name: 'assistance:answer', fields: { kiosk: 'k1' } }])
  await unmount(screen!)
  await open({ view: receptionView({ assistance }), rights: ['ticket:issue'] })
  expect(text()).not.toContain('T1')
})

test('a link of another page leads to one ticket', async () => {
  history.replaceState(null, '', '?find=A012')
  server.answers('GET /api/reception/find?q=A012', [200, { tickets: [foundTicket('A012')] }])
  await open()
  history.replaceState(null, '', location.pathname)
  expect(text()).toContain('Laukia eilėje')
})

test('it speaks English too', async () => {
  await open({ language: 'en' })
  await find('A012', foundTicket('A012'))
  for (const words of [
    'Give a ticket',
    'Papers',
    'Waiting in the queue',
    '1 person before it',
    'To the end of the queue',
  ])
    expect(text()).toContain(words)
})
