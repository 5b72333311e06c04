import type { Turn } from './service-past.ts'
import type { Usual } from './usual.ts'

/** How today's turns compare with the usual ones at the same times of day. Minutes. */
export class Pace {
  #turns = 0
  #usual = 0

  called({ turn }: Turn, at: number, usual: Usual | undefined): void {
    if (!usual) return
    this.#turns += turn
    this.#usual += usual.turnAt(at)
  }

  /** 1 as usual, above it slower; shrunk to `before` by so many usual minutes. */
  times(before: number, minutes: number): number {
    return (this.#turns + before * minutes) / (this.#usual + minutes)
  }
}
