import { setImmediate } from 'node:timers/promises'

import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Desk } from '#counter/desk/desk.svelte.ts'
import DeskScreen from '#counter/desk/DeskScreen.svelte'
import type { DeskView } from '#shared/protocol/views.ts'
import { plainSummary } from '#tests/rules/plain-summary.ts'
import { called, deskView, now, serving } from './desk-view.ts'
import { FakeLine } from './fake-line.svelte.ts'
import { StaffServer } from './staff-server.ts'

// jsdom opens no dialogs.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false
}

const printer = (id: string, name: string) => ({ id, name, state: 'ready' })
const given = (summary: object) => ({ name: 'ticket:sum-up', fields: { ticket: 'a012', summary } })
const printedAt = (kiosk: string) => ({ name: 'ticket:print-summary', fields: { ticket: 'a012', kiosk } })
const ended = { id: 'a012', label: 'A012', service: 'papers', language: 'lt' } as const
const asked = 'GET /api/reception/printers'

let line: FakeLine<DeskView>
let server: StaffServer
let screen: object

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  server = new StaffServer().answers(asked, [200, { kiosks: [printer('k1', 'Prie durų')] }])
  line = new FakeLine()
  line.time = now
  open()
})

afterEach(async () => {
  await unmount(screen)
  vi.unstubAllGlobals()
})

function open() {
  screen = mount(DeskScreen, { target: document.body, props: { desk: new Desk(line), onsession: () => {} } })
  flushSync()
}

function show(visitor: DeskView['visitor']) {
  line.show(deskView({ visitor }))
  flushSync()
}

const dialog = () => document.querySelector<HTMLDialogElement>('dialog[open]')
const words = () => (dialog()?.textContent ?? '').replaceAll(/\s+/g, ' ')

/** Everything that has been answered has arrived. */
async function settled() {
  await setImmediate()
  flushSync()
}

async function key(key: string) {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await settled()
}

/** As Enter does in a field: by the first button that sends. */
async function enter() {
  const form = dialog()!.querySelector('form')!
  dialog()!.querySelector<HTMLButtonElement>('button[type=submit]')!.click()
  await settled()
  return form
}

function input(text: string): HTMLInputElement {
  const label = [...dialog()!.querySelectorAll('label')].find((one) => one.textContent.includes(text))
  return label!.querySelector<HTMLInputElement>('input, textarea, select')!
}

function write(text: string, value: string) {
  input(text).value = value
  input(text).dispatchEvent(new Event('input', { bubbles: true }))
  flushSync()
}

function tick(text: string) {
  input(text).click()
  flushSync()
}

test('two keys print what most visits come to, and the clerk reads that it came', async () => {
  show(serving())
  await key('m')
  expect(words()).toContain('Numerio A012 atmintinė')
  expect(words()).toContain('Nerašykite asmens duomenų')
  await enter()
  expect(line.sent).toEqual([given(plainSummary), printedAt('k1')])
  expect(words()).toContain('Lapelis išspausdintas')
})

test('all that is ticked and written goes along, and nothing of it twice', async () => {
  show(serving())
  await key('m')
  tick('Trūksta dokumentų')
  tick('Atneškite trūkstamus dokumentus')
  tick('Užsiregistruokite kitam apsilankymui')
  write('Diena', '2025-12-03')
  write('Laikas', '10:30')
  write('Vieta', ' 12 kabinetas ')
  write('Kas dar pasakyta', ' Reikia pažymos. ')
  await enter()
  const summary = {
    outcome: 'papers-missing',
    steps: ['bring-papers', 'register'],
    words: 'Reikia pažymos.',
    next: { date: '2025-12-03', time: '10:30', place: '12 kabinetas' },
  }
  expect(line.sent[0]).toEqual(given(summary))
})

test('what was said before is there to be put right', async () => {
  show(serving({ summary: { ...plainSummary, outcome: 'accepted', steps: ['wait'], words: 'Apie savaitę' } }))
  await key('m')
  expect([input('Prašymas priimtas').checked, input('Laukite mūsų atsakymo').checked]).toEqual([true, true])
  write('Kas dar pasakyta', 'Apie dvi savaites')
  await enter()
  expect(line.sent[0]).toEqual(
    given({ ...plainSummary, outcome: 'accepted', steps: ['wait'], words: 'Apie dvi savaites' }),
  )
})

test('where it is not printed the clerk is told, and chooses another kiosk', async () => {
  server.answers(asked, [200, { kiosks: [printer('k1', 'Prie durų'), printer('k2', 'Salėje')] }])
  show(serving())
  await key('m')
  line.answer = { ok: false, error: { code: 'line/lost', details: {} } }
  await enter()
  expect(line.sent.map(({ name }) => name)).toEqual(['ticket:sum-up'])
  expect(words()).not.toContain('Lapelis')
  line.answer = { ok: true, answer: {} }
  input('Spausdinti terminale').value = 'k2'
  input('Spausdinti terminale').dispatchEvent(new Event('change', { bubbles: true }))
  await enter()
  expect(line.sent.at(-1)).toEqual(printedAt('k2'))
  await unmount(screen)
  open()
  show(serving())
  await key('m')
  expect(input('Spausdinti terminale').value).toBe('k2')
})

test('this machine prints it on a sheet, in Lithuanian and in the language of the visitor', async () => {
  const printed: string[] = []
  vi.stubGlobal('print', () => {
    printed.push(document.querySelector('.sheet')!.textContent.replaceAll(/\s+/g, ' '))
    window.dispatchEvent(new Event('afterprint'))
  })
  show(serving({ language: 'en' }))
  await key('m')
  tick('Prašymas priimtas')
  tick('Laukite mūsų atsakymo')
  write('Vieta', '12 kabinetas')
  write('Kas dar pasakyta', 'Apie <b>savaitę</b>')
  const here = [...dialog()!.querySelectorAll('button')].find((one) => one.textContent.includes('šiame'))
  here!.click()
  await expect.poll(() => printed).toHaveLength(1)
  const given = { ...plainSummary, outcome: 'accepted', steps: ['wait'], words: 'Apie <b>savaitę</b>' }
  expect(line.sent).toEqual([
    {
      name: 'ticket:sum-up',
      fields: {
        ticket: 'a012',
        summary: { ...given, next: { ...plainSummary.next, place: '12 kabinetas' } },
      },
    },
  ])
  const sheet = [
    'Vilniaus skyrius Numerio A012 atmintinė Dokumentai Prašymas priimtas.Ką daryti toliau:• Laukite mūsų atsakymo',
    'Kitas apsilankymas:12 kabinetasSummary for number A012 Papers Your application has been accepted.',
    'What to do next:• Wait for our answerNext visit:12 kabinetas Darbuotojo pastaba / Note from the clerk',
    ' Apie <b>savaitę</b> 2025-11-24 10:31',
  ]
  expect(printed[0]).toBe(sheet.join(''))
  await expect.poll(() => document.querySelector('.sheet')).toBeNull()
})

test('without a printer it is kept, and the desk goes on', async () => {
  server.answers(asked, [200, { kiosks: [] }])
  show(serving())
  await key('m')
  await enter()
  expect(line.sent).toEqual([given(plainSummary)])
  expect(dialog()).toBeNull()
})

test('whose visit has just ended is summed up too, on a break as well, until the next is called', async () => {
  const servedLast = { ...ended, summary: { ...plainSummary, outcome: 'accepted' as const } }
  const pause = { reason: 'lunch', since: now, until: null }
  line.show(deskView({ servedLast, shift: { counter: 'c5', profile: 'all', pause } }))
  flushSync()
  expect(document.body.textContent).toMatch(/Atmintinė lankytojui…\s*A012/)
  await key('m')
  expect(words()).toContain('Numerio A012 atmintinė')
  await enter()
  expect(line.sent).toEqual([given({ ...plainSummary, outcome: 'accepted' }), printedAt('k1')])
  show(called({ id: 'a013', label: 'A013' }))
  expect(dialog()).toBeNull()
})

test('what is being written stays where the visit is finished or taken back in the bar', async () => {
  show(serving())
  await key('m')
  write('Vieta', '12 kabinetas')
  line.show(deskView({ servedLast: { ...ended, summary: null } }))
  flushSync()
  expect(input('Vieta').value).toBe('12 kabinetas')
  await enter()
  expect(line.sent[0]).toMatchObject({ fields: { ticket: 'a012' } })
  line.show(deskView())
  flushSync()
  expect(dialog()).toBeNull()
})

test('nobody is summed up before they have come', async () => {
  show(called())
  await key('m')
  expect(dialog()).toBeNull()
})
