import { expect, onTestFinished, test, vi } from 'vitest'
import { CounterDisplay } from '#display/counter/counter-display.svelte.ts'
import CounterSign from '#display/counter/CounterSign.svelte'
import { openingWords } from '#shared/messages/opening.ts'
import type { CounterDisplayView } from '#shared/protocol/views.ts'
import { displayView } from './display-view.ts'
import './every-language.ts'
import { FakeLine } from './fake-line.svelte.ts'
import { show } from './kiosk-screen.ts'

/** Monday 24 November 2025, 10:31 in Vilnius. */
const now = Date.UTC(2025, 10, 24, 8, 31)
const { hall } = displayView()
const open: CounterDisplayView = {
  audience: 'counter-display',
  hall,
  label: '12B',
  state: 'open',
  visitor: null,
  services: [
    { id: 's1', name: { lt: 'Leidimai', en: 'Permits' } },
    { id: 's2', name: { lt: 'Pažymos', en: 'Certificates' } },
  ],
  clerk: null,
}

function over(changes: Partial<CounterDisplayView> = {}) {
  vi.useFakeTimers({ now })
  onTestFinished(() => void vi.useRealTimers())
  const line = new FakeLine<CounterDisplayView>()
  line.time = now
  line.show({ ...open, ...changes })
  const screen = show(CounterSign, { display: new CounterDisplay(line) })
  return { line, screen }
}

const said = (screen: ReturnType<typeof over>['screen'], selector: string) =>
  [...(screen.find(selector)?.querySelectorAll('[lang]') ?? [])].map((one) => one.textContent)

test.each([
  ['open', {}, ['Atidaryta', 'Open']],
  ['paused', { state: 'paused' }, ['Pertrauka', 'Break']],
  ['closed', { state: 'closed' }, ['Uždaryta', 'Closed']],
  ['closed', { state: 'closed', hall: { ...hall, open: false } }, ['Salė uždaryta', 'The hall is closed']],
] as const)('a counter that is %s says so in a word and a sign: %o', (_state, changes, words) => {
  const { screen } = over(changes)
  expect(said(screen, '.word')).toEqual(words)
  expect(screen.find('.word svg')).not.toBeNull()
  expect(screen.find('header')?.textContent).toContain('12B')
})

test('who is called stands there and pulses, who is served stands still', () => {
  const { line, screen } = over({ visitor: { label: 'A017', state: 'called' } })
  expect(screen.find('.number .pulse')?.textContent).toBe('A017')
  expect(said(screen, '.caption')).toEqual(['Kviečiame', 'Now calling'])
  line.show({ ...open, visitor: { label: 'A017', state: 'serving' } })
  expect(screen.find('.pulse')).toBeNull()
  expect(said(screen, '.caption')).toEqual(['Aptarnaujame', 'Now serving'])
  line.show(open)
  expect(screen.words()).not.toContain('A017')
})

test('a visitor is called though the hall has closed meanwhile', () => {
  const visitor = { label: 'A017', state: 'called' } as const
  const { screen } = over({ visitor, hall: { ...hall, open: false } })
  expect(screen.find('.place')?.textContent).toContain('A017')
})

test('what is taken there is named in both languages, and who sits there only if the hall tells', () => {
  const { line, screen } = over()
  expect(said(screen, 'aside')).toEqual(['Leidimai', 'Permits', 'Pažymos', 'Certificates'])
  expect(screen.find('.clerk')).toBeNull()
  line.show({ ...open, clerk: { name: 'Rasa prie lango', role: 'receptionist' } })
  expect(screen.find('.clerk .name')?.textContent).toBe('Rasa prie lango')
  expect(said(screen, '.clerk')).toEqual(['Registratūra', 'Reception'])
})

test('more than eight services are counted instead', () => {
  const services = Array.from({ length: 31 }, (_, n) => ({ id: `s${n}`, name: { lt: `Paslauga ${n}` } }))
  const { screen } = over({ services })
  expect(screen.find('aside')?.querySelectorAll('li')).toHaveLength(9)
  expect(said(screen, '.more')).toEqual(['ir dar 23 paslaugos', 'and 23 more services'])
})

test('a closed hall says when it opens next', () => {
  const opensAt = now + 22 * 3_600_000
  const { screen } = over({ state: 'closed', hall: { ...hall, open: false, opensAt } })
  expect(said(screen, '.opens')).toEqual([
    openingWords(opensAt, now, 'lt', hall.timeZone),
    openingWords(opensAt, now, 'en', hall.timeZone),
  ])
  expect(screen.find('aside')).toBeNull()
})

test('a counter that is gone, a line that is lost and a screen that is cut off are told', () => {
  const { line, screen } = over({ label: null })
  expect(screen.words()).toContain('Tokio langelio salėje nebėra')
  expect(screen.words()).toContain('The hall has no such counter any more')
  line.show(open)
  line.lose(now)
  expect(screen.find('[role=status]')?.textContent).toContain('10:31')
  expect(screen.words()).toContain('Atidaryta')
  line.status = 'ended'
  line.code = 'credential/ended'
  expect(screen.words()).toContain('Šis ekranas atsietas nuo salės')
  expect(screen.words()).not.toContain('Atidaryta')
})

test('labels and names bring no markup in', () => {
  const { screen } = over({
    visitor: { label: '<img src=x>', state: 'called' },
    services: [{ id: 's', name: { lt: '<b>x</b>' } }],
  })
  expect(screen.words()).toContain('<img src=x>')
  expect(screen.words()).toContain('<b>x</b>')
  expect(screen.find('main img, main b')).toBeNull()
})
