import type { DeskView } from '#shared/protocol/views.ts'

/** Hears of who comes to a free desk for which nobody waited: its clerk may be looking elsewhere. */
export class Arrivals {
  /** How many waited at the last view; null while no counter is open. */
  #waited: number | null = null

  /** At each view: whether somebody has come. */
  take({ shift, visitor, waitingForMe }: DeskView): boolean {
    const wasEmpty = this.#waited === 0
    this.#waited = shift ? waitingForMe : null
    return wasEmpty && shift !== null && visitor === null && waitingForMe > 0
  }
}
