import type { DeskView, WaitingDeskTicket } from '#shared/protocol/views.ts'

import { summedUp } from './actions.ts'

export type Question =
  | 'finish-with'
  | 'sum-up'
  | 'return'
  | 'park'
  | 'transfer'
  | 'add-service'
  | 'cancel'
  | 'walk-up'
  | 'correct-service'
  | 'change-waiting'
  | 'pause-counter'
  | 'show-keys'
  | 'talk'

/** A question that is open, of whom, and what its clerk has written in answer. */
export interface Asked {
  readonly question: Question
  readonly about: string | null
  readonly clerk: string | null
  written: object | null
}

/** The one question that a desk asks. It outlasts a locked session, and is then asked of the same clerk alone. */
export class OpenQuestion {
  asked = $state.raw<Asked | null>(null)

  readonly #view: () => DeskView | null
  /** Null of one about a visitor who is no longer here, or waits no more. */
  readonly current = $derived.by(() => this.#current())
  /** Whom an open question about one who waits is about. */
  readonly waiting = $derived.by(() => this.#waiting())

  constructor(view: () => DeskView | null, asked: Asked | null) {
    this.#view = view
    this.asked = asked
  }

  open(question: Question, about = this.#about(question)): void {
    this.asked = { question, about, clerk: this.#view()?.me.id ?? null, written: null }
  }

  leave(): void {
    this.asked = null
  }

  /** What has been written so far; `blank` before that. */
  written<T extends object>(blank: T): T {
    const written = $state((this.asked?.written ?? blank) as T)
    if (this.asked) this.asked.written = written
    return written
  }

  #current(): Question | null {
    const view = this.#view()
    if (!this.asked || !view?.shift || view.me.id !== this.asked.clerk) return null
    const { question, about } = this.asked
    if (question === 'change-waiting') return this.waiting ? question : null
    return about === this.#about(question) ? question : null
  }

  #waiting(): WaitingDeskTicket | null {
    return this.#view()?.waiting.find(({ id }) => id === this.asked?.about) ?? null
  }

  #about(question: Question): string | null {
    const view = this.#view()
    if (!view) return null
    return (question === 'sum-up' ? summedUp(view) : view.visitor)?.id ?? null
  }
}
