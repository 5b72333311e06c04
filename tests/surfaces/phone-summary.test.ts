import { flushSync } from 'svelte'
import { beforeAll, expect, test, vi } from 'vitest'
import { Phone } from '#kiosk/phone/phone.svelte.ts'
import PhoneScreen from '#kiosk/phone/PhoneScreen.svelte'
import { loadLanguages } from '#shared/messages/catalogue.ts'
import type { PhoneView } from '#shared/protocol/views.ts'
import { plainSummary } from '#tests/rules/plain-summary.ts'
import { show } from './kiosk-screen.ts'
import { StubLine } from './kiosk-stub-line.svelte.ts'
import { waiting } from './phone-view.ts'

const served: PhoneView = { ...waiting, state: 'served', ahead: null, mayCancel: false }
const summary: PhoneView['summary'] = {
  outcome: 'papers-missing',
  steps: ['bring-papers'],
  words: '<b>Reikia</b> pažymos',
  next: { date: '2025-12-03', time: '10:30', place: '12 kabinetas' },
}

beforeAll(() => loadLanguages(['en']))

function open(view: PhoneView) {
  const line = new StubLine<PhoneView>(waiting)
  line.view = view
  const phone = new Phone(line, ['lt'])
  return { line, phone, screen: show(PhoneScreen, { phone }) }
}

test('what was said stands under the state, in the visitor’s language and as the clerk wrote it', async () => {
  const { phone, screen } = open({ ...served, summary })
  await vi.waitFor(() => expect(screen.words()).toContain('Numerio A017 atmintinė'))
  expect(screen.words()).toMatch(
    /Trūksta dokumentų ?Ką daryti toliau ?Atneškite trūkstamus dokumentus ?Kitas apsilankymas ?gruodžio 3 d., trečiadienis, 10:30 ?12 kabinetas ?Darbuotojo pastaba ?<b>Reikia<\/b> pažymos/,
  )
  phone.speak('en')
  flushSync()
  await vi.waitFor(() => expect(screen.words()).toContain('Some documents are missing'))
  expect(screen.words()).toContain('Wednesday 3 December, 10:30')
  expect(screen.words()).toContain('<b>Reikia</b> pažymos')
})

test('a newer summary takes the place of the first, and what was not said has no heading', async () => {
  const { line, screen } = open({ ...served, state: 'serving', summary })
  await vi.waitFor(() => expect(screen.words()).toContain('Trūksta dokumentų'))
  line.view = { ...served, summary: plainSummary }
  flushSync()
  await vi.waitFor(() => expect(screen.words()).toContain('Reikalas sutvarkytas'))
  for (const heading of ['Trūksta', 'Ką daryti', 'Kitas apsilankymas', 'pastaba'])
    expect(screen.words()).not.toContain(heading)
})

test('a phone that kept its ticket before there were summaries shows none', async () => {
  const { summary: _none, ...older } = served
  const { screen } = open(older as PhoneView)
  expect(screen.words()).toContain('A017')
  expect(screen.words()).not.toContain('atmintinė')
})
