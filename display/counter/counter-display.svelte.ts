import type { CounterDisplayView } from '#shared/protocol/views.ts'
import type { Line } from '#shared/ui/line.svelte.ts'

import { wallLanguages } from '../hall/wall-languages.ts'

/** What a counter display needs of its line. */
export type CounterLine = Pick<
  Line<CounterDisplayView>,
  'view' | 'status' | 'code' | 'lostAt' | 'seenAt' | 'now'
>

/** How a counter stands, as far as visitors want to know. */
export type Standing = 'called' | 'serving' | 'open' | 'paused' | 'closed' | 'hall-closed'

/** What stands over one desk, to be read from the queue. */
export class CounterDisplay {
  readonly line: CounterLine
  /** The server's time, as of the last tick. */
  now = $state(0)

  /** Why there is nothing to show; null if there is. */
  readonly fault = $derived.by(() => this.#fault())
  /** Beside a number. */
  readonly languages = $derived.by(() => wallLanguages(this.line.view?.hall.languages))

  constructor(line: CounterLine) {
    this.line = line
    this.tick()
  }

  tick(): void {
    this.now = this.line.now()
  }

  #fault(): 'refused' | 'connecting' | 'no-counter' | null {
    const { view, status } = this.line
    if (status === 'refused' || status === 'ended') return 'refused'
    if (!view) return 'connecting'
    return view.label === null ? 'no-counter' : null
  }
}

export function standingOf({ visitor, state, hall }: CounterDisplayView): Standing {
  if (visitor) return visitor.state
  if (state !== 'closed') return state
  return hall.open ? 'closed' : 'hall-closed'
}
