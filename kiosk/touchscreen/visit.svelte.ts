import type { Language } from '#shared/messages/text.ts'
import type { WireAnswer } from '#shared/protocol/down.ts'
import { knownNeeds, type Need } from '#shared/queue/command.ts'

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
  /** On the way from a service to its number, for those who have any to say. */
  | { readonly at: 'needs'; readonly service: string; readonly group: string | null }
  | { readonly at: 'ticket'; readonly given: GivenTicket }

/** A second touch so soon was meant for the screen before, in ms (EN 301 549, 5.8 asks for half a second). */
const doubleTouch = 700

/** One visitor's way through the screens; nothing of it is left for the next. */
export class Visit {
  language = $state<Language>('lt')
  /** What staff are to know, in the order in which it is asked. */
  needs = $state.raw<readonly Need[]>([])
  page = $state.raw<Page>({ at: 'start' })
  /** Rises with every page. */
  step = $state(0)

  #changedAt = -Infinity
  #toggled: { readonly need: Need; readonly at: number } | null = null

  /** Something was chosen that would be lost. */
  get begun(): boolean {
    return this.language !== 'lt' || this.page.at !== 'start' || this.needs.length > 0
  }

  go(page: Page): void {
    this.page = page
    this.step += 1
    this.screenChanged()
  }

  back(): void {
    if (this.page.at === 'needs') this.go({ ...this.page, at: 'service' })
    else this.toServices()
  }

  /** To where the service was chosen. */
  toServices(): void {
    const { page } = this
    const isOfGroup = (page.at === 'service' || page.at === 'needs') && page.group !== null
    this.go(isOfGroup ? { at: 'group', group: page.group } : { at: 'start' })
  }

  /** Says it, or takes it back. The second touch of a double one leaves it as the first has made it. */
  toggleNeed(need: Need): void {
    const at = performance.now()
    if (this.#toggled?.need === need && at - this.#toggled.at < doubleTouch) return
    this.#toggled = { need, at }
    const isSaid = (one: Need) => this.needs.includes(one) !== (one === need)
    this.needs = knownNeeds.filter(isSaid)
  }

  /** For the next visitor. */
  startOver(): void {
    if (this.begun) this.screenChanged()
    this.language = 'lt'
    this.needs = []
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
