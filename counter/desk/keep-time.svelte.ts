import { untrack } from 'svelte'

import type { Desk } from './desk.svelte.ts'

/** Ticks each second, and at each beat of the line: of a page behind others browsers hold timers back for up to a minute. */
export function keepTime(desk: Desk): void {
  $effect(() => {
    const timer = setInterval(() => desk.tick(), 1_000)
    return () => clearInterval(timer)
  })
  $effect(() => {
    void desk.line.seenAt
    untrack(() => desk.tick())
  })
}
