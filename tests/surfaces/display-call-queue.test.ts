import { expect, test } from 'vitest'

import { CallQueue } from '#display/voice/call-queue.ts'
import type { DisplayView } from '#shared/protocol/views.ts'

import { calledTicket, viewOf, type Called } from './called-ticket.ts'

const before = viewOf()

function queueOf(...calls: readonly Called[]): CallQueue {
  const queue = new CallQueue()
  for (const call of calls) queue.add(call, before, 0)
  return queue
}

/** All that is said by this view, in order, and all that is not. */
function saidOf(queue: CallQueue, view: DisplayView | null = before) {
  const said: string[] = []
  const unsaid: string[] = []
  for (;;) {
    const { heard, dropped } = queue.next(view)
    unsaid.push(...dropped.map(({ label }) => label))
    if (!heard) return { said, unsaid }
    said.push(heard.call.label)
  }
}

const a = calledTicket('A001', { call: 1 })
const b = calledTicket('B002', { call: 2 })
const c = calledTicket('C003', { call: 3 })

test('calls are said in the order in which they were made, however they came', () => {
  expect(saidOf(queueOf(b, c, a)).said).toEqual(['A001', 'B002', 'C003'])
})

test('a recall waits until those are called who were not called yet', () => {
  const recall = calledTicket('Z009', { call: 0, again: true })
  expect(saidOf(queueOf(recall, b, a)).said).toEqual(['A001', 'B002', 'Z009'])
})

test('called again before its first call was said, a number is said once, as it is called by now', () => {
  const queue = queueOf(a)
  const elsewhere = calledTicket('A001', { call: 9, counter: '7', again: true })
  expect(queue.add(elsewhere, before, 0)).toEqual([a])
  expect(queue.next(before).heard?.call).toEqual(elsewhere)
  expect(queue.next(before).heard).toBeNull()
})

test.each([
  ['whose visitor has come', viewOf(['A001', 'serving'], ['B002', 'called'])],
  ['that was taken back', viewOf(['B002', 'called'])],
])('a call %s is not said', (_what, view) => {
  expect(saidOf(queueOf(a, b), view)).toEqual({ said: ['B002'], unsaid: ['A001'] })
})

test('a view from before a call says nothing of it, and without any view it is said', () => {
  expect(saidOf(queueOf(a), before).said).toEqual(['A001'])
  expect(saidOf(queueOf(a), null).said).toEqual(['A001'])
})

test('whoever a full view leaves out is still awaited', () => {
  const newer = (length: number) => viewOf(...Array.from({ length }, (_, n) => [`D${n}`, 'called'] as const))
  expect(saidOf(queueOf(a), newer(20)).said).toEqual(['A001'])
  expect(saidOf(queueOf(a), newer(19)).unsaid).toEqual(['A001'])
})

test('what is older than 20 seconds once the line is back is not said, and what waits its turn is', () => {
  const queue = queueOf(a, { ...b, at: 1 })
  expect(queue.returned(20_001)).toEqual([a])
  expect(saidOf(queue).said).toEqual(['B002'])
})

test('a call that came 20 seconds late is not said at all', () => {
  const queue = new CallQueue()
  expect(queue.add(a, before, 20_000)).toEqual([])
  expect(queue.add(b, before, 20_001)).toEqual([b])
  expect(saidOf(queue).said).toEqual(['A001'])
})

test('a call is said twice while nobody else waits to be called', () => {
  const queue = queueOf(a)
  const { heard } = queue.next(before)
  expect(queue.isSaidTwice(heard!, before)).toBe(true)
  expect(queue.isSaidTwice(heard!, viewOf(['A001', 'serving']))).toBe(false)
  queue.add(b, before, 0)
  expect(queue.isSaidTwice(heard!, before)).toBe(false)
  // The other has come by now, so that nobody is kept waiting.
  expect(queue.isSaidTwice(heard!, viewOf(['A001', 'called'], ['B002', 'serving']))).toBe(true)
})
