import { setImmediate } from 'node:timers/promises'

import { flushSync } from 'svelte'
import { expect, test } from 'vitest'
import type { DeskView } from '#shared/protocol/views.ts'

import { called, deskTicket, deskView, minute, now, serving } from './desk-view.ts'
import { buttonNamed, StaffServer } from './staff-server.ts'
import { stagedDesk } from './staged-desk.ts'

const staged = stagedDesk()
const dialog = () => [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')].at(-1) ?? null

async function settled() {
  await setImmediate()
  flushSync()
}

/** What has the focus hears it, as of any keyboard. */
async function pad(...keys: string[]) {
  for (const key of keys) {
    const code = `Numpad${key}`
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true }))
    await settled()
  }
}

/** jsdom gives the focus to nothing in a dialog by itself. */
const focus = (selector: string) => dialog()!.querySelector<HTMLElement>(selector)!.focus()

const rights = [...deskView().me.rights, 'ticket:issue', 'ticket:pick']
const me = { ...deskView().me, rights }

test.each<[string, Partial<DeskView>, () => void]>([
  ['finish-with', { visitor: serving() }, () => staged.desk.ask('finish-with')],
  ['sum-up', { visitor: serving() }, () => staged.desk.ask('sum-up')],
  ['return', { visitor: called() }, () => staged.desk.ask('return')],
  ['park', { visitor: called() }, () => staged.desk.ask('park')],
  ['transfer', { visitor: called() }, () => staged.desk.ask('transfer')],
  ['add-service', { visitor: serving() }, () => staged.desk.ask('add-service')],
  ['cancel', { visitor: called() }, () => staged.desk.ask('cancel')],
  ['walk-up', {}, () => staged.desk.ask('walk-up')],
  ['correct-service', { visitor: serving() }, () => staged.desk.ask('correct-service')],
  ['change-waiting', {}, () => staged.desk.askAbout('a012')],
  ['pause-counter', {}, () => staged.desk.ask('pause-counter')],
  ['show-keys', {}, () => staged.desk.ask('show-keys')],
  ['talk', { visitor: serving() }, () => staged.desk.ask('talk')],
])('the question %s is left by a key of the pad, which stands beside Escape', async (_, changes, ask) => {
  new StaffServer()
  staged.show({ me, ...changes })
  ask()
  flushSync()
  expect(dialog()!.querySelector('[aria-keyshortcuts="Escape ."] kbd')?.textContent).toBe('Esc .')
  focus('select, button')
  await pad('Decimal')
  expect(dialog()).toBeNull()
  expect(staged.line.sent).toEqual([])
})

test('a sentence that fills the screen is left by it before the card', async () => {
  staged.show({ visitor: serving() })
  staged.desk.ask('talk')
  flushSync()
  dialog()!.querySelector<HTMLButtonElement>('li button')!.click()
  flushSync()
  focus('button')
  await pad('Decimal')
  expect(dialog()!.classList).toContain('wide')
  await pad('Decimal')
  expect(dialog()).toBeNull()
})

test('where somebody writes the key is a sign of the text', async () => {
  staged.show({ visitor: serving() })
  staged.desk.ask('transfer')
  flushSync()
  focus('textarea')
  await pad('Decimal', 'Multiply')
  expect(document.activeElement?.matches('dialog[open] textarea')).toBe(true)
})

test('a visitor is transferred by the pad alone', async () => {
  staged.show({ visitor: serving() })
  await pad('1')
  focus('select')
  await pad('Multiply', 'Add', 'Subtract', 'Add', 'Multiply', 'Add', 'Enter')
  expect(staged.line.sent).toEqual([
    {
      name: 'ticket:transfer',
      fields: { ticket: 'a012', service: 'papers', bound: { clerk: 'jonas' }, place: 'end', note: '' },
    },
  ])
})

test('one key goes through those put aside, missed and waiting, and back to the main button', async () => {
  const until = now + 9 * minute
  staged.show({
    me,
    parked: [{ ...deskTicket('A003'), until, counter: 'c5', keptFor: null, notes: [] }],
    missed: [{ ...deskTicket('A002'), until }],
  })
  const focused = () => document.activeElement?.getAttribute('aria-label')
  buttonNamed('Kviesti kitą').focus()
  const gone: unknown[] = []
  for (let n = 0; n < 5; n += 1) {
    await pad('8')
    gone.push(focused())
  }
  expect(gone).toEqual(['Paimti A003', 'Atėjo A002', 'Kviesti A012', 'Keisti A012', 'Keisti B001'])
  await pad('8')
  expect(document.activeElement).toBe(buttonNamed('Kviesti kitą'))
  staged.show({ me, visitor: serving(), missed: [{ ...deskTicket('A002'), until }] })
  await pad('8')
  expect(focused(), 'what can be pressed now').toBe('Atėjo A002')
})
