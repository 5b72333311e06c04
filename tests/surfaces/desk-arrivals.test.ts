import { expect, test } from 'vitest'

import { Arrivals } from '#counter/desk/arrivals.ts'
import { Desk } from '#counter/desk/desk.svelte.ts'
import WhoWaits from '#counter/desk/WhoWaits.svelte'
import { PageSound } from '#counter/page-sound.svelte.ts'
import type { DeskView } from '#shared/protocol/views.ts'

import { called, deskView } from './desk-view.ts'
import { FakeAudio } from './fake-audio.ts'
import { FakeLine } from './fake-line.svelte.ts'
import { show } from './kiosk-screen.ts'

const empty = deskView({ waitingForMe: 0 })
const one = deskView({ waitingForMe: 1 })

test('who comes where nobody waited is heard once', () => {
  const arrivals = new Arrivals()
  expect([empty, one, deskView({ waitingForMe: 2 }), one].map((view) => arrivals.take(view))).toEqual([
    false,
    true,
    false,
    false,
  ])
})

test('nobody is heard who was there before, or came while the counter was closed or taken', () => {
  const heard = (...views: (typeof one)[]) => {
    const arrivals = new Arrivals()
    return views.some((view) => arrivals.take(view))
  }
  expect(heard(one)).toBe(false)
  expect(heard(deskView({ shift: null, waitingForMe: 0 }), one)).toBe(false)
  expect(heard(empty, deskView({ visitor: called(), waitingForMe: 1 }))).toBe(false)
})

test('the desk says that its sound is held back by the browser, until the page is pressed', () => {
  const line = new FakeLine<DeskView>()
  line.show(deskView())
  const audio = new FakeAudio('suspended') as unknown as AudioContext
  const sound = new PageSound('eile-desk-sound', audio)
  const screen = show(WhoWaits, { desk: new Desk(line), view: deskView(), sound })
  const words = 'Naršyklė garsą įjungs, kai paspausite bet kurią vietą puslapyje.'
  const bell = () => (screen.find('[aria-pressed]') as HTMLElement).title
  expect(screen.words()).toContain(words)
  expect(bell()).toBe(words)
  document.body.click()
  expect(screen.words()).not.toContain(words)
  expect(bell()).toContain('Garsas įjungtas')
  sound.close()
})
