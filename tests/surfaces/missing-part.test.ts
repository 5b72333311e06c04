import { flushSync, mount, unmount } from 'svelte'
import { beforeEach, expect, test, vi } from 'vitest'

import PairedCounter from '#display/counter/PairedCounter.svelte'
import PairedDisplay from '#display/hall/PairedDisplay.svelte'
import PairedKiosk from '#kiosk/touchscreen/PairedKiosk.svelte'
import { loadAnewForMissingPart } from '#shared/ui/missing-part.ts'

vi.mock('socket.io-client', async () => {
  const { SocketForTest } = await import('./socket-for-test.ts')
  return { io: () => new SocketForTest() }
})

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

test.each([
  ['hall display', PairedDisplay],
  ['counter display', PairedCounter],
  ['kiosk', PairedKiosk],
] as const)('a %s that misses a part asks whether the server is well', async (_, Screen) => {
  // jsdom has none.
  HTMLDialogElement.prototype.close ??= () => {}
  health.mockReset().mockResolvedValue({ ok: false })
  const props = { build: 'one', token: 'any', onunpaired: () => {} }
  const screen = mount(Screen, { target: document.body, props })
  flushSync()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(health).not.toHaveBeenCalled()
  missPart()
  await vi.advanceTimersByTimeAsync(70_000)
  expect(health).toHaveBeenCalledWith('/healthz', expect.anything())
  await unmount(screen)
})
