import type { DeskView } from '#shared/protocol/views.ts'
import { recall, remember } from '#shared/ui/tab-memory.ts'

type Counter = DeskView['counters'][number]

const ofTab = 'eile-desk-counter'
const ofMachine = 'eile-counter-here'

/** At each tick: where this machine stands, and which counter this window has open. */
export function noteCounter({ shift, counters }: DeskView): void {
  if (shift) {
    if (recall(ofTab) === shift.counter) return
    remember(ofTab, shift.counter)
    localStorage.setItem(ofMachine, shift.counter)
  } else if (counters.some(({ id, state }) => id === recall(ofTab) && state === 'closed')) remember(ofTab, '')
}

/** The counter that a colleague took over while this window had it open. */
export function takenFromHere({ me, shift, counters }: DeskView): Counter | null {
  const was = shift ? undefined : counters.find(({ id }) => id === recall(ofTab))
  return was && was.clerkId !== null && was.clerkId !== me.id ? was : null
}

/** As they are listed: the one that was opened last on this machine before the others. */
export function ownFirst(counters: readonly Counter[]): readonly Counter[] {
  return counters.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
}

export function isOwn({ id }: Counter): boolean {
  return id === localStorage.getItem(ofMachine)
}
