import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { flushSync } from 'svelte'
import { CallsNow } from '#display/calls/calls-now.svelte.ts'
import CallsScreen from '#display/calls/CallsScreen.svelte'
import { openingWords } from '#shared/messages/opening.ts'
import { languageOrder, texts } from '#shared/messages/text.ts'
import type { DisplayView } from '#shared/protocol/views.ts'
import { displayView } from './display-view.ts'
import './every-language.ts'
import { FakeLine } from './fake-line.svelte.ts'
import { show } from './kiosk-screen.ts'

/** Monday 24 November 2025, 10:31 in Vilnius. */
const now = Date.UTC(2025, 10, 24, 8, 31)

beforeEach(() => sessionStorage.clear())

type Call = DisplayView['calls'][number]

function call(label: string, changes: Partial<Call> = {}): Call {
  return { label, counter: '4', zone: {}, direction: 'left', at: now, state: 'called', ...changes }
}

function open(spoken: string[] = ['lt'], first: DisplayView | null = displayView()) {
  vi.useFakeTimers({ now })
  onTestFinished(() => void vi.useRealTimers())
  const line = new FakeLine<DisplayView>()
  line.time = now
  if (first) line.show(first)
  const screen = show(CallsScreen, { calls: new CallsNow(line, spoken) })
  const live = screen.find('[aria-live]')!
  const heard: string[] = []
  new MutationObserver(() => {
    if (live.textContent) heard.push(live.textContent)
  }).observe(live, { childList: true, subtree: true })
  /** The page sees these calls now. */
  async function sees(...calls: Call[]): Promise<void> {
    line.show(displayView({ calls }))
    flushSync()
    await pass(0)
  }
  async function pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 1_000) {
      line.time += 1_000
      await vi.advanceTimersByTimeAsync(1_000)
      flushSync()
    }
    await Promise.resolve()
  }
  return { line, screen, heard, sees, pass }
}

const rows = (screen: ReturnType<typeof open>['screen']) =>
  [...screen.find('table')!.querySelectorAll('tbody tr')].map((row) =>
    row.textContent.replaceAll(/\s+/g, ' ').trim(),
  )

test('the language that was chosen outlives the page that a new build loads anew', () => {
  const calls = () => new CallsNow(new FakeLine<DisplayView>(), ['lt'])
  calls().speak('uk')
  expect(calls().language).toBe('uk')
  sessionStorage.setItem('eile-calls-language', 'xx')
  expect(calls().language).toBe('lt')
})

test('each number stands with how it is, its counter and the way', () => {
  const { screen } = open(['lt'], displayView({ calls: [call('A123'), call('B007', { state: 'serving' })] }))
  expect(rows(screen)).toEqual([
    expect.stringMatching(/^A123 ?Kviečiame ?4 ?kairėje$/),
    expect.stringMatching(/^B007 ?Aptarnaujame ?4 ?kairėje$/),
  ])
  expect(document.title).toBe('Kas kviečiama')
})

test('where the hall has several zones each call says in which its counter is', () => {
  const [main, side] = [{ lt: 'Pagrindinė salė' }, { lt: 'Konsultacijų salė' }]
  const desks = [main, side].map((zone, index): DisplayView['desks'][number] => ({
    ...{ direction: 'left', state: 'open', services: [] },
    counter: String(index + 1),
    zone,
  }))
  const both = displayView({ calls: [call('A123', { zone: side })], desks })
  expect(rows(open(['lt'], both).screen)[0]).toMatch(/kairėje ?Konsultacijų salė$/)
  const one = displayView({ calls: [call('A123', { zone: main })], desks: [desks[0]!] })
  expect(rows(open(['lt'], one).screen)[0]).toMatch(/kairėje$/)
})

test('whoever missed a call finds the number and how to come back', () => {
  const { screen } = open(['lt'], displayView({ missed: ['A003', 'A001'] }))
  expect([...document.querySelectorAll('section li')].map((one) => one.textContent)).toEqual(['A003', 'A001'])
  expect(screen.find('section p')!.textContent).toMatch(/Per 15\smin\. praneškite/)
})

test('a new call is said once, and not the list', async () => {
  const { heard, sees } = open(['lt'], displayView({ calls: [call('A001', { at: now - 60_000 })] }))
  await sees(call('A123'), call('A001', { at: now - 60_000 }))
  await sees(call('A123'), call('A001', { at: now - 60_000 }))
  await sees(call('A123', { state: 'serving' }))
  expect(heard).toEqual(['A123, langelis 4'])
})

test('calls that come close together are said together, and nobody who has come meanwhile', async () => {
  const { heard, sees, pass } = open()
  await sees(call('A001'))
  const [second, third, fourth] = [
    call('A002', { at: now + 1 }),
    call('A003', { at: now + 2, counter: '12B' }),
    call('A004', { at: now + 3 }),
  ]
  await sees(second, call('A001'))
  await sees(fourth, third, second, call('A001'))
  await sees(fourth, third, { ...second, state: 'serving' }, call('A001'))
  expect(heard).toEqual(['A001, langelis 4'])
  await pass(4_000)
  expect(heard).toEqual(['A001, langelis 4', 'A003, langelis 12B; A004, langelis 4'])
  await pass(10_000)
  expect(heard).toHaveLength(2)
})

test('who is called again is said again', async () => {
  const { heard, sees, pass } = open()
  await sees(call('A001'))
  await pass(5_000)
  await sees(call('A001', { at: now + 5_000 }))
  expect(heard).toEqual(['A001, langelis 4', 'A001, langelis 4'])
})

test.each(languageOrder)(
  'all of it is in %s once that is chosen, and what was said is not said anew',
  async (language) => {
    const first = displayView()
    const hall = { ...first.hall, languages: [...languageOrder] }
    const { line, screen, heard, sees } = open(['lt'], { ...first, hall })
    await sees(call('A001'))
    line.show(displayView({ hall, calls: [call('A001')], waitingInAll: 3 }))
    screen.press(
      new RegExp(
        `^${{ lt: 'Lietuvių', en: 'English', ru: 'Русский', pl: 'Polski', uk: 'Українська' }[language]}$`,
      ),
    )
    await Promise.resolve()
    const t = texts(language)
    expect(screen.find('h1')?.textContent).toBe(t('calls.title'))
    expect(screen.words()).toContain(t('people.waiting', { count: 3 }))
    expect(rows(screen)[0]).toContain(t('direction.left'))
    expect(document.documentElement.lang).toBe(language)
    expect(heard).toEqual(['A001, langelis 4'])
  },
)

test('it speaks the language of the browser if the hall does, else Lithuanian', () => {
  expect(open(['en-US', 'lt']).screen.find('h1')?.textContent).toBe('Who is being called')
  expect(open(['ru', 'fi']).screen.find('h1')?.textContent).toBe('Kas kviečiama')
})

test('an empty hall, a closed one, one without a line and one that is full each say so', () => {
  expect(open().screen.words()).toContain('Kol kas niekas nekviečiamas')
  const opensAt = now + 22 * 3_600_000
  const { hall } = displayView()
  const closed = open(['lt'], displayView({ hall: { ...hall, open: false, opensAt } }))
  expect(closed.screen.words()).toContain('Salė uždaryta')
  expect(closed.screen.words()).toContain(
    openingWords(opensAt, now, 'lt', hall.timeZone).replaceAll(/\s/g, ' '),
  )
  expect(closed.screen.words()).not.toContain('Kol kas niekas')
  const lost = open(['lt'], displayView({ calls: [call('A001')] }))
  lost.line.lose(now)
  expect(lost.screen.find('[role=status]')?.textContent).toContain('10:31')
  expect(rows(lost.screen)).toHaveLength(1)
  const none = open(['lt'], null)
  expect(none.screen.words()).toContain('Jungiamasi')
  none.line.code = 'public/full'
  expect(none.screen.words()).toContain('Kas kviečiama, rodo salės ekranas')
})
