import type { Server } from 'socket.io'

import type { DownFields } from '#shared/protocol/down.ts'

import { showsZone, zoneOfRoom } from './display-zone.ts'
import type { Committed } from './hall.ts'
import { zoneName } from './zone-name.ts'

/** Tells the displays of the counter's zone of calls and recalls, at once: only these are messages and not views. */
export function announceCalls(io: Server, { hall: { config }, happened }: Committed): void {
  if (!config) return
  for (const { event, ticket } of happened) {
    if (event.type !== 'ticket:called' && event.type !== 'ticket:recalled') continue
    if (ticket?.state !== 'called') continue
    const counter = config.counters.find(({ id }) => id === ticket.counter)
    if (!counter) continue
    const rooms = [...io.of('/').adapter.rooms.keys()].filter((room) => {
      const zone = zoneOfRoom(room)
      return zone !== undefined && showsZone(config, zone, counter.zone)
    })
    // To no room is to everybody.
    if (rooms.length === 0) continue
    io.to(rooms).emit('ticket:called', {
      call: ticket.changed,
      label: ticket.label,
      counter: counter.label,
      zone: zoneName(config, counter.zone),
      direction: counter.direction,
      at: event.at,
      again: event.type === 'ticket:recalled',
      spoken: [],
    } satisfies DownFields<'ticket:called'>)
  }
}
