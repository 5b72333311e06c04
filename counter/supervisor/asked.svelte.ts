import { ask } from '../settings/ask.ts'

/** What the server works out seldom, asked for as seldom. What was answered last stays while an answer does not come. */
export class Asked<T> {
  value = $state.raw<T | null>(null)
  /** The last time nothing came. */
  failed = $state(false)
  /** There is nothing to tell yet. */
  nothing = $state(false)

  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  async refresh(): Promise<void> {
    const answer = await ask<T>('GET', this.#path)
    this.nothing = !answer.ok && answer.code === 'day/not-open'
    this.failed = !answer.ok && !this.nothing
    if (answer.ok) this.value = answer.value
    else if (this.nothing) this.value = null
  }

  /** Until the returned function is called. */
  keepAsking(everyMs: number): () => void {
    void this.refresh()
    const timer = setInterval(() => void this.refresh(), everyMs)
    return () => clearInterval(timer)
  }
}
