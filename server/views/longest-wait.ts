import type { DeskView } from '#shared/protocol/views.ts'
import { targetMsOf } from '#shared/queue/order.ts'
import type { WaitingTicket } from '#shared/queue/ticket.ts'

import type { DeskHall } from './desk-hall.ts'

/** Who has waited most minutes, if that is not who has used the largest share of their target. */
export function oldestWait(
  queue: readonly WaitingTicket[],
  longest: DeskView['longest'],
): { readonly label: string; readonly since: number } | null {
  const oldest = queue.reduce((one, other) => (other.since < one.since ? other : one), queue[0]!)
  if (!longest || oldest.since >= longest.since) return null
  return { label: oldest.label, since: oldest.since }
}

/** Who has used the largest share of their target. Of an appointment before its time nothing is used up yet. */
export function longestWait(
  { order, now }: Pick<DeskHall, 'order' | 'now'>,
  queue: readonly WaitingTicket[],
): DeskView['longest'] {
  let longest: DeskView['longest'] = null
  let largest = 0
  for (const ticket of queue) {
    const targetMs = targetMsOf(order, ticket)
    const share = (now - ticket.since) / targetMs
    if (share < 0 || (longest && share <= largest)) continue
    largest = share
    longest = { label: ticket.label, since: ticket.since, targetMs }
  }
  return longest
}
