import { callTune, playTune } from '#shared/ui/notes.ts'

/** The chime before a call. Browsers keep it silent until somebody has touched the page, unless they are told not to. */
export class Chime {
  /** It would be heard, but for a touch. */
  blocked = $state(false)

  readonly #context: AudioContext | null
  #freeAt = 0

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
    const start = Math.max(context.currentTime, this.#freeAt)
    playTune(context, callTune, start)
    this.#freeAt = start + callTune.notes.length * callTune.every + callTune.lasts / 2
    return (this.#freeAt - context.currentTime) * 1_000
  }

  get isHeard(): boolean {
    return this.#context !== null && this.#context.currentTime < this.#freeAt
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
