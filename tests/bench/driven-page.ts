import type { CDPSession, Page } from 'playwright-core'

declare global {
  interface Window {
    /** The other end of the page's line: its frames, as Socket.IO sends them. */
    benchSend: (frame: string) => void
    /** Lets so much time pass at once, with all timers that fall due. */
    benchPass: (ms: number) => Promise<void>
  }
}

/**
 * Gives a page a clock and a line that are driven from within it: twelve hours pass in seconds. Until `benchPass` is called
 * first the clock runs by itself. What the page says on its line is answered with that all is well.
 */
export async function driveFromWithin(page: Page, startsAt: number): Promise<void> {
  await page.addInitScript(install, startsAt)
}

/** Each time the page is told these messages, and lets so much time pass until the next. */
export async function tellInTurns(page: Page, told: readonly unknown[][], everyMs: number): Promise<void> {
  await page.evaluate(goOn, { told, everyMs })
}

/** What of the page's heap is in use, in MB, once it was cleared of what nobody needs. */
export async function usedHeap(devtools: CDPSession): Promise<number> {
  for (let n = 0; n < 3; n += 1) await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value / 1_000_000
}

/** Runs in the page. */
async function goOn({ told, everyMs }: { told: readonly unknown[][]; everyMs: number }): Promise<void> {
  const beatEvery = 5_000
  for (const messages of told) {
    for (const message of messages) window.benchSend(`42${JSON.stringify(message)}`)
    for (let passed = 0; passed < everyMs; passed += beatEvery) {
      await window.benchPass(beatEvery)
      window.benchSend(`42${JSON.stringify(['line:beaten', { now: Date.now() }])}`)
    }
  }
}

/** Runs in the page. */
function install(startsAt: number): void {
  type Work = (...fields: unknown[]) => void
  const timers = new Map<number, { at: number; every: number | null; work: Work }>()
  let now = 0
  let lastId = 0

  function add(work: Work, ms: number, every: number | null): number {
    lastId += 1
    timers.set(lastId, { at: now + Math.max(ms, 1), every, work })
    return lastId
  }

  async function pass(ms: number): Promise<void> {
    for (const end = now + ms; ;) {
      const due = [...timers].filter(([, { at }]) => at <= end)
      const [id, timer] = due.reduce((one, other) => (other[1].at < one[1].at ? other : one), due[0]!) ?? []
      if (id === undefined || timer === undefined) return void (now = end)
      now = Math.max(now, timer.at)
      if (timer.every === null) timers.delete(id)
      else timer.at = now + timer.every
      timer.work(now)
      // What was promised meanwhile is kept before the next.
      await Promise.resolve()
      await Promise.resolve()
    }
  }

  const clear = (id: number) => void timers.delete(id)
  const real = { now: performance.now.bind(performance), setInterval, clearInterval }
  let last = real.now()
  const running = real.setInterval.call(
    window,
    () => {
      const passed = real.now() - last
      last += passed
      void pass(passed)
    },
    10,
  )
  window.benchPass = (ms) => {
    real.clearInterval.call(window, running)
    return pass(ms)
  }
  // Its clock cannot be driven.
  Reflect.deleteProperty(window, 'AudioContext')
  Date.now = () => startsAt + now
  performance.now = () => now
  Object.assign(window, {
    setTimeout: (work: Work, ms = 0) => add(work, ms, null),
    setInterval: (work: Work, ms = 0) => add(work, ms, Math.max(ms, 1)),
    requestAnimationFrame: (work: Work) => add(work, 16, null),
    clearTimeout: clear,
    clearInterval: clear,
    cancelAnimationFrame: clear,
    WebSocket: class {
      onopen: (() => void) | null = null
      onmessage: ((message: { data: string }) => void) | null = null
      readonly readyState = 1
      constructor() {
        window.benchSend = (data) => this.onmessage?.({ data })
        setTimeout(() => {
          this.onopen?.()
          window.benchSend(
            '0{"sid":"bench","upgrades":[],"pingInterval":90000000,"pingTimeout":90000000,"maxPayload":100000}',
          )
        })
      }
      send(text: string): void {
        const [, command] = /^42(\d+)\[/.exec(text) ?? []
        if (command) window.benchSend(`43${command}[{"ok":true,"answer":{}}]`)
        if (!text.startsWith('40')) return
        const { build } = JSON.parse(text.slice(2)) as { build: string }
        const welcome = { build, now: Date.now(), name: 'Ekranas' }
        setTimeout(() => {
          window.benchSend('40{"sid":"bench"}')
          window.benchSend(`42${JSON.stringify(['hall:welcomed', welcome])}`)
        })
      }
      close(): void {}
    },
  })
}
