import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { Announcer } from '#display/voice/announcer.ts'
import type { Sound } from '#shared/display/sound.ts'
import type { DisplayView } from '#shared/protocol/views.ts'

import { calledTicket, viewOf } from './called-ticket.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const chimeMs = 1_250
const wordsMs = 4_000

/** A machine on which a chime and words take their time; every sound has come unless it is in `missing` or `late`. */
function open() {
  const started = Date.now()
  const heard: { readonly what: string; readonly at: number }[] = []
  const outcomes: string[] = []
  const machine = { isSilent: false, view: viewOf() as DisplayView | null, sound: 'voice' as Sound }
  const missing = new Set<string>()
  const late = new Set<string>()
  const loaded: string[] = []
  const now = () => Date.now() - started
  const announcer = new Announcer({
    line: {
      get view() {
        return machine.view
      },
      get sound() {
        return machine.sound
      },
      now,
    },
    ring() {
      if (machine.isSilent) return null
      heard.push({ what: 'chime', at: now() })
      return chimeMs
    },
    clips: {
      async load(address) {
        loaded.push(address)
        if (late.has(address)) await new Promise(() => {})
        return missing.has(address) ? null : (address as unknown as AudioBuffer)
      },
    },
    async play(clips) {
      if (clips.length === 0) return true
      heard.push({ what: clips.join(', '), at: now() })
      await new Promise((resolve) => setTimeout(resolve, wordsMs))
      return true
    },
    onOutcome: ({ label }, outcome, lagMs) => outcomes.push(`${label} ${outcome} ${lagMs}`),
  })
  return {
    announcer,
    machine,
    missing,
    late,
    heard,
    outcomes,
    loaded,
    what: () => heard.map(({ what }) => what),
  }
}

const words = (label: string) => `${label} lt, 4 lt, ${label} en, 4 en`

test('a call alone: a chime, Lithuanian, the other language, and the words once more', async () => {
  const { announcer, heard, outcomes } = open()
  announcer.called(calledTicket('A001'))
  await vi.advanceTimersByTimeAsync(20_000)
  expect(heard).toEqual([
    { what: 'chime', at: 0 },
    { what: words('A001'), at: chimeMs },
    { what: words('A001'), at: chimeMs + wordsMs },
  ])
  expect(outcomes).toEqual(['A001 played 0'])
})

test('two calls within a second are said in order, each right and once while another waits, and never over each other', async () => {
  const { announcer, heard, outcomes } = open()
  announcer.called(calledTicket('A001', { call: 1 }))
  await vi.advanceTimersByTimeAsync(400)
  announcer.called(calledTicket('B002', { call: 2, at: 400 }))
  await vi.advanceTimersByTimeAsync(60_000)
  const second = chimeMs + wordsMs
  expect(heard).toEqual([
    { what: 'chime', at: 0 },
    { what: words('A001'), at: chimeMs },
    { what: 'chime', at: second },
    { what: words('B002'), at: second + chimeMs },
    { what: words('B002'), at: second + chimeMs + wordsMs },
  ])
  expect(outcomes).toEqual(['A001 played 0', `B002 played ${second - 400}`])
})

test('a recall chimes again, once', async () => {
  const { announcer, what } = open()
  announcer.called(calledTicket('A001', { call: 1 }))
  await vi.advanceTimersByTimeAsync(20_000)
  announcer.called(calledTicket('A001', { call: 5, at: 20_000, again: true }))
  await vi.advanceTimersByTimeAsync(20_000)
  expect(what().filter((one) => one === 'chime')).toHaveLength(2)
})

test('whoever comes while the words are said is not called a second time, nor is who came while others were called', async () => {
  const { announcer, machine, what, outcomes } = open()
  announcer.called(calledTicket('A001', { call: 1 }))
  announcer.called(calledTicket('B002', { call: 2 }))
  await vi.advanceTimersByTimeAsync(2_000)
  machine.view = viewOf(['A001', 'serving'], ['B002', 'serving'])
  await vi.advanceTimersByTimeAsync(20_000)
  expect(what()).toEqual(['chime', words('A001')])
  expect(outcomes).toEqual(['A001 played 0', 'B002 dropped 0'])
})

test('sounds are fetched as soon as a call comes, though others are said before it', () => {
  const { announcer, loaded } = open()
  announcer.called(calledTicket('A001', { call: 1 }))
  announcer.called(calledTicket('B002', { call: 2 }))
  expect(loaded).toEqual(expect.arrayContaining(['A001 lt', '4 lt', 'B002 en']))
})

test('a language of which a sound cannot be had is left out, and what came is said', async () => {
  const { announcer, missing, what, outcomes } = open()
  missing.add('A001 en')
  announcer.called(calledTicket('A001'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(what()).toEqual(['chime', 'A001 lt, 4 lt', 'A001 lt, 4 lt'])
  expect(outcomes).toEqual(['A001 failed 0'])
})

test('words that do not come within 3 seconds leave the chime alone, and the next call is said', async () => {
  const { announcer, late, heard, outcomes } = open()
  for (const one of ['A001 lt', 'A001 en']) late.add(one)
  announcer.called(calledTicket('A001', { call: 1 }))
  announcer.called(calledTicket('B002', { call: 2 }))
  await vi.advanceTimersByTimeAsync(20_000)
  expect(heard.slice(0, 3)).toEqual([
    { what: 'chime', at: 0 },
    { what: 'chime', at: 3_000 },
    { what: words('B002'), at: 3_000 + chimeMs },
  ])
  expect(outcomes).toEqual(['A001 failed 0', 'B002 played 3000'])
})

test('a hall without a voice is chimed at, once, and nobody is told that words were heard', async () => {
  const { announcer, what, outcomes } = open()
  announcer.called(calledTicket('A001', { spoken: [] }))
  await vi.advanceTimersByTimeAsync(20_000)
  expect(what()).toEqual(['chime'])
  expect(outcomes).toEqual(['A001 chimed 0'])
})

test('where the browser keeps silent it is told of each call, and none is said later', async () => {
  const { announcer, machine, what, outcomes } = open()
  machine.isSilent = true
  announcer.called(calledTicket('A001'))
  await vi.advanceTimersByTimeAsync(1_000)
  machine.isSilent = false
  await vi.advanceTimersByTimeAsync(20_000)
  expect(what()).toEqual([])
  expect(outcomes).toEqual(['A001 blocked 0'])
  announcer.called(calledTicket('B002', { call: 2, at: 21_000 }))
  await vi.advanceTimersByTimeAsync(20_000)
  expect(what()).toEqual(['chime', words('B002'), words('B002')])
})

test('what waited while the line was lost is not said when it is back after 20 seconds', async () => {
  const { announcer, outcomes } = open()
  for (const [index, label] of ['A001', 'B002', 'C003', 'D004', 'E005'].entries())
    announcer.called(calledTicket(label, { call: index }))
  await vi.advanceTimersByTimeAsync(20_001)
  announcer.returned()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(outcomes.filter((one) => one.includes('dropped'))).toEqual(['E005 dropped 0'])
})

test('a display that is set to speak no more says to its end, once, only what it is saying', async () => {
  const { announcer, machine, what, outcomes } = open()
  announcer.called(calledTicket('A001', { call: 1 }))
  announcer.called(calledTicket('B002', { call: 2 }))
  await vi.advanceTimersByTimeAsync(2_000)
  machine.sound = 'silent'
  announcer.returned()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(what()).toEqual(['chime', words('A001')])
  expect(outcomes).toEqual(['B002 dropped 0', 'A001 played 0'])
})
