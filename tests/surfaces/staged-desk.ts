import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach } from 'vitest'

import { Desk } from '#counter/desk/desk.svelte.ts'
import DeskScreen from '#counter/desk/DeskScreen.svelte'
import type { StaffLanguage } from '#shared/messages/staff.ts'
import type { DeskView } from '#shared/protocol/views.ts'

import { deskView, now } from './desk-view.ts'
import { FakeLine } from './fake-line.svelte.ts'

export interface StagedDesk {
  readonly line: FakeLine<DeskView>
  readonly desk: Desk
  readonly show: (changes: Partial<DeskView>, language?: StaffLanguage) => void
}

/** The desk, mounted anew for each test of a file, at 10:31 in Vilnius. */
export function stagedDesk(): StagedDesk {
  let line: FakeLine<DeskView>
  let desk: Desk
  let screen: object

  beforeEach(() => {
    localStorage.clear()
    line = new FakeLine()
    line.time = now
    desk = new Desk(line)
    screen = mount(DeskScreen, { target: document.body, props: { desk, onsession: () => {} } })
  })

  afterEach(() => unmount(screen))

  return {
    get line() {
      return line
    },
    get desk() {
      return desk
    },
    show(changes, language = 'lt') {
      desk.speech.choose(language)
      line.show(deskView(changes))
      flushSync()
    },
  }
}
