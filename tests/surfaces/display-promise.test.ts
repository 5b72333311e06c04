import { flushSync, mount, unmount } from 'svelte'
import { expect, onTestFinished, test } from 'vitest'

import Board from '#display/hall/Board.svelte'
import { HallDisplay } from '#display/hall/hall-display.svelte.ts'
import type { DisplayView } from '#shared/protocol/views.ts'

import { displayView } from './display-view.ts'
import { FakeLine } from './fake-line.svelte.ts'

type Queue = DisplayView['waiting'][number]

const queue: Queue = {
  service: 'permits',
  name: { lt: 'Leidimai', en: 'Permits' },
  waiting: 7,
  paused: null,
  promised: { low: 10, high: 20 },
}

/** What stands in the row of the only service. */
function rowOf(changes: Partial<Queue>): string {
  const line = new FakeLine<DisplayView>()
  const display = new HallDisplay(line)
  const screen = mount(Board, { target: document.body, props: { display, silent: false } })
  onTestFinished(() => unmount(screen))
  line.show(displayView({ waiting: [{ ...queue, ...changes }], waitingInAll: 7 }))
  flushSync()
  return document.querySelector('.service')!.textContent.replaceAll(/\s+/g, ' ').trim()
}

test.each<[string, Partial<Queue>, string]>([
  ['beside how many wait', {}, 'LeidimaiPermits 7 10–20 min.'],
  ['from nothing on', { promised: { low: 0, high: 5 } }, 'LeidimaiPermits 7 0–5 min.'],
  ['not at all where nothing can be said', { promised: null }, 'LeidimaiPermits 7'],
])('how long a service takes is said %s', (_, changes, words) => {
  expect(rowOf(changes)).toBe(words)
})

test('a service that is paused says why, and no minutes', () => {
  expect(rowOf({ paused: 'staff' })).not.toContain('10–20')
})
