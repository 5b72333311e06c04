import { comesBefore } from './candidate.ts'
import type { Hall } from './hall.ts'
import type { WaitingTicket } from './ticket.ts'

/** How many who wait for the same service come before a ticket. */
export function aheadOf(hall: Hall, ticket: WaitingTicket): number {
  let ahead = 0
  for (const other of hall.tickets.values()) {
    if (other.state === 'waiting' && other.service === ticket.service && comesBefore(other, ticket))
      ahead += 1
  }
  return ahead
}

/** How many wait, by service. */
export function waitingByService(hall: Hall): Map<string, number> {
  const waiting = new Map<string, number>()
  for (const { state, service } of hall.tickets.values()) {
    if (state === 'waiting') waiting.set(service, (waiting.get(service) ?? 0) + 1)
  }
  return waiting
}
