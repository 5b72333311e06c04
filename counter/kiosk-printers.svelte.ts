import type { KioskPrinters as Answer } from '#shared/protocol/found-tickets.ts'
import type { View } from '#shared/protocol/views.ts'
import type { Line } from '#shared/ui/line.svelte.ts'
import { recall, remember } from '#shared/ui/tab-memory.ts'

import { ask } from './settings/ask.ts'

const kept = 'eile-kiosk-printer'

/** The kiosks at which staff can have something printed; the tab remembers which was chosen. */
export class KioskPrinters {
  kiosks = $state.raw<Answer['kiosks']>([])
  /** What became of what was printed last. */
  paper = $state<'printing' | 'printed' | 'failed' | null>(null)
  #chosen = $state(recall(kept) ?? '')

  /** The first of them, if the one that was chosen is not there any more. */
  readonly chosen = $derived.by(() => {
    const known = this.kiosks.some(({ id }) => id === this.#chosen)
    return known ? this.#chosen : (this.kiosks[0]?.id ?? '')
  })

  /** One printer that works needs no words. */
  readonly asksWhere = $derived.by(() => this.kiosks.length > 1 || !this.kiosks.every(printsWell))

  choose(kiosk: string): void {
    this.#chosen = kiosk
    remember(kept, kiosk)
  }

  async look(): Promise<void> {
    const asked = await ask<Answer>('GET', '/api/reception/printers')
    if (asked.ok) this.kiosks = asked.value.kiosks
  }

  /** At the one that is chosen. Not as a desk sends the rest: no view tells of paper, so that nothing else has to wait for it. */
  async print(line: Pick<Line<View>, 'send'>, name: 'ticket:print' | 'ticket:print-summary', ticket: string) {
    this.paper = 'printing'
    const answer = await line.send(name, { ticket, kiosk: this.chosen })
    this.paper = answer.ok ? 'printed' : 'failed'
    if (!answer.ok) await this.look()
  }
}

export function printsWell({ state }: Answer['kiosks'][number]): boolean {
  return state === 'ready' || state === 'unverifiable'
}
