import type { KeptFacts } from '#shared/protocol/kept.ts'

const patience = 10_000

/** What the page knows of promises that were kept: asked for when it is opened, and again when somebody comes back to it. */
export class KeptSheet {
  facts = $state.raw<KeptFacts | null>(null)
  /** When the server last answered, epoch ms; null if it never has. */
  seenAt = $state<number | null>(null)
  /** What became of the last question. `hidden`: the hall does not tell it. */
  last = $state<'asked' | 'answered' | 'hidden' | 'unconfigured' | 'unreachable' | 'failed'>('asked')

  async look(now = Date.now): Promise<void> {
    try {
      const answer = await fetch('/api/kept', { signal: AbortSignal.timeout(patience) })
      if (answer.ok) {
        this.facts = (await answer.json()) as KeptFacts
        this.seenAt = now()
        this.last = 'answered'
        return
      }
      this.last = answer.status === 404 ? 'hidden' : answer.status === 409 ? 'unconfigured' : 'failed'
      if (this.last === 'hidden') this.facts = null
    } catch {
      this.last = 'unreachable'
    }
  }
}
