import type { Alert } from './alerts.ts'

/** Which alerts were heard and which were seen. One that ended and comes again is a new one. */
export class AlertBoard {
  #seen = $state.raw<ReadonlySet<string>>(new Set())
  #known: ReadonlySet<string> = new Set()

  /** Takes those of now; true if there is one among them that was not there before. */
  take(alerts: readonly Alert[]): boolean {
    const keys = new Set(alerts.map(({ key }) => key))
    const isNew = [...keys].some((key) => !this.#known.has(key))
    this.#known = keys
    const seen = this.#seen.intersection(keys)
    if (seen.size < this.#seen.size) this.#seen = seen
    return isNew
  }

  see({ key }: Alert): void {
    this.#seen = new Set([...this.#seen, key])
  }

  isSeen({ key }: Alert): boolean {
    return this.#seen.has(key)
  }
}
