import { flushSync, mount, unmount } from 'svelte'
import { expect, onTestFinished, test, vi } from 'vitest'

import PairedDisplay from '#display/hall/PairedDisplay.svelte'
import { texts } from '#shared/messages/text.ts'

import { FakeAudio } from './fake-audio.ts'
import type { SocketForTest } from './socket-for-test.ts'

const sockets: unknown[] = vi.hoisted(() => [])

vi.mock('socket.io-client', async () => {
  const { SocketForTest } = await import('./socket-for-test.ts')
  return {
    io: () => {
      const socket = new SocketForTest()
      sockets.push(socket)
      return socket
    },
  }
})

const asksForTouch = () => document.body.textContent.includes(texts('lt')('display.sound'))

function open(): FakeAudio {
  vi.useFakeTimers()
  const audio = new FakeAudio('suspended')
  vi.stubGlobal('AudioContext', function () {
    return audio
  })
  const props = { build: 'one', token: 'any', onunpaired: () => {} }
  const screen = mount(PairedDisplay, { target: document.body, props })
  onTestFinished(async () => {
    await unmount(screen)
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  const socket = sockets.at(-1) as SocketForTest
  socket.connected = true
  socket.tell('hall:welcomed', { build: 'one', now: Date.now(), name: 'Ekranas' })
  socket.tell('sound:changed', { sound: 'voice' })
  flushSync()
  return audio
}

function passes(ms: number) {
  vi.advanceTimersByTime(ms)
  flushSync()
}

test('a display whose browser takes a moment to let sound begin does not ask for a touch', async () => {
  const audio = open()
  passes(1_500)
  expect(asksForTouch()).toBe(false)
  await audio.resume()
  passes(10_000)
  expect(asksForTouch()).toBe(false)
})

test('a display that is kept silent asks for a touch, until it is heard', async () => {
  const audio = open()
  passes(2_000)
  expect(asksForTouch()).toBe(true)
  await audio.resume()
  passes(0)
  expect(asksForTouch()).toBe(false)
})
