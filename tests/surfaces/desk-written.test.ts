import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import DeskPage from '#counter/desk/Desk.svelte'
import type { Acknowledgement } from '#shared/protocol/down.ts'
import type { DeskView } from '#shared/protocol/views.ts'

import { deskView, now, serving } from './desk-view.ts'
import { FakeLine } from './fake-line.svelte.ts'
import { buttonNamed, settled, StaffServer, write } from './staff-server.ts'

interface Opened {
  readonly line: FakeLine<DeskView>
  readonly reload: () => void
}
const opened = vi.hoisted(() => [] as Opened[])
vi.mock('#shared/ui/line.svelte.ts', () => ({
  Line: function Line({ reload }: { reload: () => void }) {
    const line = new FakeLine<DeskView>()
    line.time = now
    opened.push({ line, reload })
    return line
  },
}))

let server: StaffServer
let screen: object

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  server = new StaffServer()
  opened.length = 0
  screen = mount(DeskPage, { target: document.body, props: { build: 'b1' } })
})

afterEach(async () => {
  await unmount(screen)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const line = () => opened.at(-1)!.line
const dialog = () => document.querySelector<HTMLDialogElement>('dialog[open]')
const text = () => document.body.textContent.replaceAll(/\s+/g, ' ')
const sent = () => line().sent.map(({ name }) => name)

function show(changes: Partial<DeskView> = {}) {
  line().show(deskView(changes))
  flushSync()
}

async function key(key: string) {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await settled()
}

const note = () => dialog()!.querySelector('textarea')!
function writeNote(words: string) {
  note().value = words
  note().dispatchEvent(new Event('input', { bubbles: true }))
  flushSync()
}

async function transferred() {
  dialog()!.querySelector('form')!.requestSubmit()
  await settled()
}

async function transfer(words: string) {
  await key('p')
  const service = dialog()!.querySelector('select')!
  service.value = 'payments'
  service.dispatchEvent(new Event('change', { bubbles: true }))
  writeNote(words)
}

test('what was written for a transfer stays until it is accepted, with what went wrong', async () => {
  show({ visitor: serving() })
  await transfer('Reikia kvito')
  line().refuse('service/paused')
  await transferred()
  expect(note().value).toBe('Reikia kvito')
  expect(dialog()!.querySelector('[role=status]')!.textContent).toContain('laikinai neteikiama')
  line().refuse('line/lost')
  await transferred()
  expect(dialog()!.textContent).toContain('Ryšys nutrūko')
  line().lose(now)
  flushSync()
  await transferred()
  expect(sent()).toHaveLength(2)
  expect(note().value).toBe('Reikia kvito')
  line().answer = { ok: true, answer: {} }
  show({ visitor: serving() })
  await transferred()
  expect(dialog()).toBeNull()
  expect(line().sent.at(-1)).toMatchObject({ fields: { service: 'payments', note: 'Reikia kvito' } })
})

test('why a visitor is put aside stays, too, where somebody else was faster', async () => {
  show({ visitor: serving() })
  await key('a')
  writeNote('Pildo formą')
  line().refuse('ticket/wrong-state')
  buttonNamed('Bet kam').click()
  await settled()
  expect(note().value).toBe('Pildo formą')
  expect(dialog()!.textContent).toContain('to padaryti nebegalima')
})

test('a service is added by two keys, or with a note for who takes over', async () => {
  show({ visitor: serving() })
  await key('d')
  buttonNamed('Mokėjimai').dispatchEvent(
    new KeyboardEvent('keydown', { key: '1', bubbles: true, cancelable: true }),
  )
  await settled()
  expect(dialog()).toBeNull()
  show({ visitor: serving() })
  await key('d')
  writeNote(' Turi kvitą ')
  line().refuse('service/paused')
  buttonNamed('Mokėjimai').click()
  await settled()
  expect(note().value).toBe(' Turi kvitą ')
  const added = (note: string) => ({
    name: 'ticket:next-leg',
    fields: { ticket: 'a012', service: 'payments', note },
  })
  expect(line().sent).toEqual([added(''), added('Turi kvitą')])
})

test('a question in which nothing was written is left at once', async () => {
  const { promise, resolve } = Promise.withResolvers<Acknowledgement>()
  show({ visitor: serving() })
  for (const [ask, choice] of [
    ['a', 'Bet kam'],
    ['r', 'Atlikta'],
    ['g', 'Į eilės galą'],
  ] as const) {
    await key(ask)
    line().answer = promise
    buttonNamed(choice).click()
    flushSync()
    expect(dialog()).toBeNull()
    resolve({ ok: false, error: { code: 'ticket/wrong-state', details: {} } })
    await settled()
  }
})

test('an answer closes the question that it was given to, and none that was asked since', async () => {
  const { promise, resolve } = Promise.withResolvers<Acknowledgement>()
  show({ visitor: serving() })
  await transfer('Reikia kvito')
  line().answer = promise
  await transferred()
  buttonNamed('Atgal').click()
  flushSync()
  await key('a')
  writeNote('Pildo formą')
  resolve({ ok: true, answer: {} })
  await settled()
  expect(note().value).toBe('Pildo formą')
})

async function lockAndUnlock() {
  const locked = { code: 'credential/locked', details: { name: 'Ona', by: 'pin' } }
  server
    .answers('POST /api/me/lock', [204])
    .answers('GET /api/me', [423, locked])
    .answers('POST /api/me/unlock', [204])
  buttonNamed('Užrakinti').click()
  await settled()
  expect(text()).not.toContain('A012')
  expect(document.querySelector('textarea')).toBeNull()
  write('pin', '8520')
  document.querySelector('form')!.requestSubmit()
  await settled()
  expect(opened).toHaveLength(2)
}

test('what was written before the lock is there after the PIN, and seen by nobody meanwhile', async () => {
  show({ visitor: serving() })
  await transfer('Reikia kvito')
  await lockAndUnlock()
  show({ visitor: serving() })
  await settled()
  expect(dialog()!.querySelector('select')!.value).toBe('payments')
  expect(note().value).toBe('Reikia kvito')
  await transferred()
  expect(line().sent).toMatchObject([{ name: 'ticket:transfer', fields: { note: 'Reikia kvito' } }])
})

test('it is there for nobody else', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  show({ visitor: serving() })
  await transfer('Reikia kvito')
  await lockAndUnlock()
  show({ visitor: serving(), me: { ...deskView().me, id: 'jonas' } })
  await settled()
  expect(dialog()).toBeNull()
  vi.advanceTimersByTime(1_000)
  show({ visitor: serving() })
  expect(dialog()).toBeNull()
})

test('a new build is taken when the desk is at rest, and nothing written is lost by it', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  const reload = vi.fn()
  vi.stubGlobal('location', { reload })
  server.answers('GET /healthz', [200])
  show({ visitor: serving() })
  await transfer('Reikia kvito')
  opened[0]!.reload()
  const pass = async (seconds: number) => {
    for (let n = 0; n < seconds; n += 1) {
      line().time += 1_000
      vi.advanceTimersByTime(1_000)
      await settled()
    }
  }
  await pass(20)
  expect(reload).not.toHaveBeenCalled()
  await lockAndUnlock()
  await pass(20)
  expect(reload, 'before the clerk has it back').not.toHaveBeenCalled()
  show({ visitor: serving() })
  await transferred()
  await key('F4')
  await pass(2)
  expect(reload, 'just after a press').not.toHaveBeenCalled()
  await pass(3)
  expect(reload).toHaveBeenCalledOnce()
})
