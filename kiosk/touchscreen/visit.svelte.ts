import type { Language } from '#shared/messages/text.ts'
import type { WireAnswer } from '#shared/protocol/down.ts'

import type { KioskService } from './choices.ts'

export interface GivenTicket {
  readonly id: string
  readonly label: string
  /** Where its visitor can follow it. */
  readonly url: string | null
  readonly service: KioskService
  /** How many of the same service were waiting when it was asked for. */
  readonly ahead: number
  /** How long it takes, as its paper says it too. */
  readonly promised: WireAnswer['promised']
}

/** How far a visitor has come. */
export type Page =
  | { readonly at: 'start' }
  | { readonly at: 'group'; readonly group: string }
  /** `group`: the one it was found in, or null. */
  | { readonly at: 'service'; readonly service: string; readonly group: string | null }
  | { readonly at: 'ticket'; readonly given: GivenTicket }

/** A second touch so soon was meant for the screen before, in ms (EN 301 549, 5.8 asks for half a second). */
const doubleTouch = 700

/** One visitor's way through the screens; nothing of it is left for the next. */
export class Visit {
  language = $state<Language>('lt')
  page = $state.raw<Page>({ at: 'start' })
  /** Rises with every page. */
  step = $state(0)

  #changedAt = -Infinity

  /** Something was chosen that would be lost. */
  get begun(): boolean {
    return this.language !== 'lt' || this.page.at !== 'start'
  }

  go(page: Page): void {
    this.page = page
    this.step += 1
    this.screenChanged()
  }

  back(): void {
    const { page } = this
    if (page.at === 'service' && page.group !== null) this.go({ at: 'group', group: page.group })
    else this.go({ at: 'start' })
  }

  /** For the next visitor. */
  startOver(): void {
    if (this.begun) this.screenChanged()
    this.language = 'lt'
    this.page = { at: 'start' }
    this.step += 1
  }

  /** Something else stands now where the finger is. */
  screenChanged(): void {
    this.#changedAt = performance.now()
  }

  /** Whether a touch now is the second of a double touch. */
  tooSoon(): boolean {
    return performance.now() - this.#changedAt < doubleTouch
  }
}
