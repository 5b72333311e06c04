import type { DeskView } from '#shared/protocol/views.ts'

export type Longest = DeskView['longest']

/** How much of their target who has used the most of it has used; 0 where nobody waits. */
export function shareOf(longest: Longest, now: number): number {
  return longest ? Math.max(0, (now - longest.since) / longest.targetMs) : 0
}

export type Level = 'attention' | 'stop'

/** Beyond the target somebody should look, beyond twice the target somebody must. */
export function levelOf(share: number): Level | null {
  if (share > 2) return 'stop'
  return share > 1 ? 'attention' : null
}
