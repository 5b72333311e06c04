import { mayTake } from '#shared/queue/choose-next.ts'
import { mayCall, type Seat } from '#shared/queue/may-serve.ts'
import type { WaitingTicket } from '#shared/queue/ticket.ts'

import type { DeskMoment } from './desk-moment.ts'

/** Whom a desk may call of those who wait, by whatever command, in the order in which they came. */
export function callableAt({ waiting, order, now }: DeskMoment, seat: Seat): readonly WaitingTicket[] {
  return waiting().filter((ticket) => mayCall(seat, ticket, order, now))
}

/** How many of them its next call may bring. */
export function countForNext(
  { candidates, order, now }: DeskMoment,
  seat: Seat,
  callable: readonly WaitingTicket[],
): number {
  const mayBeNext = (one: WaitingTicket) =>
    !isHeldBack(one) || mayTake(seat, candidates().get(one.id)!, order, now)
  return callable.filter(mayBeNext).length
}

/** Something besides a desk's first choice may keep it from being called there now. */
function isHeldBack({ bound, back, speakers }: WaitingTicket): boolean {
  return bound !== null || back !== null || speakers !== null
}
