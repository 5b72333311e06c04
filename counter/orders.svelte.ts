import type { UpFields, UpName } from '#shared/protocol/up.ts'
import type { View } from '#shared/protocol/views.ts'
import type { Line } from '#shared/ui/line.svelte.ts'

/** What a page of staff has the server do, one after another, and why the last was not done. */
export class Orders {
  /** Until the next order, or until it was read. */
  refusal = $state.raw<{
    readonly code: string
    readonly details: Readonly<Record<string, string | number>>
  } | null>(null)

  readonly #line: Pick<Line<View>, 'status' | 'send'>

  readonly live = $derived.by(() => this.#line.status === 'live')

  constructor(line: Pick<Line<View>, 'status' | 'send'>) {
    this.#line = line
  }

  /** True if it was accepted; nothing is sent while the line is down. */
  async send<N extends UpName>(name: N, fields: UpFields<N>): Promise<boolean> {
    if (!this.live) return false
    this.refusal = null
    const answer = await this.#line.send(name, fields)
    if (!answer.ok) this.refusal = answer.error
    return answer.ok
  }

  dismiss(): void {
    this.refusal = null
  }
}
