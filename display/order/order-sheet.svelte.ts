import type { OrderFacts } from '#shared/protocol/order-facts.ts'

const patience = 10_000

/** What the page knows of the hall's order: asked for when it is opened, and again when somebody comes back to it. */
export class OrderSheet {
  facts = $state.raw<OrderFacts | null>(null)
  /** When the server last answered, epoch ms; null if it never has. */
  seenAt = $state<number | null>(null)
  /** What became of the last question. */
  last = $state<'asked' | 'answered' | 'unconfigured' | 'unreachable' | 'failed'>('asked')

  async look(now = Date.now): Promise<void> {
    try {
      const answer = await fetch('/api/order', { signal: AbortSignal.timeout(patience) })
      if (answer.ok) {
        this.facts = (await answer.json()) as OrderFacts
        this.seenAt = now()
        this.last = 'answered'
      } else this.last = answer.status === 409 ? 'unconfigured' : 'failed'
    } catch {
      this.last = 'unreachable'
    }
  }
}
