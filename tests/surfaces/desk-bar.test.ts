import { setImmediate } from 'node:timers/promises'

import { flushSync } from 'svelte'
import { expect, test, vi } from 'vitest'
import { tellBars } from '#counter/bar/auto-call-told.ts'
import { actionFromBar, leaveToWholeDesk } from '#counter/bar/bar-window.ts'
import BarScreen from '#counter/bar/BarScreen.svelte'
import type { ActionId } from '#counter/desk/actions.ts'
import { Desk } from '#counter/desk/desk.svelte.ts'
import type { DeskView } from '#shared/protocol/views.ts'

import { called, deskView, now, serving } from './desk-view.ts'
import { FakeLine } from './fake-line.svelte.ts'
import { show } from './kiosk-screen.ts'
import { StaffServer } from './staff-server.ts'

function partOfDesk(changes: Partial<DeskView>) {
  const line = new FakeLine<DeskView>()
  line.time = now
  line.show(deskView(changes))
  const left: ActionId[] = []
  return { line, left, desk: new Desk(line, (id) => left.push(id)) }
}

test('a part of the desk does what is done at once, and leaves what is asked to the whole of it', async () => {
  const { line, left, desk } = partOfDesk({ visitor: called() })
  await desk.act('recall')
  await desk.act('transfer')
  expect(line.sent.map(({ name }) => name)).toEqual(['ticket:recall'])
  expect([left, desk.question]).toEqual([['transfer'], null])
})

test('a part of the desk calls nobody by itself, whatever the tab remembers', () => {
  sessionStorage.setItem('eile-desk-auto-call', 'on')
  const { line, left, desk } = partOfDesk({ offer: { label: 'A012', service: 'papers' } })
  desk.tick()
  line.time += 11_000
  desk.tick()
  void desk.act('auto-call')
  expect([line.sent, left]).toEqual([[], ['auto-call']])
  sessionStorage.clear()
})

function openBar(changes: Partial<DeskView> = {}) {
  const bar = partOfDesk(changes)
  let sessions = 0
  const screen = show(BarScreen, { desk: bar.desk, onsession: () => (sessions += 1), onwhole: () => {} })
  return { ...bar, screen, sessions: () => sessions }
}

test('at the bar it is said in place what was refused, until the clerk has read it', async () => {
  const { line, screen } = openBar({ visitor: called() })
  line.refuse('ticket/wrong-state')
  screen.press('Pradėti aptarnavimą')
  await setImmediate()
  flushSync()
  expect(screen.find('.notice')?.textContent).toContain('to padaryti nebegalima')
  ;(screen.find('.news button') as HTMLButtonElement).click()
  expect(screen.find('.notice')).toBeNull()
})

test('at the bar the second click of a double one does not count on a button that does something else by now', async () => {
  const { line, screen } = openBar({ visitor: called() })
  const click = async (detail: number) => {
    screen.find('button.main')!.dispatchEvent(new MouseEvent('click', { detail, bubbles: true }))
    await setImmediate()
  }
  await click(1)
  line.show(deskView({ visitor: serving() }))
  flushSync()
  await click(2)
  expect(line.sent.map(({ name }) => name)).toEqual(['ticket:start'])
})

test('the bar does nothing while its line is down, and says so', async () => {
  const { line, screen } = openBar({ visitor: called() })
  const told = screen.find('.no-news [role=status]')!
  expect(told.textContent).toBe('')
  line.lose(now)
  flushSync()
  expect(told.textContent).toContain('Kol nėra ryšio, nieko atlikti negalima.')
  screen.press('Neatėjo')
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F8', code: 'F8' }))
  await setImmediate()
  expect(line.sent).toEqual([])
})

test('at the bar a clerk says with one press that the own way leads to a colleague', async () => {
  const help = [{ counter: 'c6', label: '6B', name: 'Jonas', since: now - 60_000, coming: null }]
  const me = { id: 'ona', name: 'Ona', rights: ['ticket:serve', 'assistance:answer'] }
  const { line, screen } = openBar({ me, help })
  expect(screen.words()).toContain('Pagalba: 6B langelis, 1 min.')
  screen.press('Einu')
  await setImmediate()
  expect(line.sent).toEqual([{ name: 'help:answer', fields: { counter: 'c6' } }])
})

test('at the bar a clerk calls for help, sees what becomes of it, and takes it back', async () => {
  const { line, screen } = openBar({ visitor: serving() })
  screen.press('Kviesti pagalbą')
  await setImmediate()
  expect(line.sent.at(-1)).toEqual({ name: 'help:ask', fields: { counter: 'c5' } })
  const own = { counter: 'c5', label: '5', name: 'Ona', since: now, coming: null }
  line.show({ ...line.view!, help: [own] })
  expect(screen.words()).toContain('Kviečiate pagalbą. Kol kas niekas neatsiliepė.')
  expect(screen.button('Kviesti pagalbą')?.ariaDisabled).toBe('true')
  line.show({ ...line.view!, help: [{ ...own, coming: 'Rita' }] })
  expect(screen.words()).toContain('Ateina Rita')
  screen.find('[aria-label="Nebereikia"]')!.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  await setImmediate()
  expect(line.sent.at(-1)).toEqual({ name: 'help:cancel', fields: { counter: 'c5' } })
})

test('the bar shows language and needs of who is here, and that there is a note', () => {
  const visitor = called({ language: 'uk', needs: ['hearing'], notes: ['Grįš su vertėju.'] })
  const { line, screen } = openBar({ visitor })
  const marks = () => screen.find('.marks')?.textContent.replaceAll(/\s+/g, ' ').trim()
  expect(marks()).toBe('UK Prastai girdi Pastaba')
  expect(screen.find('.marks [title="Grįš su vertėju."]')).not.toBeNull()
  line.show({ ...line.view!, visitor: called() })
  flushSync()
  expect(marks()).toBe('')
})

test('at the bar it is said that the hall did not hear a call, and nothing of one that it heard', () => {
  const { line, screen } = openBar({ visitor: called({ announced: { state: 'played', at: now } }) })
  expect(screen.find('.news .notice')).toBeNull()
  line.show(deskView({ visitor: called({ announced: { state: 'blocked', at: now } }) }))
  flushSync()
  expect(screen.find('.news .notice')?.textContent).toContain('ekrano garsas neįjungtas')
  const assistance = [{ kiosk: 'k1', name: 'Prie lango', since: now }]
  const me = { id: 'ona', name: 'Ona', rights: ['ticket:serve', 'assistance:answer'] }
  line.show(deskView({ ...line.view, me, assistance }))
  flushSync()
  expect(screen.find('.news .notice')).toBeNull()
  line.show(deskView({ visitor: serving() }))
  flushSync()
  expect(screen.find('.news .notice')).toBeNull()
})

test('a bar opened late hears of the call that is about to be made, and stops it', async () => {
  let stopped = 0
  const idle = tellBars(() => {})
  const desk = tellBars(() => {
    stopped += 1
    desk.tell(null)
  })
  desk.tell(now + 10_000)
  const { desk: part, screen } = openBar({ offer: { label: 'A012', service: 'papers' } })
  await vi.waitFor(() => expect(screen.words()).toContain('A012 bus pakviestas po 10'))
  leaveToWholeDesk('stop-auto-call')
  await vi.waitFor(() => expect([stopped, part.autoCall.due]).toEqual([1, null]))
  flushSync()
  expect(screen.words()).not.toContain('Kol kas nekviesti')
  desk.close()
  idle.close()
})

test('what the bar was told of a call is over when its time is, whatever became of the page', () => {
  const { line, desk, screen } = openBar({ offer: { label: 'A012', service: 'papers' } })
  desk.autoCall.due = now + 2_000
  flushSync()
  expect(screen.words()).toContain('Kol kas nekviesti')
  line.time += 2_000
  desk.tick()
  flushSync()
  expect(screen.words()).not.toContain('Kol kas nekviesti')
})

test('a locked bar shows no number, locks the session, and comes back once that is unlocked elsewhere', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const server = new StaffServer()
  const locked = { code: 'credential/locked', details: { name: 'Ona', by: 'pin' } }
  server.answers('POST /api/me/lock', [204]).answers('GET /api/me', [423, locked])
  const { screen, sessions } = openBar({ visitor: called() })
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', code: 'KeyU' }))
  flushSync()
  expect(screen.words().trim()).toBe('Užrakinta Visas langelio puslapis')
  expect(document.title).not.toContain('A012')
  await setImmediate()
  expect([server.orders(), sessions()]).toEqual([['POST /api/me/lock'], 0])
  server.answers('GET /api/me', [200, { id: 'ona' }])
  vi.advanceTimersByTime(3_000)
  await setImmediate()
  expect(sessions()).toBe(1)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the desk does what its bar asks for, and nothing that comes from elsewhere', () => {
  const { origin } = location
  expect(actionFromBar({ origin, data: { action: 'transfer' } })).toBe('transfer')
  expect(actionFromBar({ origin, data: { action: '<b>' } })).toBeNull()
  expect(actionFromBar({ origin, data: 'transfer' })).toBeNull()
  expect(actionFromBar({ origin: 'https://example.org', data: { action: 'transfer' } })).toBeNull()
})
