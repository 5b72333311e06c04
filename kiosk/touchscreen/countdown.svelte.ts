/** Whole seconds that run out in sight of the visitor. */
export class Countdown {
  /** Seconds left; null while it does not run. */
  left = $state<number | null>(null)

  readonly #onEnd: () => void
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd
  }

  start(seconds: number): void {
    this.stop()
    this.left = seconds
    this.#timer = setInterval(() => this.#second(), 1_000)
  }

  /** Starts it, unless more than that is left. */
  leaveAtLeast(seconds: number): void {
    if ((this.left ?? 0) < seconds) this.start(seconds)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.left = null
  }

  #second(): void {
    const left = (this.left ?? 0) - 1
    if (left > 0) {
      this.left = left
      return
    }
    this.stop()
    this.#onEnd()
  }
}
