import { flushSync, mount, tick, unmount } from 'svelte'
import { afterEach, beforeEach, vi } from 'vitest'

import Board from '#display/hall/Board.svelte'
import { HallDisplay } from '#display/hall/hall-display.svelte.ts'
import type { DisplayView } from '#shared/protocol/views.ts'

import { displayView } from './display-view.ts'
import { FakeLine } from './fake-line.svelte.ts'

export interface StagedBoard {
  readonly line: FakeLine<DisplayView>
  /** A hall in which three wait for the cashier and nobody is called; what stands beside that comes after the rest. */
  readonly show: (changes?: Partial<DisplayView>, hall?: Partial<DisplayView['hall']>) => Promise<void>
  /** So many seconds after the beginning. */
  readonly at: (second: number) => void
}

/** The board of a hall display, mounted anew for each test of a file, at this time. */
export function stagedBoard(now: number): StagedBoard {
  let line: FakeLine<DisplayView>
  let display: HallDisplay
  let screen: object

  beforeEach(() => {
    line = new FakeLine()
    line.time = now
    display = new HallDisplay(line)
    screen = mount(Board, { target: document.body, props: { display, silent: false } })
  })

  afterEach(() => {
    vi.restoreAllMocks()
    void unmount(screen)
  })

  return {
    get line() {
      return line
    },
    async show(changes = {}, hall = {}) {
      const quiet = displayView()
      line.show({
        ...quiet,
        hall: { ...quiet.hall, ...hall },
        waiting: [{ service: 'cashier', name: { lt: 'Kasa' }, waiting: 3, paused: null, promised: null }],
        waitingInAll: 3,
        ...changes,
      })
      await vi.dynamicImportSettled()
      await tick()
      flushSync()
    },
    at(second) {
      line.time = now + second * 1_000
      display.tick()
      flushSync()
    },
  }
}
