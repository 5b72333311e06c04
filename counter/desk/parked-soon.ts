import type { DeskView } from '#shared/protocol/views.ts'

type Parked = DeskView['parked'][number]

/** So long before a parked ticket goes back to the queue its counter is told (ms). */
export const soon = 2 * 60_000

/** Who was put aside at this counter and is about to go back to the queue: the first of them. */
export function parkedSoon({ parked, shift }: DeskView, now: number): Parked | null {
  return parked.find(({ counter, until }) => counter === shift?.counter && until - now <= soon) ?? null
}
