import type { FoundTicket, FoundTickets } from '#shared/protocol/found-tickets.ts'

import { ask } from '../settings/ask.ts'
import { asRead } from './reader-keys.ts'
import type { Refusal } from './reception.svelte.ts'

/** Looks for today's tickets, the ended ones too, and keeps what it found as it is by now. */
export class Finding {
  asked = $state('')
  /** Null before anybody asked. */
  tickets = $state.raw<readonly FoundTicket[] | null>(null)
  refusal = $state.raw<Refusal | null>(null)
  busy = $state(false)

  /** What the tickets that are shown were asked for with. */
  #shown = ''
  #again = false

  async look(asked: string): Promise<void> {
    this.asked = asRead(asked.trim())
    if (this.asked === '') return this.leave()
    this.#shown = this.asked
    await this.#ask()
  }

  /** The hall has changed: what is shown may have. */
  async again(): Promise<void> {
    if (this.tickets !== null) await this.#ask()
  }

  leave(): void {
    this.asked = ''
    this.tickets = null
    this.refusal = null
  }

  /** One question at a time; what changes meanwhile is asked for after it. */
  async #ask(): Promise<void> {
    if (this.busy) {
      this.#again = true
      return
    }
    this.busy = true
    const shown = this.#shown
    const found = await ask<FoundTickets>('GET', `/api/reception/find?q=${encodeURIComponent(shown)}`)
    this.busy = false
    if (found.ok) {
      this.tickets = found.value.tickets
      this.refusal = null
    } else this.refusal = found
    if (!this.#again && shown === this.#shown) return
    this.#again = false
    await this.#ask()
  }
}
