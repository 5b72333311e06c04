import { serverIsWell } from '#shared/ui/load-anew.ts'

export interface NewBuildParts {
  /** Something is being sounded or said. */
  readonly isHeard: () => boolean
  readonly reload?: () => void
}

/** So long after a call nobody misses anything of it; in a hall that never rests, at least so long. */
const rest = { usual: 10_000, least: 3_000 }
/** A hall that has not rested for so long is offered less; after twice as long nobody is heard out. */
const patience = 5 * 60_000

/** Takes a new build of the display, or what did not come of this one: at rest, or in a gap between two calls, and only while the server answers. */
export class NewBuild {
  readonly #parts: NewBuildParts
  #calledAt = -Infinity
  #cameAt = 0
  #looking: ReturnType<typeof setInterval> | undefined

  constructor(parts: NewBuildParts) {
    this.#parts = parts
  }

  called(): void {
    this.#calledAt = performance.now()
  }

  /** There is a new build, or a part of this one is missing. */
  take(): void {
    if (this.#looking !== undefined) return
    this.#cameAt = performance.now()
    this.#looking = setInterval(() => void this.#look(), 1_000)
    void this.#look()
  }

  leave(): void {
    clearInterval(this.#looking)
    this.#looking = undefined
  }

  async #look(): Promise<void> {
    if (!this.#isTime() || !(await serverIsWell())) return
    // Meanwhile somebody may have been called.
    if (this.#looking === undefined || !this.#isTime()) return
    this.leave()
    ;(this.#parts.reload ?? (() => location.reload()))()
  }

  #isTime(): boolean {
    const now = performance.now()
    const waited = now - this.#cameAt
    if (now - this.#calledAt < (waited < patience ? rest.usual : rest.least)) return false
    return waited >= 2 * patience || !this.#parts.isHeard()
  }
}
