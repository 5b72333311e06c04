import { recall, remember } from '#shared/ui/tab-memory.ts'

const kept = 'eile-desk-auto-call'

/**
 * A clerk's switch: while it is on, a free counter calls the next by itself after a pause in which that can be stopped.
 * It belongs to this tab, so that of two windows of one counter only one calls.
 */
export class AutoCall {
  on = $state(recall(kept) === 'on')
  /** When the next is called. */
  due = $state<number | null>(null)
  #stopped = false

  switchTo(on: boolean): void {
    this.on = on
    this.#stopped = false
    this.due = null
    remember(kept, on ? 'on' : 'off')
  }

  /** The next is not called by itself until somebody has been at the counter. */
  stop(): void {
    this.#stopped = true
    this.due = null
  }

  /** At each tick: whether it is time to call. */
  isTime(
    counter: { readonly taken: boolean; readonly ready: boolean },
    seconds: number,
    now: number,
  ): boolean {
    if (counter.taken) this.#stopped = false
    if (!this.on || this.#stopped || !counter.ready) {
      this.due = null
      return false
    }
    this.due ??= now + seconds * 1_000
    if (now < this.due) return false
    this.due = null
    return true
  }
}
