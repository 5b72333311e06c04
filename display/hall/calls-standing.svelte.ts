import { layOutStanding } from '#shared/display/standing-layout.ts'

import { shown, type HallDisplay, type Heard, type ShownCall } from './hall-display.svelte.ts'
import { mostStanding, settled, withCall, type Call, type Standing } from './standing.ts'

/** Which calls of a moment ago stand over the list. */
export class CallsStanding {
  readonly #display: HallDisplay
  readonly #known = new WeakSet<Heard>()
  #standing = $state.raw<readonly Standing[]>([])

  /** In their order. Who has come or was taken back is gone at once. */
  readonly now = $derived.by((): readonly ShownCall[] =>
    this.#display.line.status === 'live'
      ? this.#standing
          .filter(({ call, since }) => since !== null && this.#isAwaited(call))
          .map(({ call }) => shown(call))
      : [],
  )

  constructor(display: HallDisplay) {
    this.#display = display
  }

  /** At every call and every tick. What was called before the line went is in the list, and does not come back large. */
  settle(): void {
    const { heard, line, now } = this.#display
    for (const one of heard.toReversed()) {
      if (!this.#known.has(one)) this.#standing = withCall(this.#standing, one.call)
      this.#known.add(one)
    }
    if (line.status !== 'live') this.#standing = []
    if (this.#standing.length === 0) return
    const isAwaited = (call: Call) => this.#isAwaited(call)
    this.#standing = settled(this.#standing, { places: this.#places(), now, isAwaited })
  }

  #places(): number {
    const { line, picture, beside } = this.#display
    const calls = this.#standing.map(({ call }) => call)
    const { places } = layOutStanding(line.view?.panel ?? null, picture, calls, beside, mostStanding)
    return Math.min(mostStanding, places)
  }

  /** No view that has come since says otherwise. */
  #isAwaited(call: Call): boolean {
    const { heard, line } = this.#display
    if (heard.some((one) => one.call === call && one.over === line.view)) return true
    return (line.view?.calls ?? []).some(
      ({ label, counter, state }) => label === call.label && counter === call.counter && state === 'called',
    )
  }
}
