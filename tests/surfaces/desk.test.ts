import { setImmediate } from 'node:timers/promises'

import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { Desk } from '#counter/desk/desk.svelte.ts'
import DeskScreen from '#counter/desk/DeskScreen.svelte'
import type { Acknowledgement } from '#shared/protocol/down.ts'
import type { DeskView } from '#shared/protocol/views.ts'
import { called, deskView, minute, now, putAside, serving, waitingRow } from './desk-view.ts'
import { FakeLine } from './fake-line.svelte.ts'
import { StaffServer } from './staff-server.ts'

// jsdom opens no dialogs.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false
}

let line: FakeLine<DeskView>
let desk: Desk
let screen: object

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  line = new FakeLine()
  line.time = now
  desk = new Desk(line)
  screen = mount(DeskScreen, { target: document.body, props: { desk, onsession: () => {} } })
  flushSync()
})

afterEach(async () => {
  await unmount(screen)
  vi.unstubAllGlobals()
})

function show(changes: Partial<DeskView> = {}) {
  line.show(deskView(changes))
  flushSync()
}

const words = () => document.body.textContent.replaceAll(/\s+/g, ' ')

function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.querySelector('.words')?.textContent.trim()) === name,
  )
  if (!found) throw new Error(`There is no button "${name}" among: ${words()}`)
  return found
}

const isThere = (name: string) =>
  [...document.querySelectorAll('button')].some((one) => one.textContent.includes(name))
const isDisabled = (name: string) => button(name).getAttribute('aria-disabled') === 'true'

/** Everything that has been answered has arrived. */
async function settled() {
  await setImmediate()
  flushSync()
}

async function press(name: string) {
  button(name).click()
  await settled()
}

async function key(
  key: string,
  target: Element = document.body,
  code = '',
  held: Pick<KeyboardEventInit, 'shiftKey' | 'ctrlKey' | 'altKey'> = {},
) {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, code, ...held, bubbles: true, cancelable: true }))
  await settled()
}

test('before the first view it says that it connects', () => {
  expect(words()).toContain('Jungiamasi')
})

test('the main button goes from calling to starting to finishing', async () => {
  show()
  await press('Kviesti kitą')
  show({ visitor: called() })
  await press('Pradėti aptarnavimą')
  show({ visitor: serving() })
  await press('Baigti')
  expect(line.sent).toEqual([
    { name: 'ticket:call-next', fields: { counter: 'c5' } },
    { name: 'ticket:start', fields: { ticket: 'a012' } },
    { name: 'ticket:finish', fields: { ticket: 'a012' } },
  ])
})

test('what came of serving is said by keys alone, with how many of the service were done', async () => {
  show({ visitor: serving() })
  await key('r')
  expect(words()).toContain('Kaip baigėsi numerio A012 aptarnavimas?')
  const first = button('Atlikta')
  await key('-', first)
  await key('+', first)
  await key('+', first)
  expect(document.querySelector('output')?.textContent).toBe('3')
  await key('-', first)
  await key('3', first)
  expect(line.sent).toEqual([
    { name: 'ticket:finish', fields: { ticket: 'a012', result: 'come-another-time', quantity: 2 } },
  ])
  expect(words()).not.toContain('Kaip baigėsi')
})

test('where the keys of digits write letters they choose all the same, and those of a text stay letters', async () => {
  show({ visitor: serving() })
  await key('r')
  const first = button('Atlikta')
  await key('ž', first, 'Equal')
  expect(document.querySelector('output')?.textContent).toBe('2')
  for (const held of [{ ctrlKey: true }, { altKey: true }, { shiftKey: true }])
    await key('č', first, 'Digit2', held)
  expect(line.sent).toEqual([])
  await key('č', first, 'Digit2')
  const fields = { ticket: 'a012', result: 'papers-missing', quantity: 2 }
  expect(line.sent).toEqual([{ name: 'ticket:finish', fields }])

  show({ visitor: called() })
  await key('a')
  await key('č', document.querySelector('dialog textarea')!, 'Digit2')
  expect(line.sent).toHaveLength(1)
})

test('a number pad alone works the counter, its questions too', async () => {
  const pad = (code: string) =>
    key('', document.querySelector('dialog[open] button') ?? document.body, `Numpad${code}`)
  show({ offer: { label: 'A012', service: 'papers' } })
  await pad('Enter')
  show({ visitor: called() })
  await pad('Enter')
  show({ visitor: serving() })
  await pad('Multiply')
  await pad('Decimal')
  expect(document.querySelector('dialog[open]')).toBeNull()
  await pad('Multiply')
  await pad('Add')
  await pad('3')
  expect(line.sent).toMatchObject([
    { name: 'ticket:call-next' },
    { name: 'ticket:start' },
    { name: 'ticket:finish', fields: { result: 'come-another-time', quantity: 2 } },
  ])
})

test('Enter of a number pad presses the button that has the focus', async () => {
  show({ visitor: called() })
  await key('Enter', button('Neatėjo'), 'NumpadEnter')
  expect(line.sent).toEqual([])
})

test('the next of one service is called by whoever may, where it is taken', async () => {
  show()
  expect(words()).not.toContain('Kviesti kitą šios paslaugos')
  const services = deskView().services.map((service) => ({ ...service, waiting: 2 }))
  const me = { id: 'ona', name: 'Ona', rights: ['ticket:serve', 'ticket:pick-service'] }
  show({ me, services: [services[0]!, { ...services[1]!, mine: false }] })
  const ofService = [...document.querySelectorAll('.services button')]
  expect(ofService.map((one) => one.getAttribute('aria-label'))).toEqual([
    'Kviesti kitą šios paslaugos lankytoją: Dokumentai',
  ])
  await press('Kviesti kitą šios paslaugos lankytoją: Dokumentai')
  expect(line.sent).toEqual([{ name: 'ticket:call-next', fields: { counter: 'c5', service: 'papers' } }])
  show({ me, services, visitor: called() })
  desk.tick()
  flushSync()
  expect(isDisabled('Kviesti kitą šios paslaugos lankytoją: Dokumentai')).toBe(true)
})

test('a visitor is put aside by one key, or with why and for how long', async () => {
  show({ visitor: called() })
  await key('a')
  await key('1', button('Man'))
  const usual = { ticket: 'a012', keptFor: 'clerk', minutes: 20, note: '' }
  expect(line.sent).toEqual([{ name: 'ticket:park', fields: usual }])

  show({ visitor: serving() })
  await key('a')
  const minutes = document.querySelector<HTMLInputElement>('dialog input[type="number"]')!
  const why = document.querySelector<HTMLTextAreaElement>('dialog textarea')!
  minutes.value = '2000'
  why.value = ' Pildo formą '
  for (const field of [minutes, why]) field.dispatchEvent(new Event('input', { bubbles: true }))
  await key('3', why)
  expect(line.sent).toHaveLength(1)
  await press('Bet kam')
  const said = { ticket: 'a012', keptFor: 'anyone', minutes: 480, note: 'Pildo formą' }
  expect(line.sent[1]).toEqual({ name: 'ticket:park', fields: said })
})

test('the counter is told when a number put aside there is about to go back to the queue', () => {
  const parked = putAside('A003', { until: now + 3 * minute, notes: ['Pildo formą'] })
  show({ parked: [parked] })
  expect(words()).toContain('Pildo formą')
  expect(words()).not.toContain('Atidėtas numeris A003')
  line.time = now + minute
  desk.tick()
  flushSync()
  expect(words()).toContain('Atidėtas numeris A003 grįš į eilę 10:34 val.')
  show({ parked: [{ ...parked, keptFor: { clerk: 'jonas' } }] })
  expect(words()).not.toContain('Atidėtas numeris A003')
})

describe('a number put aside here whose time is over', () => {
  const parked = putAside('A003', { until: now + minute })
  const told = 'Atidėto numerio A003 laikas baigėsi 10:32 val.: jis vėl laukia eilėje, savo vietoje.'
  const waiting = { waiting: [waitingRow('A003')], waitingInAll: 1, waitingForMe: 1 }
  const at = (time: number) => {
    line.time = time
    desk.tick()
    flushSync()
  }
  const showAt = (time: number, changes: Partial<DeskView>) => {
    line.show(deskView(changes))
    at(time)
  }
  beforeEach(() => showAt(now, { parked: [parked] }))

  test('is said to be back in the queue until the clerk has read it', async () => {
    showAt(now + minute, waiting)
    expect(words()).toContain(told)
    at(now + 5 * minute)
    expect(words()).toContain(told)
    await press('Užverti')
    at(now + 6 * minute)
    expect(words()).not.toContain(told)
  })

  test('or until it waits no more', () => {
    showAt(now + minute, waiting)
    const [own, other] = deskView().counters
    const called = { counters: [own!, { ...other!, visitor: 'A003' }] }
    showAt(now + 2 * minute, { ...called, waiting: [], waitingInAll: 0 })
    expect(words()).not.toContain(told)
    showAt(now + minute, {})
    expect(words()).not.toContain(told)
  })

  test('is said at a desk that was locked or loaded anew meanwhile', () => {
    desk = new Desk(line)
    showAt(now + 2 * minute, waiting)
    expect(desk.parkedHere.over).toMatchObject({ label: 'A003' })
  })

  test.each<[string, number, Partial<DeskView>]>([
    ['was taken up in time', now + minute / 2, { visitor: serving({ id: 'a003', label: 'A003' }) }],
    ['was put back in time', now + minute / 2, waiting],
    [
      'is still put aside, for longer',
      now + 2 * minute,
      { parked: [{ ...parked, until: now + 9 * minute }] },
    ],
    ['belongs to a counter that is closed by now', now + 2 * minute, { ...waiting, shift: null }],
  ])('is not said of one that %s', (_, time, changes) => {
    showAt(time, changes)
    at(now + 2 * minute)
    expect(words()).not.toContain(told)
  })

  test('nor of one that was put aside at another counter', () => {
    showAt(now, { parked: [{ ...parked, counter: 'c6', keptFor: null }] })
    showAt(now + minute, waiting)
    expect(words()).not.toContain(told)
  })
})

function choose(select: HTMLSelectElement, value: string) {
  select.value = value
  select.dispatchEvent(new Event('change', { bubbles: true }))
  flushSync()
}
const selects = () => [...document.querySelectorAll<HTMLSelectElement>('dialog select')]

test('a visitor is sent to a counter or to a colleague who is at one, not to the clerk’s own', async () => {
  show({ visitor: serving() })
  await key('p')
  const whom = selects()[1]!
  expect([...whom.options].map((one) => one.textContent)).toEqual([
    'Bet kuriam langeliui',
    'Jonas (6B langelis)',
    '6B langelis – Jonas',
  ])
  choose(whom, 'clerk jonas')
  await press('Perduoti')
  const fields = { ticket: 'a012', service: 'papers', bound: { clerk: 'jonas' }, place: 'own', note: '' }
  expect(line.sent).toEqual([{ name: 'ticket:transfer', fields }])
})

test('the service of the visitor is put right by two keys', async () => {
  show({ visitor: serving() })
  await key('t')
  await key('1', button('Mokėjimai'))
  expect(line.sent).toEqual([{ name: 'ticket:change', fields: { ticket: 'a012', service: 'payments' } }])
})

test('one who waits is given another service, or left to a colleague', async () => {
  show()
  await press('Keisti A012')
  choose(selects()[0]!, 'payments')
  await press('Pakeisti')
  expect(line.sent[0]).toEqual({ name: 'ticket:change', fields: { ticket: 'a012', service: 'payments' } })

  show()
  await press('Keisti A012')
  expect(isDisabled('Palikti')).toBe(true)
  choose(selects()[1]!, 'counter c5')
  await press('Palikti')
  expect(line.sent[1]).toEqual({ name: 'ticket:bind', fields: { ticket: 'a012', bound: { counter: 'c5' } } })
})

test('who may print gives one who waits the paper once more, and reads whether it came', async () => {
  const printers = { kiosks: [{ id: 'k1', name: 'Prie durų', state: 'ready' }] }
  const server = new StaffServer().answers('GET /api/reception/printers', [200, printers])
  show()
  await press('Keisti A012')
  expect(isThere('Spausdinti dar kartą')).toBe(false)
  desk.leaveQuestion()
  const { me } = deskView()
  show({ me: { ...me, rights: [...me.rights, 'ticket:print'] } })
  await press('Keisti A012')
  line.answer = { ok: false, error: { code: 'printer/failed', details: { state: 'paper-out' } } }
  await press('Spausdinti dar kartą')
  expect(words()).toContain('Lapelis neišspausdintas')
  line.answer = { ok: true, answer: {} }
  await press('Spausdinti dar kartą')
  expect(words()).toContain('Lapelis išspausdintas')
  const print = { name: 'ticket:print', fields: { ticket: 'a012', kiosk: 'k1' } }
  expect(line.sent).toEqual([print, print])
  expect(server.asked.length).toBe(2)
})

test('a question about one who waits goes away when that one is called, and keys act again', async () => {
  show()
  await press('Keisti A012')
  expect(words()).toContain('Ką keisti numeriui A012?')
  show({ waiting: [] })
  expect(words()).not.toContain('Ką keisti numeriui')
  await key('F2')
  expect(line.sent.map(({ name }) => name)).toEqual(['ticket:call-next'])
})

test('a visitor without a number is given one and called here by two keys, by whoever may', async () => {
  show()
  expect(isThere('Lankytojas be numerio')).toBe(false)
  const me = { id: 'ona', name: 'Ona', rights: ['ticket:serve', 'ticket:issue'] }
  const [papers, payments] = deskView().services
  show({ me, services: [{ ...papers!, mine: false }, payments!] })
  await key('n')
  await key('1', button('Mokėjimai'))
  const fields = { service: 'payments', class: 'ordinary', language: 'lt', counter: 'c5' }
  expect(line.sent).toEqual([{ name: 'ticket:issue', fields }])
  show({ me, visitor: called() })
  await vi.waitFor(() => expect(isThere('Lankytojas be numerio')).toBe(false))
})

test('of a visitor without a number the language is said before, and the class by whoever may', async () => {
  const me = { id: 'ona', name: 'Ona', rights: ['ticket:serve', 'ticket:issue'] }
  show({ me })
  await key('n')
  expect(selects().map(({ name }) => name)).toEqual(['language'])
  show({ me: { ...me, rights: [...me.rights, 'ticket:change'] } })
  const [ofClass, language] = selects()
  expect([...ofClass!.options].map(({ value }) => value)).not.toContain('appointment')
  choose(ofClass!, 'out-of-turn')
  choose(language!, 'uk')
  await press('Mokėjimai')
  const fields = { service: 'payments', class: 'out-of-turn', language: 'uk', counter: 'c5' }
  expect(line.sent).toEqual([{ name: 'ticket:issue', fields }])
})

test('a pause may say how long it lasts, and colleagues read when the counter goes on', async () => {
  show()
  await key('F9')
  const minutes = document.querySelector<HTMLInputElement>('dialog input[type="number"]')!
  minutes.value = '15'
  minutes.dispatchEvent(new Event('input', { bubbles: true }))
  await key('2', button('Pietūs'))
  const fields = { counter: 'c5', reason: 'lunch', minutes: 15 }
  expect(line.sent).toEqual([{ name: 'shift:pause', fields }])

  const pause = { reason: 'lunch', since: now, until: now + 15 * minute }
  show({ shift: { counter: 'c5', profile: 'all', pause } })
  expect(words()).toContain('iki 10:46 val.')
  const away = deskView().counters.map((one) => ({
    ...one,
    state: 'paused' as const,
    backAt: now + 9 * minute,
  }))
  show({ shift: null, counters: away })
  expect(words()).toContain('grįš apie 10:40 val.')
})

describe('a counter that calls by itself', () => {
  const offered = { offer: { label: 'A012', service: 'papers' } }
  const sent = () => line.sent.map(({ name }) => name)

  function at(seconds: number) {
    line.time = now + seconds * 1_000
    desk.tick()
    flushSync()
  }

  test('calls the next when its pause is over, and not before', async () => {
    show(offered)
    at(1)
    at(30)
    expect(sent()).toEqual([])
    await key('i')
    expect(words()).toContain('Kviesti iškart (įjungta)')
    at(31)
    expect(words()).toContain('Numeris A012 netrukus bus pakviestas')
    at(40)
    expect(words()).toContain('po 1 s')
    expect(sent()).toEqual([])
    at(41)
    await settled()
    expect(sent()).toEqual(['ticket:call-next'])
  })

  test('waits for who arrives, and begins anew when it has been free for nobody', async () => {
    show()
    await key('i')
    at(60)
    show(offered)
    at(61)
    at(70)
    expect(sent()).toEqual([])
    at(71)
    await settled()
    expect(sent()).toEqual(['ticket:call-next'])
  })

  test('does so at the beats of its line, while it is behind other windows and its timers are held back', async () => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    onTestFinished(() => void vi.restoreAllMocks())
    show(offered)
    await key('i')
    for (const seconds of [1, 12]) {
      line.time = now + seconds * 1_000
      line.seenAt = line.time
      flushSync()
    }
    await settled()
    expect(sent()).toEqual(['ticket:call-next'])
  })

  test('is stopped by a key until it has had its next visitor', async () => {
    show(offered)
    await key('i')
    at(1)
    await key('Escape')
    expect(words()).not.toContain('netrukus bus pakviestas')
    at(60)
    expect(sent()).toEqual([])
    show({ visitor: serving() })
    at(61)
    show(offered)
    at(62)
    at(72)
    await settled()
    expect(sent()).toEqual(['ticket:call-next'])
  })

  test('calls nobody while it is paused, locked, cut off, or a question is open', async () => {
    show(offered)
    await key('i')
    for (const away of [
      () =>
        show({
          shift: { counter: 'c5', profile: 'all', pause: { reason: 'lunch', since: now, until: null } },
        }),
      () => line.lose(now),
      () => desk.ask('show-keys'),
      () => desk.lock(),
    ]) {
      show(offered)
      desk.leaveQuestion()
      at(1)
      away()
      flushSync()
      at(2)
      at(100)
      await settled()
      expect(sent()).toEqual([])
    }
  })

  test('stops calling by itself when it is closed', async () => {
    show(offered)
    await key('i')
    show({ shift: null })
    at(1)
    show(offered)
    at(2)
    at(100)
    await settled()
    expect(sent()).toEqual([])
  })
})

test('a second press before its effect is in view is not sent', async () => {
  show()
  await press('Kviesti kitą')
  await key('F2')
  expect(line.sent).toHaveLength(1)
  show({ visitor: called() })
  await key('F2')
  expect(line.sent.at(-1)?.name).toBe('ticket:start')
})

test('while a command is under way no other is sent', async () => {
  const { promise, resolve } = Promise.withResolvers<Acknowledgement>()
  show({ visitor: called() })
  line.answer = promise
  await key('F4')
  await key('F8')
  expect(line.sent.map(({ name }) => name)).toEqual(['ticket:recall'])
  resolve({ ok: false, error: { code: 'server/internal', details: {} } })
  await settled()
  await key('F8')
  expect(line.sent.map(({ name }) => name)).toEqual(['ticket:recall', 'ticket:miss'])
})

test('what a command did is seen before all else follows, and that with the next tick', async () => {
  show({ waiting: [waitingRow('A012')], visitor: null })
  await key('F2')
  show({ waiting: [waitingRow('A013')], visitor: called({ notes: ['Atnešė kopiją'] }) })
  const queue = () => document.querySelector('.queue')!.textContent
  const rest = () => ['Neatėjo', 'Pokalbio kortelė'].map(isThere)
  expect(button('Pradėti aptarnavimą')).toBeTruthy()
  expect(queue()).toContain('A012')
  expect(rest()).toEqual([false, false])
  expect(words()).not.toContain('Atnešė kopiją')
  desk.tick()
  flushSync()
  expect(queue()).toContain('A013')
  expect(queue()).not.toContain('A012')
  expect(rest()).toEqual([true, true])
  expect(words()).toContain('Atnešė kopiją')
  expect(document.title).toBe('A012 – 5 langelis')
  show({ waiting: [waitingRow('A014')], visitor: called() })
  expect(queue(), 'what others do is seen at once').toContain('A014')
})

test('what is not in sight yet can be done by its key, and what is no longer meant cannot be pressed', async () => {
  const me = { id: 'ona', name: 'Ona', rights: ['ticket:serve', 'ticket:issue'] }
  show({ me, visitor: null })
  await key('F2')
  show({ me, visitor: called() })
  await press('Lankytojas be numerio')
  expect(document.querySelector('dialog[open]')).toBeNull()
  await key('F8')
  expect(line.sent.map(({ name }) => name)).toEqual(['ticket:call-next', 'ticket:miss'])
})

test('buttons are greyed only once an answer is long in coming, and not by that of an earlier press', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const shown = () => [isDisabled('Pradėti aptarnavimą'), isDisabled('Kviesti dar kartą')]
  const pass = (ms: number) => {
    vi.advanceTimersByTime(ms)
    flushSync()
  }
  show({ visitor: called() })
  await key('F4')
  pass(140)
  const { promise, resolve } = Promise.withResolvers<Acknowledgement>()
  line.answer = promise
  show({ visitor: called({ recallsLeft: 2 }) })
  await key('F4')
  expect(document.querySelector('[aria-busy="true"]')).not.toBeNull()
  pass(140)
  expect(shown()).toEqual([false, false])
  pass(10)
  expect(shown()).toEqual([true, true])
  resolve({ ok: false, error: { code: 'server/internal', details: {} } })
  await settled()
  expect(shown()).toEqual([false, false])
  expect(document.querySelector('[aria-busy="true"]')).toBeNull()
})

describe('a double click', () => {
  /** Of clicks that follow one another on one spot a browser counts which it is. */
  async function click(target: Element, detail: number) {
    target.dispatchEvent(new MouseEvent('click', { detail, bubbles: true, cancelable: true }))
    await settled()
  }
  const main = () => document.querySelector('.main .words')!

  test('on the main button counts once where the first click has changed what it does', async () => {
    show()
    await click(main(), 1)
    show({ visitor: called() })
    await click(main(), 2)
    expect(line.sent.map(({ name }) => name)).toEqual(['ticket:call-next'])
    await click(main(), 3)
    expect(line.sent.map(({ name }) => name)).toEqual(['ticket:call-next', 'ticket:start'])
  })

  test('on a choice presses nothing that comes to light under it', async () => {
    show({ visitor: serving() })
    line.refuse('server/internal')
    await click(main(), 1)
    await key('g')
    await click(button('Į eilės galą'), 1)
    show({ visitor: serving() })
    await click(main(), 2)
    expect(line.sent.map(({ name }) => name)).toEqual(['ticket:finish', 'ticket:return'])
  })

  test('is two on a button that says the same as before', async () => {
    show({ visitor: serving() })
    await key('r')
    await click(button('Daugiau'), 1)
    await click(button('Daugiau'), 2)
    expect(document.querySelector('output')?.textContent).toBe('3')
  })
})

test('what was chosen in a question is not lost while an earlier command is under way', async () => {
  const { promise, resolve } = Promise.withResolvers<Acknowledgement>()
  show({ visitor: serving() })
  line.answer = promise
  await key('s')
  await key('g')
  await key('2', button('Į eilės galą'))
  expect(words()).toContain('Į kurią vietą grąžinti numerį A012?')
  resolve({ ok: false, error: { code: 'server/internal', details: {} } })
  await settled()
  await key('2', button('Į eilės galą'))
  expect(line.sent.at(-1)).toEqual({ name: 'ticket:return', fields: { ticket: 'a012', place: 'end' } })
})

test.each([
  ['lt', 'Sustabdyti, jei sutinka'],
  ['en', 'Pause if the visitor agrees'],
] as const)(
  'a visitor’s consent to a pause is named where it is offered, and takes no press more: %s',
  async (language, name) => {
    desk.speech.choose(language)
    show({ visitor: serving() })
    await press(name)
    expect(line.sent).toEqual([{ name: 'ticket:pause', fields: { ticket: 'a012' } }])
  },
)

test('keys act on the page, and not while somebody writes or a question is open', async () => {
  show({ visitor: serving() })
  const input = document.body.appendChild(document.createElement('input'))
  await key('s', input)
  await key('F2', input)
  expect(line.sent).toEqual([])
  input.remove()

  await key('g')
  expect(words()).toContain('Į kurią vietą grąžinti numerį A012?')
  await key('F2')
  expect(line.sent).toEqual([])

  await key('2', button('Į eilės galą'))
  expect(line.sent).toEqual([{ name: 'ticket:return', fields: { ticket: 'a012', place: 'end' } }])
})

test('a question about a visitor goes away with the visitor', async () => {
  show({ visitor: called() })
  await key('x')
  expect(words()).toContain('Panaikinti numerį A012?')
  show()
  expect(words()).not.toContain('Panaikinti numerį A012?')
})

test('an empty queue is said in place, until somebody comes', async () => {
  show({ waiting: [], waitingInAll: 0, waitingForMe: 0 })
  line.refuse('queue/empty')
  // What screen readers listen to stands there before its words.
  const told = document.querySelector('.news [role=status]')!
  expect(told.textContent).toBe('')
  await press('Kviesti kitą')
  expect(told.textContent).toContain('Jūsų langelio niekas nelaukia')
  show()
  expect(told.textContent).toBe('')
  expect(told.isConnected).toBe(true)
})

test('when all who wait here are kept, the desk says who and why, instead of doing nothing', async () => {
  const exception = { why: 'just-back', until: now + 40_000 } as const
  const kept = [waitingRow('B001', { mine: false, exception }), waitingRow('A012', { exception })]
  show({ waiting: kept, waitingInAll: 2, waitingForMe: 0 })
  line.refuse('queue/empty')
  await press('Kviesti kitą')
  expect(document.querySelector('.news [role=status]')!.textContent).toContain(
    'A012 laukia jūsų langelio, bet kviesti dar negalima. Ką tik sugrįžo: dar 40\u00a0s nekviečiamas.',
  )
})

test('who is kept for another clerk or counter is not offered to be taken up, and it is said for whom', () => {
  const aside = [
    putAside('A001', { keptFor: { clerk: 'jonas' }, counter: 'c6' }),
    putAside('A002', { keptFor: { counter: 'c6' }, counter: 'c6' }),
    putAside('A003', { keptFor: { clerk: 'petras' }, counter: 'c7' }),
    putAside('A004', { keptFor: null, counter: 'c6' }),
    putAside('A005', { counter: 'c6' }),
  ]
  show({ parked: aside })
  for (const words of ['Skirta: Jonas', 'Skirta: 6B langelis', 'Skirta: kitam darbuotojui'])
    expect(document.querySelector('.aside')!.textContent).toContain(words)
  const offered = [...document.querySelectorAll('.aside button')].map((one) => one.ariaLabel)
  expect(offered).toEqual(['Paimti A004', 'Paimti A005'])
})

test('that somebody else was faster is said with the counter where the ticket is', async () => {
  show({ me: { id: 'ona', name: 'Ona', rights: ['ticket:serve', 'ticket:pick', 'queue:see'] } })
  line.answer = { ok: false, error: { code: 'ticket/at-another-counter', details: { counter: 'c6' } } }
  await press('Kviesti A012')
  expect(line.sent.at(-1)).toEqual({ name: 'ticket:call', fields: { counter: 'c5', ticket: 'a012' } })
  expect(words()).toContain('Kitas darbuotojas buvo greitesnis: numeris jau prie 6B langelio')
})

test.each([
  [{ code: 'ticket/recalled-too-soon', details: { seconds: 7 } }, 'Dar kartą kviesti galėsite po 7 s.'],
  [{ code: 'ticket/unknown', details: {} }, 'Šio numerio eilėje nebėra'],
  [
    { code: 'appointment/another-day', details: { date: '2025-11-26' } },
    'Sutartas laikas – lapkričio 26 d., trečiadienis.',
  ],
  [{ code: 'ticket/not-appointment', details: {} }, 'Laiką turi tik rūšies „Sutartas laikas“ numeris.'],
] as const)('a refusal is said with what it is about: %o', async (error, said) => {
  show({ visitor: called() })
  line.answer = { ok: false, error }
  await press('Kviesti dar kartą')
  expect(words()).toContain(said)
})

test('while the line is lost nothing can be done, and it says why', async () => {
  show({ visitor: called(), parked: [putAside('A003', { until: now + minute })] })
  line.lose(now)
  flushSync()
  expect(isDisabled('Pradėti aptarnavimą')).toBe(true)
  expect(isDisabled('Kviesti dar kartą')).toBe(true)
  expect(isDisabled('Paimti A003')).toBe(true)
  expect(words()).toContain('Kol nėra ryšio, nieko atlikti negalima')
  await key('F2')
  await press('Pradėti aptarnavimą')
  expect(line.sent).toEqual([])
})

test('what the rights lack is not on the screen', () => {
  show({ visitor: called(), missed: [{ id: 'a002', label: 'A002', until: now + minute }] })
  expect(isThere('Panaikinti numerį')).toBe(true)
  expect(isThere('Atėjo')).toBe(true)
  expect(document.querySelector('a[href="/counter/printer"]')).toBeNull()
  show({
    me: { id: 'ona', name: 'Ona', rights: ['ticket:serve', 'printer:see'] },
    visitor: called(),
    missed: [{ id: 'a002', label: 'A002', until: now + minute }],
  })
  expect(isThere('Panaikinti numerį')).toBe(false)
  expect(isThere('Atėjo')).toBe(false)
  expect(document.querySelector('a[href="/counter/printer"]')).not.toBeNull()
})

test('an account that may not serve is told so', () => {
  show({ me: { id: 'ona', name: 'Ona', rights: ['queue:see'] } })
  expect(words()).toContain('Su šia paskyra dirbti prie langelio negalima')
})

test('who is here is read out from a place that stands, and no second of a pause is', () => {
  show({ visitor: null })
  const region = document.querySelector('.spoken[aria-live]')!
  expect(region.textContent).toContain('Prie langelio nieko nėra')
  show({ visitor: called() })
  expect(region.textContent).toContain(called().label)
  const pause = { reason: 'lunch', since: now - 61_000, until: null }
  show({ visitor: null, shift: { counter: 'c5', profile: 'all', pause } })
  const said = region.textContent
  expect(said).toContain('Langelyje pertrauka')
  line.time = now + 1_000
  desk.tick()
  flushSync()
  expect(words()).toContain('1:02')
  expect(region.textContent).toBe(said)
  expect(region.isConnected).toBe(true)
})

test('what becomes of who is here, and a call that was not heard, is read out, each by itself', () => {
  const read = () => {
    flushSync()
    const section = document.querySelector('section[aria-label="Prie langelio"]')!
    return [...section.querySelectorAll('.spoken:is([aria-live], [role=status])')].map(
      (one) => one.textContent,
    )
  }
  const announced = (state: 'pending' | 'played' | 'failed') => ({ state, at: now - minute })
  show({ visitor: called({ announced: announced('pending') }) })
  const [who] = read()
  expect(read()).toEqual([who, 'Kviečiamas', ''])
  show({ visitor: called({ announced: announced('failed') }) })
  expect(read()).toEqual([who, 'Kviečiamas', 'Kvietimas balsu neištartas'])
  show({ visitor: called({ announced: announced('played') }) })
  expect(read()).toEqual([who, 'Kviečiamas', ''])
  show({ visitor: serving() })
  expect(read()).toEqual([who, 'Aptarnaujamas', ''])
  show({ visitor: serving({ paused: true }) })
  expect(read()).toEqual([who, 'Sustabdyta', ''])
})

test.each([
  ['pending', 'Kvietimas skelbiamas salėje'],
  ['played', 'Kvietimas salėje nuskambėjo 10:30'],
  ['chimed', '10:30 nuskambėjo tik signalas, numeris neištartas'],
  ['blocked', 'Kvietimas nenuskambėjo: ekrano garsas neįjungtas'],
  ['failed', 'Kvietimas balsu neištartas'],
  ['none', 'Be balso: šioje zonoje nė vienas ekranas nekalba'],
] as const)('of a call that is %s the desk reads "%s"', (state, text) => {
  show({ visitor: called({ announced: { state, at: now - minute } }) })
  expect(words()).toContain(text)
  show({ visitor: serving() })
  expect(words()).not.toContain(text)
})

test('without calls left a recall is held back and the desk says it', async () => {
  show({ visitor: called({ recallsLeft: 0 }) })
  expect(isDisabled('Kviesti dar kartą')).toBe(true)
  expect(words()).toContain('Daugiau kviesti negalima')
  await key('F4')
  expect(line.sent).toEqual([])
})

test('a recall waits its term: greyed with the reason and a countdown, and then usable by itself', async () => {
  show({ visitor: called({ recallAt: now + 2_000 }) })
  const at = (time: number) => {
    line.time = time
    desk.tick()
    flushSync()
  }
  const recall = () =>
    [...document.querySelectorAll('button')].find((one) => /dar kartą/.test(one.textContent))!
  const isHeld = () => recall().getAttribute('aria-disabled') === 'true'
  expect([isHeld(), recall().textContent]).toEqual([true, expect.stringContaining('po 2\u00a0s')])
  at(now + 1_000)
  expect(recall().title).toBe('Ką tik kviesta. Dar kartą kviesti galėsite po 1\u00a0s.')
  await key('F4')
  expect(line.sent).toEqual([])

  at(now + 2_000)
  expect([isHeld(), recall().title, /po \d/.test(recall().textContent)]).toEqual([false, '', false])
  await key('F4')
  expect(line.sent.map(({ name }) => name)).toEqual(['ticket:recall'])
})

test('the visitor is shown with service, needs, notes and time', () => {
  show({
    visitor: serving({
      language: 'en',
      needs: ['mobility'],
      class: 'priority',
      notes: ['<b>Kartu</b> su vaiku'],
      servedMs: minute,
    }),
  })
  expect(words()).toContain('A012')
  expect(words()).toContain('Dokumentai')
  expect(words()).toContain('Sunku judėti')
  expect(words()).toContain('Pirmenybė')
  expect(words()).toContain('English')
  expect(words()).toContain('<b>Kartu</b> su vaiku')
  expect(words()).toContain('Aptarnaujamas 1:40')
  expect(document.title).toBe('A012 – 5 langelis')
})

test('the title tells of those who wait while nobody is at the counter', () => {
  show({ waitingForMe: 0 })
  expect(document.title).toBe('5 langelis')
  show({ waitingForMe: 3 })
  expect(document.title).toBe('(3) Laukia – 5 langelis')
})

test('how much of the target the longest wait has used is in sight, with a sign where that is all of it', () => {
  show()
  expect(words()).toContain('80 % numatyto laiko')
  expect(words()).toContain('A012 laukia 12 iš 15 min.')
  expect(document.querySelector('.longest svg')).toBeNull()
  show({ longest: { label: 'A002', since: now - 20 * minute, targetMs: 15 * minute } })
  expect(words()).toContain('133 % numatyto laiko')
  expect(document.querySelector('.longest svg')).not.toBeNull()
  show({ waitingForMe: 0, longest: null })
  expect(words()).not.toContain('numatyto laiko')
})

test('a transfer goes to another service or counter, at its place in the queue, with a note', async () => {
  show({ visitor: serving() })
  await key('p')
  expect(isDisabled('Perduoti')).toBe(true)
  const [service, counter, place] = selects()
  const note = document.querySelector('textarea')!
  expect([...place!.options].map((one) => one.textContent)).toEqual([
    'Pagal jau lauktą laiką',
    'Į eilės galą',
  ])
  choose(service!, 'payments')
  choose(counter!, 'counter c6')
  choose(place!, 'end')
  note.value = 'Reikia kvito'
  note.dispatchEvent(new Event('input', { bubbles: true }))
  flushSync()
  document.querySelector('form')!.requestSubmit()
  await settled()
  const to = { service: 'payments', bound: { counter: 'c6' }, place: 'end' }
  expect(line.sent).toEqual([
    { name: 'ticket:transfer', fields: { ticket: 'a012', ...to, note: 'Reikia kvito' } },
  ])
})

test('a counter is chosen, or taken over when no visitor is at it', async () => {
  const counters = deskView().counters
  show({
    shift: null,
    counters: [
      { ...counters[0]!, state: 'closed', clerk: null },
      counters[1]!,
      { ...counters[1]!, id: 'c7', label: '7', visitor: null },
    ],
  })
  expect(words()).toContain('Prie langelio – A009')
  expect(words()).toContain('Jei langelį pamiršo, jį užbaigia vadovas.')
  await press('Perimti langelį: 7')
  expect(line.sent).toEqual([])
  expect(document.querySelector('dialog')!.textContent).toContain('Perimti 7 langelį? Prie jo dirba Jonas.')
  await press('Perimti langelį')
  show({ shift: null, counters: [{ ...counters[0]!, state: 'closed', clerk: null }] })
  await press('Atidaryti langelį: 5')
  expect(line.sent).toEqual([
    { name: 'shift:open', fields: { counter: 'c7', takeOver: true, profile: null } },
    { name: 'shift:open', fields: { counter: 'c5', takeOver: false, profile: null } },
  ])
})

test('the counter that was opened last on this machine comes first and says so', () => {
  show()
  desk.tick()
  const [own, other] = deskView().counters
  show({ shift: null, counters: [other!, { ...own!, state: 'closed', clerk: null, clerkId: null }] })
  const rows = [...document.querySelectorAll('main li')].map((row) => row.textContent)
  expect(rows[0]).toMatch(/^\s*5\b.*Paskutinis šiame kompiuteryje/s)
  expect(rows[1]).not.toContain('Paskutinis šiame kompiuteryje')
})

test('who finds the counter taken over is told by whom, and who closed it is not', () => {
  const [own, other] = deskView().counters
  const told = '5 langelį perėmė Jonas.'
  show()
  desk.tick()
  show({ shift: null, counters: [{ ...own!, clerk: 'Jonas', clerkId: 'jonas' }, other!] })
  desk.tick()
  expect(words()).toContain(told)

  show()
  desk.tick()
  show({ shift: null, counters: [{ ...own!, state: 'closed', clerk: null, clerkId: null }, other!] })
  desk.tick()
  show({ shift: null, counters: [{ ...own!, clerk: 'Jonas', clerkId: 'jonas' }, other!] })
  desk.tick()
  expect(words()).not.toContain(told)
})

test('the counter pauses with a reason and resumes with the main button', async () => {
  show()
  await key('F9')
  await key('2', button('Pietūs'))
  expect(line.sent.at(-1)).toEqual({
    name: 'shift:pause',
    fields: { counter: 'c5', reason: 'lunch', minutes: null },
  })
  show({
    shift: { counter: 'c5', profile: 'all', pause: { reason: 'lunch', since: now - minute, until: null } },
  })
  expect(words()).toContain('Langelyje pertrauka: Pietūs')
  await key('F2')
  expect(line.sent.at(-1)).toEqual({ name: 'shift:resume', fields: { counter: 'c5' } })
})

test('somebody who is not signed in gets the form', () => {
  line.status = 'refused'
  line.code = 'credential/missing'
  flushSync()
  expect(document.querySelector('input[name=username]')).not.toBeNull()
})

test('a question gives the focus back to what asked it, or to the main button if that is gone', async () => {
  show({ visitor: serving() })
  button('Atidėti').focus()
  await press('Atidėti')
  button('Atgal').focus()
  await press('Atgal')
  expect(document.activeElement).toBe(button('Atidėti'))

  document.querySelector<HTMLElement>('section[aria-label=Veiksmai]')!.dispatchEvent(new FocusEvent('focus'))
  expect(document.activeElement).toBe(button('Baigti'))
})

test('a counter says what it usually takes where counters differ', () => {
  const [counter] = deskView().counters
  const papers = { id: 'papers', name: { lt: 'Tik dokumentai' } }
  const counters = [counter!, { ...counter!, id: 'c6', label: '6', profile: 'papers' }]
  show({ shift: null, counters, profiles: [...deskView().profiles, papers] })
  const rows = [...document.querySelectorAll('li')].map((row) => row.textContent)
  expect(rows[0]).toContain('Visos paslaugos')
  expect(rows[1]).toContain('Tik dokumentai')
})
