import { setImmediate } from 'node:timers/promises'

import { flushSync } from 'svelte'
import { expect, test, vi } from 'vitest'
import { Desk } from '#counter/desk/desk.svelte.ts'
import DeskScreen from '#counter/desk/DeskScreen.svelte'
import HelpBar from '#counter/HelpBar.svelte'
import { StaffSpeech } from '#counter/staff-speech.svelte.ts'
import type { DeskView, HelpView } from '#shared/protocol/views.ts'

import { deskView, minute, now, serving } from './desk-view.ts'
import { FakeLine } from './fake-line.svelte.ts'
import { show } from './kiosk-screen.ts'

const asking = (name: string, since = now - 2 * minute) => ({ kiosk: name.toLowerCase(), name, since })

function open(assistance: DeskView['assistance'], rights = ['ticket:serve', 'assistance:answer']) {
  const line = new FakeLine<DeskView>()
  line.time = now
  line.show(deskView({ me: { id: 'ona', name: 'Ona', rights }, assistance }))
  const screen = show(DeskScreen, { desk: new Desk(line), onsession: () => {} })
  return { line, screen }
}

test('a visitor who asks for help is on the desk, with kiosk and minutes, and in its title', () => {
  const { screen } = open([asking('T1')])
  expect(screen.words()).toContain('Lankytojas prašo pagalbos: T1, 2 min.')
  expect(document.title).toMatch(/^Pagalba: T1 – /)
  expect(screen.find('.spoken[role=status]')?.textContent).toBe('Lankytojas prašo pagalbos: T1')
})

test('who goes says so with one press', async () => {
  const { line, screen } = open([asking('T1')])
  screen.press('Einu')
  await setImmediate()
  expect(line.sent).toEqual([{ name: 'assistance:answer', fields: { kiosk: 't1' } }])
})

test('a clerk without an open counter sees it as well', () => {
  const { line, screen } = open([])
  line.show({ ...line.view!, shift: null, assistance: [asking('T1')] })
  expect(screen.button('Einu')).not.toBeNull()
})

test('without the right nobody is sent', () => {
  const { screen } = open([asking('T1')], ['ticket:serve'])
  expect(screen.button('Einu')).toBeNull()
  expect(document.title).not.toContain('T1')
})

test('a call left to others stays hidden, and the next one is shown', () => {
  const { line, screen } = open([asking('T1')])
  const hide = screen.find('button[aria-label="Slėpti pranešimą"]') as HTMLButtonElement
  hide.click()
  expect(screen.button('Einu')).toBeNull()
  line.show({ ...line.view!, assistance: [asking('T1', now)] })
  expect(screen.button('Einu')).not.toBeNull()
})

const help = (changes: Partial<DeskView['help'][number]> = {}) => ({
  ...{ counter: 'c6', label: '6B', name: 'Jonas', since: now - minute, coming: null },
  ...changes,
})

test('a colleague who asks for help is on the desk with the counter, and who goes says so', async () => {
  const { line, screen } = open([])
  line.show({ ...line.view!, help: [help()] })
  flushSync()
  expect(screen.words()).toContain('Jonas prašo pagalbos prie 6B langelio, 1 min.')
  expect(document.title).toMatch(/^Pagalba: 6B langelis – /)
  screen.press('Einu')
  await setImmediate()
  expect(line.sent).toEqual([{ name: 'help:answer', fields: { counter: 'c6' } }])
  line.show({ ...line.view!, help: [help({ coming: 'Rita' })] })
  flushSync()
  expect(screen.button('Einu')).toBeNull()
})

test('who goes to a colleague is told until it is over, but before it who still asks', () => {
  const { line, screen } = open([asking('T1')])
  line.show({ ...line.view!, help: [help({ coming: 'Rita' })] })
  expect(screen.words()).toContain('Lankytojas prašo pagalbos: T1, 2 min.')
  expect(screen.button('Dar 1')).toBeNull()
  line.show({ ...line.view!, assistance: [] })
  expect(screen.find('.spoken[role=status]')?.textContent).toBe('Rita eina padėti prie 6B langelio')
  expect(document.title).not.toContain('6B')
  line.show({ ...line.view!, help: [] })
  expect(screen.find('aside')).toBeNull()
})

test('on a page without a desk it is said why nobody could go from there', async () => {
  const line = new FakeLine<HelpView>()
  line.refuse('help/nobody-asks')
  const { t } = new StaffSpeech()
  const call = { ...help(), id: 'c6', from: 'counter' as const }
  const props = { t, asking: [call], now, live: true, sender: line }
  const screen = show(HelpBar, props)
  screen.press('Einu')
  await setImmediate()
  expect(screen.find('[role=alert]')?.textContent).toContain('Pagalbos ten nebereikia')
})

test('a colleague comes before a kiosk that has waited longer, and how many more there are is said', () => {
  const { line, screen } = open([asking('T1'), asking('T2', now)])
  line.show({ ...line.view!, help: [help()] })
  expect(screen.words()).toContain('Jonas prašo pagalbos prie 6B langelio, 1 min.')
  expect(screen.find('.spoken[role=status]')?.textContent).toBe(
    'Jonas prašo pagalbos prie 6B langelio. Dar 2',
  )
  expect(document.title).toMatch(/^Pagalba: 6B langelis \(\+2\) – /)
})

test('the other calls are reached one after another, and a colleague who asks meanwhile is shown at once', async () => {
  const { line, screen } = open([asking('T1'), asking('T2', now)])
  const shown = () => (screen.find('aside p') as HTMLElement).title
  const seen = [shown()]
  for (let more = 0; more < 2; more += 1) {
    screen.press('Dar 1')
    await setImmediate()
    seen.push(shown())
  }
  expect(seen).toEqual(['T1', 'T2', 'T1'].map((kiosk) => `Lankytojas prašo pagalbos: ${kiosk}`))
  screen.press('Dar 1')
  line.show({ ...line.view!, help: [help()] })
  expect(screen.button('Dar 2')).not.toBeNull()
  expect(shown()).toContain('Jonas')
})

test('the own call is made with a key, and the desk says quietly who comes', async () => {
  const { line, screen } = open([])
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F1' }))
  await setImmediate()
  expect(line.sent).toEqual([{ name: 'help:ask', fields: { counter: 'c5' } }])
  line.show({ ...line.view!, help: [help({ counter: 'c5' })] })
  await vi.waitFor(() => expect(screen.words()).toContain('Kviečiate pagalbą. Kol kas niekas neatsiliepė.'))
  expect(screen.button('Einu')).toBeNull()
  line.show({ ...line.view!, help: [help({ counter: 'c5', coming: 'Rita' })] })
  flushSync()
  expect(screen.words()).toContain('Ateina Rita')
  screen.press('Nebereikia')
  await setImmediate()
  expect(line.sent.at(-1)).toEqual({ name: 'help:cancel', fields: { counter: 'c5' } })
})

test('help is called from a field of an open question, and while something else is under way', async () => {
  const { line, screen } = open([])
  line.answer = new Promise(() => {})
  screen.press('Kviesti kitą')
  line.answer = { ok: true, answer: {} }
  line.show({ ...line.view!, visitor: serving() })
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', code: 'KeyA' }))
  const note = await vi.waitUntil(() => screen.find('dialog textarea'))
  const press = new KeyboardEvent('keydown', { key: 'F1', bubbles: true, cancelable: true })
  note.dispatchEvent(press)
  await setImmediate()
  expect(press.defaultPrevented).toBe(true)
  expect(line.sent.at(-1)).toEqual({ name: 'help:ask', fields: { counter: 'c5' } })
  line.show({ ...line.view!, help: [help({ counter: 'c5', coming: 'Rita' })] })
  expect(screen.find('dialog .help [role=status]')?.textContent).toBe('Ateina Rita')
})

test('every question of the desk has a button that calls for help', async () => {
  const { line, screen } = open([], ['ticket:serve', 'ticket:change'])
  line.show({ ...line.view!, visitor: serving() })
  for (const key of ['a', 'p', 'g', 'd', 'r', 'm', 't', 'l', 'k']) {
    window.dispatchEvent(new KeyboardEvent('keydown', { key }))
    const dialog = await vi.waitUntil(() => screen.find('dialog[open]'))
    const found = [...dialog.querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes('Kviesti pagalbą'),
    )
    found!.click()
    await setImmediate()
    expect(line.sent.pop(), key).toEqual({ name: 'help:ask', fields: { counter: 'c5' } })
    dialog.dispatchEvent(new Event('cancel'))
    flushSync()
  }
})
