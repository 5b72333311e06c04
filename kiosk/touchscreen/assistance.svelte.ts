import type { KioskLine } from './kiosk.svelte.ts'

/** The call for a member of staff to this kiosk. It outlives the visit: who called may not be able to touch again. */
export class Assistance {
  /** The visitor is asked whether to call. */
  question = $state(false)
  failed = $state(false)

  readonly #line: KioskLine

  readonly state = $derived.by(() => this.#line.view?.assistance ?? null)
  readonly offered = $derived.by(() => this.#isOffered())

  constructor(line: KioskLine) {
    this.#line = line
  }

  ask(): void {
    this.failed = false
    this.question = true
  }

  leave(): void {
    this.question = false
  }

  async call(): Promise<void> {
    this.failed = false
    const answer = await this.#line.send('assistance:ask', {})
    this.failed = !answer.ok
    if (answer.ok) this.leave()
  }

  /** The visitor does without, or the colleague has come. */
  async cancel(): Promise<void> {
    await this.#line.send('assistance:cancel', {})
  }

  #isOffered(): boolean {
    const { view, status } = this.#line
    return view !== null && status === 'live' && view.hall.open && view.assistance === null
  }
}
