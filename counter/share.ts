import type { DeskView, SupervisorView } from '#shared/protocol/views.ts'

export type Longest = DeskView['longest']

/** How much of their target who has used the most of it has used; 0 where nobody waits. */
export function shareOf(longest: Longest, now: number): number {
  return longest ? Math.max(0, (now - longest.since) / longest.targetMs) : 0
}

export type Level = 'attention' | 'stop'

const usual = { attentionPercent: 100, stopPercent: 200 }

/** Beyond the target somebody should look, beyond twice the target somebody must, unless the hall says otherwise. */
export function levelOf(
  share: number,
  { attentionPercent, stopPercent }: Omit<SupervisorView['alerts'], 'waitMinutes'> = usual,
): Level | null {
  if (share * 100 > stopPercent) return 'stop'
  return share * 100 > attentionPercent ? 'attention' : null
}
