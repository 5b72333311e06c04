import type { KeptFacts, KeptPart } from '#shared/protocol/kept.ts'

import { ask } from '../ask.ts'

/** Whether the hall's promises are kept, as the server last said. */
export class Promises {
  facts = $state.raw<KeptFacts | null>(null)
  /** What became of the last question. */
  last = $state<'asked' | 'answered' | 'unconfigured' | 'unreachable' | 'failed'>('asked')
  /** When the server last answered, epoch ms; null if it never has. */
  seenAt = $state<number | null>(null)
  period = $state<'week' | 'today'>('week')

  readonly part: KeptPart | null = $derived(this.facts && this.facts[this.period])
  /** Nothing was promised on any of the days. */
  readonly isEmpty = $derived(this.last === 'unconfigured' || this.facts?.week.total.given === 0)

  async refresh(now = Date.now): Promise<void> {
    const asked = await ask<KeptFacts>('GET', '/api/promises')
    if (asked.ok) {
      this.facts = asked.value
      this.seenAt = now()
      this.last = 'answered'
    } else if (asked.code === 'line/lost') this.last = 'unreachable'
    else this.last = asked.code === 'hall/not-configured' ? 'unconfigured' : 'failed'
  }
}
