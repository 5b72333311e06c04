import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { openQueue } from '#server/voice/queue-of-work.ts'

const restMs = 200

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** What follows from an end happens, and what rests has rested. */
async function passes(ms = restMs) {
  await new Promise((resolve) => setImmediate(resolve))
  await vi.advanceTimersByTimeAsync(ms)
}

/** Works that end when they are told to. */
function works() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  return {
    begun,
    work: (key: string) => () => {
      begun.push(key)
      return new Promise<void>((resolve) => ends.set(key, resolve))
    },
    end: (key: string) => ends.get(key)!(),
  }
}

test('no more are done at once than may be, and what is urgent goes ahead, in its order', async () => {
  const { begun, work, end } = works()
  const queue = openQueue({ atOnce: 2, longest: 100, restMs })
  const add = (key: string, isUrgent = false) => queue.add(key, work(key), isUrgent)
  const done = ['a', 'b', 'c'].map((key) => add(key))
  done.push(...['d', 'e', 'f'].map((key) => add(key, true)))
  expect(begun).toEqual(['a', 'd'])
  for (const key of ['a', 'd', 'e', 'f', 'b', 'c']) {
    end(key)
    await passes()
  }
  await Promise.all(done)
  expect(begun).toEqual(['a', 'd', 'e', 'f', 'b', 'c'])
})

test('what is not urgent is done one at a time with a rest between, for which nothing urgent waits', async () => {
  const { begun, work, end } = works()
  const queue = openQueue({ atOnce: 2, longest: 100, restMs })
  const calm = ['a', 'b'].map((key) => queue.add(key, work(key), false))
  end('a')
  await passes(restMs - 1)
  expect(begun).toEqual(['a'])
  const urgent = queue.add('u', work('u'), true)
  expect(begun).toEqual(['a', 'u'])
  await passes(1)
  expect(begun).toEqual(['a', 'u'])
  end('u')
  await passes()
  expect(begun).toEqual(['a', 'u', 'b'])
  end('b')
  await Promise.all([...calm, urgent])
})

test('what is asked for again meanwhile is done once, sooner if it has become urgent', async () => {
  const { begun, work, end } = works()
  const queue = openQueue({ atOnce: 1, longest: 100, restMs })
  const first = queue.add('a', work('a'), false)
  const others = ['b', 'c'].map((key) => queue.add(key, work(key), false))
  const again = queue.add('c', work('c'), true)
  end('a')
  await first
  expect(begun).toEqual(['a', 'c'])
  end('c')
  await again
  await passes()
  end('b')
  await Promise.all(others)
  expect(begun).toEqual(['a', 'c', 'b'])
})

test('of a flood only so many wait, the others are refused, and what is urgent still has room', async () => {
  const { begun, work, end } = works()
  const queue = openQueue({ atOnce: 1, longest: 3, restMs })
  const add = (key: string, isUrgent = false) => queue.add(key, work(key), isUrgent).then(() => key, String)
  const all = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => add(key))
  const urgent = add('u', true)
  for (const key of ['a', 'u', 'b', 'c']) {
    end(key)
    await passes()
  }
  expect(begun).toEqual(['a', 'u', 'b', 'c'])
  expect(await urgent).toBe('u')
  const refused = 'Error: too much is asked for at once'
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', refused, refused, refused])
})

test('one that fails keeps nobody from being next', async () => {
  const queue = openQueue({ atOnce: 1, longest: 3, restMs })
  const fails = queue.add('a', () => Promise.reject(new Error('no')), false)
  const next = queue.add('b', async () => {}, false)
  await expect(fails).rejects.toThrow('no')
  await passes()
  await next
})

test('closing waits for what is under way and refuses the rest', async () => {
  const { work, end } = works()
  const queue = openQueue({ atOnce: 1, longest: 3, restMs })
  const first = queue.add('a', work('a'), false)
  const second = queue.add('b', work('b'), false).catch(String)
  let isClosed = false
  const closed = queue.close().then(() => (isClosed = true))
  expect(await second).toContain('closed')
  expect(isClosed).toBe(false)
  end('a')
  await Promise.all([first, closed])
  await expect(queue.add('c', work('c'), false)).rejects.toThrow('closed')
})
