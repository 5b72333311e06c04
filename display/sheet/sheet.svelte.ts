const patience = 10_000

/** Why there is nothing to tell: the hall does not tell it, or is not set up. */
export type Untold = 'hidden' | 'unconfigured'

/** What a page for the wall knows of the hall: asked for when it is opened, and again when somebody comes back to it. */
export class Sheet<Facts> {
  facts = $state.raw<Facts | null>(null)
  /** When the server last answered, epoch ms; null if it never has. */
  seenAt = $state<number | null>(null)
  /** What became of the last question. */
  last = $state<'asked' | 'answered' | 'unreachable' | 'failed' | Untold>('asked')
  readonly #address: string
  readonly #untold: Readonly<Record<number, Untold>>

  /** `untold`: by status of an answer. */
  constructor(address: string, untold: Readonly<Record<number, Untold>>) {
    this.#address = address
    this.#untold = untold
  }

  async look(now = Date.now): Promise<void> {
    try {
      const answer = await fetch(this.#address, { signal: AbortSignal.timeout(patience) })
      if (answer.ok) {
        this.facts = (await answer.json()) as Facts
        this.seenAt = now()
        this.last = 'answered'
        return
      }
      this.last = this.#untold[answer.status] ?? 'failed'
      if (this.last === 'hidden') this.facts = null
    } catch {
      this.last = 'unreachable'
    }
  }
}
