import { beforeEach, expect, test, vi } from 'vitest'

import { loadAnewForMissingPart } from '#shared/ui/missing-part.ts'

const reload = vi.fn()
const health = vi.fn<() => Promise<{ ok: boolean }>>()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', health)
  health.mockResolvedValue({ ok: true })
  reload.mockClear()
  return () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})

const missPart = () => window.dispatchEvent(new Event('vite:preloadError'))

test('a page of which a part did not come is loaded anew a minute later, once the server answers', async () => {
  const leave = loadAnewForMissingPart(reload)
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(reload).not.toHaveBeenCalled()
  health.mockRejectedValue(new TypeError('Failed to fetch'))
  missPart()
  missPart()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(reload).not.toHaveBeenCalled()
  health.mockResolvedValue({ ok: true })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(reload).toHaveBeenCalledOnce()
  leave()
})

test('a page that is left is not loaded anew, whatever was missing', async () => {
  const leave = loadAnewForMissingPart(reload)
  missPart()
  leave()
  missPart()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(reload).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})
