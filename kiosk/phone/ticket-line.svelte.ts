import type { PhoneView } from '#shared/protocol/views.ts'
import type { KeptView } from '#shared/ui/kept-view.ts'
import type { Line } from '#shared/ui/line.svelte.ts'

import type { PhoneLine } from './phone.svelte.ts'

export interface TicketLineParts {
  /** From the address: it names one ticket. */
  readonly code: string
  readonly build: string
  readonly kept: KeptView<PhoneView>
}

/** How long the first answer is waited for, and after what a line whose scripts did not come is tried again, in ms. */
const patience = 3_000

/**
 * The line of one ticket. Its scripts are a fourth of the page, so they come while the ticket is shown already: as one
 * request tells it, or as it was when this page was loaded before.
 */
export class TicketLine implements PhoneLine {
  readonly view = $derived.by(() => this.#line?.view ?? this.#first)
  readonly status = $derived.by(() => this.#line?.status ?? 'connecting')
  readonly code = $derived.by(() => this.#line?.code ?? null)
  readonly lostAt = $derived.by(() => (this.#line ? this.#line.lostAt : this.#failedAt))
  readonly seenAt = $derived.by(() => this.#line?.seenAt ?? this.#firstSeenAt)

  readonly #parts: TicketLineParts
  #line = $state.raw<Line<PhoneView> | null>(null)
  #first = $state.raw<PhoneView | null>(null)
  #firstSeenAt = $state<number | null>(null)
  #failedAt = $state<number | null>(null)
  #closed = false

  constructor(parts: TicketLineParts) {
    this.#parts = parts
    const kept = parts.kept.read()
    this.#first = kept?.view ?? null
    this.#firstSeenAt = kept?.seenAt ?? null
    void this.#open()
  }

  now(): number {
    return this.#line?.now() ?? Date.now()
  }

  send: PhoneLine['send'] = async (name, fields) =>
    this.#line?.send(name, fields) ?? { ok: false, error: { code: 'line/lost', details: {} } }

  close(): void {
    this.#closed = true
    this.#line?.close()
  }

  async #open(): Promise<void> {
    const { code, build, kept } = this.#parts
    try {
      const [{ Line }] = await Promise.all([import('#shared/ui/line.svelte.ts'), this.#look()])
      if (this.#closed) return
      this.#line = new Line<PhoneView>({ credential: { kind: 'ticket', code }, build, kept })
    } catch {
      this.#failedAt ??= Date.now()
      if (!this.#closed) setTimeout(() => void this.#open(), patience)
    }
  }

  /** What cannot be had by a request, the line will tell. */
  async #look(): Promise<void> {
    const address = `/api/tickets/${encodeURIComponent(this.#parts.code)}`
    const answer = await fetch(address, { signal: AbortSignal.timeout(patience) }).catch(() => null)
    if (!answer?.ok) return
    const view = (await answer.json()) as PhoneView
    this.#first = view
    this.#firstSeenAt = Date.now()
    this.#parts.kept.write({ view, seenAt: this.#firstSeenAt })
  }
}
