/** How near the end of its promise a ticket is: beyond it, about to be beyond it, or neither. */
export type Urgency = 'over' | 'near' | 'calm'

interface Pressing {
  readonly since: number
  readonly targetMs: number
  readonly promised: { readonly until: number; readonly kept: boolean } | null
}

/** What is left when the end counts as near, in ms. */
const near = 5 * 60_000

/** Until when a ticket should be called: as promised, or, if nothing was, by the target of its service. */
export function deadlineOf({ since, targetMs, promised }: Pressing): number {
  return promised?.until ?? since + targetMs
}

export function urgencyOf(ticket: Pressing, now: number): Urgency {
  const left = deadlineOf(ticket) - now
  if (left <= 0) return 'over'
  return left < near || ticket.promised?.kept === false ? 'near' : 'calm'
}
