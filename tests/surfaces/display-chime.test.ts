import { expect, onTestFinished, test, vi } from 'vitest'

import { Chime } from '#display/hall/chime.svelte.ts'

import { FakeAudio } from './fake-audio.ts'

function open(state: AudioContextState) {
  const audio = new FakeAudio(state)
  return { audio, chime: new Chime(audio as unknown as AudioContext) }
}

test('a chime is two notes, and a second call waits for the first to end', () => {
  const { audio, chime } = open('running')
  chime.ring()
  chime.ring()
  expect(audio.started).toHaveLength(4)
  expect(audio.started).toEqual([...audio.started].sort((one, other) => one - other))
  expect(new Set(audio.started).size).toBe(4)
})

test('a blocked chime says so, is silent, and sounds after a touch', async () => {
  const { audio, chime } = open('suspended')
  expect(chime.blocked).toBe(true)
  chime.ring()
  expect(audio.started).toEqual([])
  await chime.unblock()
  expect(chime.blocked).toBe(false)
  chime.ring()
  expect(audio.started).toHaveLength(2)
})

test('where the sound device is gone a chime is silent, nothing is put off for later, and the next one sounds', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const { audio, chime } = open('running')
  const pass = (ms: number) => vi.advanceTimersByTime(ms)
  expect(chime.ring()).toBe(1_250)
  expect(chime.isHeard).toBe(true)
  for (let call = 0; call < 20; call += 1) {
    pass(60_000)
    expect(chime.ring()).toBeNull()
    expect(chime.isHeard).toBe(false)
  }
  expect(audio.started).toHaveLength(2)
  audio.currentTime = 1
  expect(chime.ring()).toBe(1_250)
  expect(audio.started.slice(2)).toEqual([1, 1.35])
})

test('without Web Audio nothing asks for a touch', () => {
  const chime = new Chime(null)
  chime.ring()
  expect(chime.blocked).toBe(false)
})
