import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { NewBuild } from '#display/hall/new-build.ts'

const reload = vi.fn()
const health = vi.fn<() => Promise<{ ok: boolean }>>()
let heard: boolean
let newBuild: NewBuild

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', health)
  health.mockReset().mockResolvedValue({ ok: true })
  reload.mockReset()
  heard = false
  newBuild = new NewBuild({ isHeard: () => heard, reload })
})

afterEach(() => {
  newBuild.leave()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000)

/** Somebody is called again and again, a call every so many seconds. */
async function callEvery(gap: number, times: number): Promise<void> {
  for (let n = 0; n < times && reload.mock.calls.length === 0; n += 1) {
    newBuild.called()
    await seconds(gap)
  }
}

test('a display at rest takes a new build at once, and once', async () => {
  newBuild.take()
  newBuild.take()
  await seconds(0)
  expect(reload).toHaveBeenCalledOnce()
  await seconds(3_600)
  expect(reload).toHaveBeenCalledOnce()
})

test('a server whose answer does not come is given up after five seconds, and asked anew', async () => {
  const patience = new AbortController()
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal)
  health.mockImplementation(
    () =>
      new Promise((_resolve, reject) =>
        patience.signal.addEventListener('abort', () => reject(new Error('late'))),
      ),
  )
  newBuild.take()
  await seconds(3)
  expect(timeout).toHaveBeenCalledWith(5_000)
  patience.abort()
  expect(reload).not.toHaveBeenCalled()
  health.mockResolvedValue({ ok: true })
  await seconds(1)
  expect(reload).toHaveBeenCalledOnce()
  timeout.mockRestore()
})

test('a call is seen and heard to its end before', async () => {
  newBuild.called()
  heard = true
  newBuild.take()
  await seconds(30)
  expect(reload).not.toHaveBeenCalled()
  heard = false
  newBuild.called()
  await seconds(9)
  expect(reload).not.toHaveBeenCalled()
  await seconds(2)
  expect(reload).toHaveBeenCalledOnce()
})

test('a hall that never rests is loaded anew after five minutes in a gap between two calls, in silence', async () => {
  newBuild.called()
  newBuild.take()
  await callEvery(5, 59)
  expect(reload).not.toHaveBeenCalled()
  heard = true
  await callEvery(5, 10)
  expect(reload).not.toHaveBeenCalled()
  heard = false
  await callEvery(2, 20)
  expect(reload, 'no gap').not.toHaveBeenCalled()
  await callEvery(5, 1)
  expect(reload).toHaveBeenCalledOnce()
})

test('a voice that never ends is not heard out for more than ten minutes', async () => {
  heard = true
  newBuild.take()
  await seconds(599)
  expect(reload).not.toHaveBeenCalled()
  await seconds(2)
  expect(reload).toHaveBeenCalledOnce()
})

test('nothing is loaded anew while the server does not answer, nor if a call came meanwhile', async () => {
  health.mockRejectedValue(new TypeError('Failed to fetch'))
  newBuild.take()
  await seconds(120)
  expect(reload).not.toHaveBeenCalled()
  health.mockImplementationOnce(async () => {
    newBuild.called()
    return { ok: true }
  })
  await seconds(1)
  expect(reload).not.toHaveBeenCalled()
  health.mockResolvedValue({ ok: true })
  await seconds(11)
  expect(reload).toHaveBeenCalledOnce()
})

test('a display that is left takes nothing', async () => {
  newBuild.called()
  newBuild.take()
  newBuild.leave()
  await seconds(3_600)
  expect(reload).not.toHaveBeenCalled()
})
