import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Server } from 'socket.io'
import { expect, onTestFinished, test, vi } from 'vitest'

import { refusal } from '#server/admission.ts'
import type { KioskView } from '#shared/protocol/views.ts'
import { keptView } from '#shared/ui/kept-view.ts'
import { Line } from '#shared/ui/line.svelte.ts'

/** A page whose server speaks another protocol. */
async function openOlderPage() {
  const http = createServer()
  const io = new Server(http)
  io.use((_socket, next) => next(refusal('protocol/outdated')))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => io.close())
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`

  return async () => {
    const reload = vi.fn()
    const credential = { kind: 'device', token: 'any' } as const
    const kept = keptView<KioskView>('eile-older-page')
    const line = new Line<KioskView>({ credential, build: 'test', url, reload, kept })
    onTestFinished(() => line.close())
    await vi.waitFor(() => expect(line.code).toBe('protocol/outdated'))
    return { line, reload }
  }
}

test('a page of another protocol loads itself anew, and one that just did says why it waits', async () => {
  const stored = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  const open = await openOlderPage()
  expect((await open()).reload).toHaveBeenCalledOnce()
  const again = await open()
  expect(again.reload).not.toHaveBeenCalled()
  expect(again.line.lostAt).not.toBeNull()
  expect(again.line.status).toBe('connecting')
})

test('a page whose browser keeps nothing has a line all the same, and does not load itself over and over', async () => {
  vi.stubGlobal('sessionStorage', {
    getItem: () => {
      throw new Error('The operation is insecure.')
    },
    setItem: () => {
      throw new Error('The operation is insecure.')
    },
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  const open = await openOlderPage()
  expect((await open()).reload).not.toHaveBeenCalled()
})
