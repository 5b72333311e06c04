import type { DeskView } from '#shared/protocol/views.ts'

type Parked = DeskView['parked'][number]

/** So long before a parked ticket goes back to the queue its clerk is told (ms). */
export const soon = 2 * 60_000

/** Who was put aside here and is about to go back to the queue: the first of them. */
export function parkedSoon(view: DeskView, now: number): Parked | null {
  return view.parked.find((one) => isOfHere(one, view) && one.until - now <= soon) ?? null
}

/** It is kept for this clerk, at whichever counter that is by now, or was put aside at this counter for anybody. */
export function isOfHere({ keptFor, counter }: Parked, { me, shift }: DeskView): boolean {
  if (shift === null) return false
  return keptFor && 'clerk' in keptFor ? keptFor.clerk === me.id : counter === shift.counter
}
