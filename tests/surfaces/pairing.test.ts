import { flushSync } from 'svelte'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'

import type { AskedCode, ScreenKind } from '#shared/protocol/devices.ts'
import { Pairing } from '#shared/ui/pairing.svelte.ts'
import type { Posted } from '#shared/ui/post-json.ts'

const minute = 60_000
// A new screen's clock knows nothing of the server's.
const serverNow = Date.UTC(2024, 2, 4, 10)
const facts = {
  code: 'CDF347',
  until: serverNow + 10 * minute,
  now: serverNow,
  page: 'http://hall/counter/devices',
}
const asked: AskedCode = { ...facts, secret: 'secret-1' }

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})
afterEach(() => void vi.useRealTimers())

/** A screen whose server answers with these, one after another and the last one for ever. */
function screen(...answers: (Posted | null)[]) {
  return screenOf('kiosk', ...answers)
}

function screenOf(kind: ScreenKind, ...answers: (Posted | null)[]) {
  const posts: { path: string; body: object }[] = []
  const onpaired = vi.fn()
  const pairing = new Pairing({
    kind,
    onpaired,
    post: (path, body) => {
      posts.push({ path, body })
      return Promise.resolve((answers.length > 1 ? answers.shift() : answers[0]) ?? null)
    },
  })
  onTestFinished(() => pairing.close())
  return { pairing, posts, onpaired }
}

const ok = (body: unknown): Posted => ({ status: 200, body })
const waiting = ok({ state: 'waiting', ...facts })

/** So long, with all that is asked and answered in it. */
async function after(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
  flushSync()
}

test('a screen asks for a code, shows it in two groups and asks whether it was entered', async () => {
  const { pairing, posts } = screen(ok(asked), waiting)
  expect(pairing.step).toBe('asking')
  await after(0)
  expect(pairing).toMatchObject({ step: 'code', code: 'CDF 347', page: facts.page, lost: false })
  expect(pairing.left).toBe(10 * minute)
  await after(4_000)
  expect(posts).toEqual([
    { path: '/api/pairing', body: { kind: 'kiosk' } },
    { path: '/api/pairing/claim', body: { secret: 'secret-1' } },
    { path: '/api/pairing/claim', body: { secret: 'secret-1' } },
  ])
})

test('a paired screen has its token at once and asks no more', async () => {
  const { pairing, posts, onpaired } = screen(ok(asked), ok({ state: 'paired', token: 'abc' }))
  await after(2_000)
  expect(onpaired.mock.calls).toEqual([['abc']])
  expect(pairing.step).toBe('paired')
  await after(minute)
  expect(posts).toHaveLength(2)
  expect(sessionStorage).toHaveLength(0)
})

test('a code that is over is followed by another', async () => {
  const second = ok({ ...asked, code: 'XYW749', secret: 'secret-2' })
  const { pairing, posts } = screen(
    ok(asked),
    { status: 410, body: { code: 'pairing/expired' } },
    second,
    waiting,
  )
  await after(2_100)
  expect(pairing).toMatchObject({ step: 'code', code: 'XYW 749' })
  await after(2_000)
  expect(posts.at(-1)!.body).toEqual({ secret: 'secret-2' })
})

test('a page that is loaded anew shows the code that it had', async () => {
  const first = screen(ok(asked), waiting)
  await after(2_000)
  first.pairing.close()
  const second = screen(waiting)
  await after(0)
  expect(second.posts).toEqual([{ path: '/api/pairing/claim', body: { secret: 'secret-1' } }])
  expect(second.pairing).toMatchObject({ step: 'code', code: 'CDF 347' })
})

test('what is opened as another kind of screen asks for a code of its own', async () => {
  const first = screen(ok(asked), waiting)
  await after(2_000)
  first.pairing.close()
  const second = screenOf('display', ok({ ...asked, secret: 'secret-2' }), waiting)
  await after(0)
  expect(second.posts).toEqual([{ path: '/api/pairing', body: { kind: 'display' } }])
})

test('while nobody answers the screen says so, keeps what it has and goes on asking', async () => {
  const { pairing } = screen(
    null,
    { status: 502, body: {} },
    ok(asked),
    null,
    { status: 500, body: {} },
    waiting,
  )
  await after(2_000)
  expect(pairing).toMatchObject({ step: 'asking', lost: true })
  await after(2_000)
  expect(pairing).toMatchObject({ step: 'code', lost: false })
  await after(4_000)
  expect(pairing).toMatchObject({ step: 'code', code: 'CDF 347', lost: true })
  await after(2_000)
  expect(pairing.lost).toBe(false)
})

test('a screen that gets no code because too many ask waits longer, and asks again', async () => {
  const { pairing, posts } = screen({ status: 429, body: { code: 'pairing/too-many' } }, ok(asked), waiting)
  await after(9_000)
  expect(pairing).toMatchObject({ step: 'too-many', lost: false })
  expect(posts).toHaveLength(1)
  await after(1_000)
  expect(pairing.step).toBe('code')
})
