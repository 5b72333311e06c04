import type { Page } from 'playwright-core'

declare global {
  interface Window {
    bench: {
      /** From now on until `label` is painted; resolves with when, by the clock that all processes share. */
      watch: (label: string) => void
      painted: Promise<number>
      /** When the first sound since `watch` starts; null before. */
      soundAt: number | null
      /** When the last sound that is known of has ended. */
      silentAt: number
    }
  }
}

/** Before anything else on the page. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(install)
}

export async function watchFor(page: Page, label: string): Promise<void> {
  await page.evaluate((label) => window.bench.watch(label), label)
}

export function painted(page: Page): Promise<number> {
  return page.evaluate(() => window.bench.painted)
}

/** Runs in the page. */
function install(): void {
  const now = () => performance.timeOrigin + performance.now()

  window.bench = {
    painted: new Promise(() => {}),
    soundAt: null,
    silentAt: 0,
    watch(label) {
      window.bench.soundAt = null
      window.bench.painted = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (!document.body.textContent.includes(label)) return
          observer.disconnect()
          // The frame that shows it, and no task in the way.
          requestAnimationFrame(() => setTimeout(() => resolve(now())))
        })
        observer.observe(document.body, { subtree: true, childList: true, characterData: true })
      })
    },
  }

  for (const kind of [AudioScheduledSourceNode, AudioBufferSourceNode]) {
    const { start } = kind.prototype
    kind.prototype.start = function (this: AudioScheduledSourceNode, when = 0, ...rest: number[]) {
      const startsAt = now() + 1_000 * Math.max(0, when - this.context.currentTime)
      const length = this instanceof AudioBufferSourceNode ? (this.buffer?.duration ?? 0) : 1
      window.bench.soundAt ??= startsAt
      window.bench.silentAt = Math.max(window.bench.silentAt, startsAt + 1_000 * length)
      return start.call(this, when, ...(rest as []))
    }
  }
}
