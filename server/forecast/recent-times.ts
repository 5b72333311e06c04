/** Minutes at which something happened, in order; answers how often lately. Forgets what is over an hour old. */
export class RecentTimes {
  #times: number[] = []
  #from = 0

  add(at: number): void {
    this.#times.push(at)
    while (this.#times[this.#from]! < at - 60) this.#from += 1
    if (this.#from < 512) return
    this.#times = this.#times.slice(this.#from)
    this.#from = 0
  }

  /** How many in `(now - minutes, now]`, of at most the last 60 minutes. */
  within(minutes: number, now: number): number {
    let first = this.#times.length
    while (first > this.#from && this.#times[first - 1]! > now - minutes) first -= 1
    return this.#times.length - first
  }
}
