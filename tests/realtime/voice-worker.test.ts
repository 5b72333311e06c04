import { fork } from 'node:child_process'
import { once } from 'node:events'

import { expect, onTestFinished, test } from 'vitest'

import { readWav } from '#server/voice/wav.ts'
import { openSpeaking, type SpeakRequest } from '#server/voice/speaking.ts'

import { fakeSpeaker, type FakeSpeaker } from './fake-speaker.ts'

/** Programs are slow to start on a busy machine. */
const soon = { timeout: 10_000 }

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** A speaker that hangs, and what to ask for. */
function hanging(): { speaker: FakeSpeaker; request: SpeakRequest } {
  const speaker = fakeSpeaker()
  speaker.behave('hangs')
  return { speaker, request: { program: speaker.program, limitMs: 60_000, text: 'A007', language: 'lt' } }
}

function opened() {
  const speaking = openSpeaking(60_000)
  onTestFinished(() => speaking.close())
  return speaking
}

async function started(speaker: FakeSpeaker): Promise<{ starter: number; own: number }> {
  await expect.poll(() => speaker.processes(), soon).toHaveLength(1)
  return speaker.processes()[0]!
}

test('a worker that dies fails what it was saying, and the next clip is said by another', async () => {
  const { speaker, request } = hanging()
  const speaking = opened()
  const failing = expect(speaking.speak(request)).rejects.toThrow('the worker ended')
  const { starter } = await started(speaker)
  expect(starter).not.toBe(process.pid)
  process.kill(starter, 'SIGKILL')
  await failing
  speaker.behave('well')
  expect(readWav(await speaking.speak(request)).rate).toBe(22_050)
  expect(speaker.processes()[1]!.starter).not.toBe(starter)
})

test('who stops the server from a terminal does not stop the worker before it', async () => {
  const { speaker, request } = hanging()
  const speaking = opened()
  const failing = expect(speaking.speak(request)).rejects.toThrow('the room was closed')
  const { starter } = await started(speaker)
  process.kill(starter, 'SIGINT')
  process.kill(starter, 'SIGTERM')
  speaker.behave('well')
  expect(await speaking.speak(request)).toBeInstanceOf(Buffer)
  expect(speaker.processes()[1]!.starter).toBe(starter)
  await speaking.close()
  await failing
})

test('when it is closed, neither the worker nor the program that it started is left', async () => {
  const { speaker, request } = hanging()
  const speaking = opened()
  const failing = expect(speaking.speak(request)).rejects.toThrow('the room was closed')
  const { starter, own } = await started(speaker)
  await speaking.close()
  await failing
  expect(isRunning(starter)).toBe(false)
  await expect.poll(() => isRunning(own), soon).toBe(false)
})

test('nothing is left of a server that was killed', async () => {
  const { speaker, request } = hanging()
  const server = fork(new URL('./speaks.ts', import.meta.url), { execArgv: [] })
  server.send(request)
  const { starter, own } = await started(speaker)
  server.kill('SIGKILL')
  await once(server, 'exit')
  await expect.poll(() => isRunning(starter), soon).toBe(false)
  await expect.poll(() => isRunning(own), soon).toBe(false)
})
