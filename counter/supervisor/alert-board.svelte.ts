import { goesTo } from '../help-calls.ts'
import type { Alert } from './alerts.ts'

/** Which alerts were heard and which were seen. One that ended and comes again is a new one. */
export class AlertBoard {
  #seen = $state.raw<readonly string[]>([])
  #known: readonly string[] = []

  /** Takes those of now; true if there is one among them that was not there before. */
  take(alerts: readonly Alert[]): boolean {
    const keys = alerts.map(({ key }) => key)
    const isNew = keys.some((key) => !this.#known.includes(key))
    this.#known = keys
    const seen = this.#seen.filter((key) => keys.includes(key))
    if (seen.length < this.#seen.length) this.#seen = seen
    return isNew
  }

  see({ key }: Alert): void {
    this.#seen = [...this.#seen, key]
  }

  /** Somebody has seen it here, or goes where help is asked for. */
  isSeen(alert: Alert): boolean {
    return this.#seen.includes(alert.key) || (alert.kind === 'help' && goesTo(alert.call) !== null)
  }
}
