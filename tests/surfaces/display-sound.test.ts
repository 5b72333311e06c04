import { expect, test, vi } from 'vitest'

import { Chime } from '#display/hall/chime.svelte.ts'
import { HallSound } from '#display/hall/hall-sound.ts'
import { openClips } from '#display/voice/clips.ts'
import type { DisplayView } from '#shared/protocol/views.ts'

import { calledTicket } from './called-ticket.ts'
import { FakeAudio } from './fake-audio.ts'
import { FakeLine } from './fake-line.svelte.ts'

function open(sound: 'voice' | 'chime' | 'silent', state: AudioContextState) {
  const audio = new FakeAudio(state)
  const line = Object.assign(new FakeLine<DisplayView>(), { sound })
  line.time = 700
  const chime = new Chime(audio as unknown as AudioContext)
  // Nothing here can speak: what is set to speak chimes.
  return { audio, line, sound: new HallSound(line, chime, null) }
}

const confirmed = (call: number | null, outcome: string, lagMs: number) => ({
  name: 'call:confirm',
  fields: { call, outcome, lagMs },
})

test('a display that chimes tells how long after the call, and one that lacks its voice that it failed', async () => {
  for (const [setting, outcome] of [
    ['chime', 'chimed'],
    ['voice', 'failed'],
  ] as const) {
    const { audio, line, sound } = open(setting, 'running')
    await sound.called(calledTicket('A001', { call: 3 }))
    expect(audio.started).toHaveLength(2)
    expect(line.sent).toEqual([confirmed(3, outcome, 700)])
  }
})

test('a silent display is not heard, says nothing of calls, and makes no sound when it is touched', async () => {
  for (const state of ['running', 'suspended'] as const) {
    const { audio, line, sound } = open('silent', state)
    await sound.called(calledTicket('A001'))
    await sound.touched()
    expect(audio.started).toEqual([])
    expect(line.sent).toEqual([])
  }
})

test('a touch cures a display that is kept silent: it is heard at once, and the server is told', async () => {
  const { audio, line, sound } = open('voice', 'suspended')
  await sound.called(calledTicket('A001', { call: 3 }))
  sound.tellBlocked()
  expect(line.sent).toEqual([confirmed(3, 'blocked', 700), confirmed(null, 'blocked', 0)])
  await sound.touched()
  expect(audio.started).toHaveLength(2)
  expect(line.sent.at(-1)).toEqual(confirmed(null, 'chimed', 0))
  await sound.touched()
  expect(line.sent).toHaveLength(3)
})

test('a display that is asked to be heard rings, however it is set, and says whether it could', async () => {
  for (const [setting, state, outcome] of [
    ['silent', 'running', 'chimed'],
    ['voice', 'suspended', 'blocked'],
  ] as const) {
    const { audio, line, sound } = open(setting, state)
    sound.asked()
    expect(audio.started).toHaveLength(outcome === 'chimed' ? 2 : 0)
    expect(line.sent).toEqual([confirmed(null, outcome, 0)])
  }
})

/** A server of sounds, which answers with these. */
function shelf(...answers: readonly (Response | Error)[]) {
  const asked: string[] = []
  const get = async (address: string | URL | Request) => {
    const answer = answers[asked.push(address as string) - 1]!
    if (answer instanceof Error) throw answer
    return answer
  }
  const context = { decodeAudioData: async (bytes: ArrayBuffer) => bytes as unknown as AudioBuffer }
  return { asked, clips: openClips(context, get) }
}

test('a sound is fetched once, and one that could not be had is asked for again', async () => {
  const sound = () => new Response('sound')
  const { asked, clips } = shelf(new Response('', { status: 503 }), new Error('no line'), sound(), sound())
  expect(await clips.load('/a')).toBeNull()
  expect(await clips.load('/a')).toBeNull()
  const [one, other] = await Promise.all([clips.load('/a'), clips.load('/a')])
  expect(one).not.toBeNull()
  expect(other).toBe(one)
  expect(asked).toHaveLength(3)
})

test('a sound whose answer does not come is given up, and asked for again with the next call', async () => {
  const patience = new AbortController()
  vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(patience.signal)
  const context = { decodeAudioData: async (bytes: ArrayBuffer) => bytes as unknown as AudioBuffer }
  const get = vi
    .fn<typeof fetch>()
    .mockImplementationOnce(
      (_, init) =>
        new Promise((_resolve, reject) =>
          init?.signal?.addEventListener('abort', () => reject(new Error('late'))),
        ),
    )
  get.mockResolvedValueOnce(new Response('sound'))
  const clips = openClips(context, get)
  const first = clips.load('/a')
  patience.abort()
  expect(await first).toBeNull()
  expect(await clips.load('/a')).not.toBeNull()
})

test('of many sounds those that were not used for longest are let go of', async () => {
  const { asked, clips } = shelf(...Array.from({ length: 62 }, () => new Response('sound')))
  for (let n = 0; n < 60; n += 1) await clips.load(`/${n}`)
  await clips.load('/0')
  await clips.load('/60')
  await clips.load('/0')
  expect(asked).toHaveLength(61)
  await clips.load('/1')
  expect(asked).toHaveLength(62)
})
