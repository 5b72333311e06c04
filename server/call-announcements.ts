import type { Server } from 'socket.io'

import type { DownFields } from '#shared/protocol/down.ts'
import type { Hall } from '#shared/queue/hall.ts'

import type { Committed } from './hall.ts'

/** Tells the displays of calls and recalls, at once: only these are messages and not views. */
export function announceCalls(io: Server, { hall, happened }: Committed): void {
  for (const { event, ticket, revision } of happened) {
    if (event.type !== 'ticket:called' && event.type !== 'ticket:recalled') continue
    if (ticket?.state !== 'called') continue
    const counter = counterOf(hall, ticket.counter)
    if (!counter) continue
    const { label, zone, direction } = counter
    const again = event.type === 'ticket:recalled'
    io.to('display').emit('ticket:called', {
      call: String(revision),
      label: ticket.label,
      counter: label,
      zone,
      direction,
      at: event.at,
      again,
    } satisfies DownFields<'ticket:called'>)
  }
}

function counterOf(hall: Hall, id: string) {
  return hall.config?.counters.find((counter) => counter.id === id)
}
