import { beforeEach, expect, test, vi } from 'vitest'

import { loadAnewByItself, loadAnewOnceHealthy } from '#shared/ui/load-anew.ts'

const reload = vi.fn()
const health = vi.fn<() => Promise<{ ok: boolean }>>()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', health)
  reload.mockClear()
  return () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})

test('a page that failed is loaded anew as soon as the server is well', async () => {
  const leave = loadAnewOnceHealthy(reload)
  health.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  await vi.advanceTimersByTimeAsync(10_000)
  health.mockResolvedValueOnce({ ok: false })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(reload).not.toHaveBeenCalled()
  health.mockResolvedValueOnce({ ok: true })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(reload).toHaveBeenCalledOnce()
  leave()
})

test('a page that is left before is not loaded anew', async () => {
  health.mockResolvedValue({ ok: true })
  loadAnewOnceHealthy(reload)()
  loadAnewByItself(reload)()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(reload).not.toHaveBeenCalled()
})

test('a page whose line was refused is loaded anew after a minute, once the server answers', async () => {
  const leave = loadAnewByItself(reload)
  health.mockRejectedValue(new TypeError('Failed to fetch'))
  await vi.advanceTimersByTimeAsync(180_000)
  expect(reload).not.toHaveBeenCalled()
  health.mockResolvedValue({ ok: true })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(reload).toHaveBeenCalledOnce()
  leave()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(reload).toHaveBeenCalledOnce()
})
