import { flushSync, mount, unmount, type Component } from 'svelte'
import { afterEach, beforeEach, vi } from 'vitest'

let answer: () => Promise<Response>
let page: object

/** Opens a sheet for the wall on a server that answers as it is told. To be called once in a file or a `describe`. */
export function sheetOf(sheet: Component) {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('fetch', () => answer())
  })

  afterEach(() => {
    void unmount(page)
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  async function settle() {
    flushSync()
    await vi.advanceTimersByTimeAsync(0)
    flushSync()
  }

  return {
    async open(answered: () => Promise<Response>) {
      answer = answered
      page = mount(sheet, { target: document.body })
      await settle()
    },
    answers(answered: () => Promise<Response>) {
      answer = answered
    },
    settle,
    /** The languages in which it stands there. */
    spoken: () => [...document.querySelectorAll<HTMLElement>('main section')].map(({ lang }) => lang),
  }
}

export const told = (facts: object) => () => Promise.resolve(Response.json(facts))
export const refused = (status: number) => () => Promise.resolve(Response.json({}, { status }))
