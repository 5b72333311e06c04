import { callTune, playTune } from '#shared/ui/notes.ts'

const tuneMs = (callTune.notes.length * callTune.every + callTune.lasts / 2) * 1_000

/** The chime before a call. Browsers keep it silent until somebody has touched the page, unless they are told not to. */
export class Chime {
  /** It would be heard, but for a touch. */
  blocked = $state(false)

  readonly #context: AudioContext | null
  /** By the page's clock in ms: the context's own stands still when its sound device goes away. */
  #freeAt = 0
  /** When it last rang, by the context's clock. */
  #rangAt = NaN

  constructor(context: AudioContext | null) {
    this.#context = context
    if (!context) return
    context.onstatechange = () => this.#look(context)
    this.#look(context)
  }

  /** Calls in quick succession are heard one after another. Returns when it has rung, in ms; null if it is silent. */
  ring(): number | null {
    const context = this.#context
    if (context?.state !== 'running') return null
    const { currentTime } = context
    // What is asked of a device that is gone would be heard all at once when it is back.
    if (!this.isHeard && currentTime === this.#rangAt) return null
    const now = performance.now()
    const start = Math.max(now, this.#freeAt)
    playTune(context, callTune, currentTime + (start - now) / 1_000)
    this.#rangAt = currentTime
    this.#freeAt = start + tuneMs
    return this.#freeAt - now
  }

  get isHeard(): boolean {
    return performance.now() < this.#freeAt
  }

  async unblock(): Promise<void> {
    await this.#context?.resume()
  }

  close(): void {
    void this.#context?.close()
  }

  #look(context: AudioContext): void {
    this.blocked = context.state === 'suspended'
  }
}
