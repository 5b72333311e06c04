import { Countdown } from './countdown.svelte.ts'

/** When nobody touches the screen any more, in seconds; who needs longer is warned for 20 (WCAG 2.2.1). */
const idle = { quiet: 30, warning: 20 }

export interface IdleParts {
  /** Whether anybody would lose anything now. */
  readonly inUse: () => boolean
  readonly onEnd: () => void
}

/** Notices that the visitor has gone, and asks first. Every touch begins it anew, however often. */
export class Idle {
  readonly warning: Countdown

  readonly #parts: IdleParts
  #quiet: ReturnType<typeof setTimeout> | undefined

  constructor(parts: IdleParts) {
    this.#parts = parts
    this.warning = new Countdown(parts.onEnd)
  }

  touched(): void {
    this.stop()
    this.#quiet = setTimeout(() => this.#nobodyTouches(), idle.quiet * 1_000)
  }

  stop(): void {
    this.warning.stop()
    clearTimeout(this.#quiet)
  }

  #nobodyTouches(): void {
    if (this.#parts.inUse()) this.warning.start(idle.warning)
    else this.#parts.onEnd()
  }
}
