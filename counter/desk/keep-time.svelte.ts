import { untrack } from 'svelte'

import type { Desk } from './desk.svelte.ts'

/**
 * Ticks each second, and at each beat of the line: of a page behind others browsers hold timers back for up to a minute.
 * What a view brings is painted first, before all times are told anew and the rest of the page follows.
 */
export function keepTime(desk: Desk): void {
  $effect(() => {
    const timer = setInterval(() => desk.tick(), 1_000)
    return () => clearInterval(timer)
  })
  $effect(() => {
    void desk.line.seenAt
    // A page that is not seen paints nothing.
    if (document.hidden) return untrack(() => desk.tick())
    let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(() => desk.tick())))
    return () => cancelAnimationFrame(frame)
  })
}
