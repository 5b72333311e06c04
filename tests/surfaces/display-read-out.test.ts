import { flushSync, mount, unmount } from 'svelte'
import { expect, onTestFinished, test } from 'vitest'

import Board from '#display/hall/Board.svelte'
import { HallDisplay } from '#display/hall/hall-display.svelte.ts'
import type { DisplayView } from '#shared/protocol/views.ts'

import { calledTicket, viewOf } from './called-ticket.ts'
import { FakeLine } from './fake-line.svelte.ts'

test('a call is read out from a place that stands from the start, before and after the first view', () => {
  const line = new FakeLine<DisplayView>()
  const display = new HallDisplay(line)
  const screen = mount(Board, { target: document.body, props: { display, silent: false } })
  onTestFinished(() => unmount(screen))
  const region = document.querySelector('.spoken[aria-live]')!
  line.show(viewOf())
  flushSync()
  expect(region.textContent.trim()).toBe('')
  display.called(calledTicket('A007'))
  flushSync()
  expect(region.textContent.trim()).toBe('A007, Langelis 4')
  line.show(viewOf(['A007', 'serving']))
  flushSync()
  expect(region.isConnected).toBe(true)
  expect(region.textContent.trim()).toBe('')
})
