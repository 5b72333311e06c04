import type { Server } from 'socket.io'

import type { DownFields } from '#shared/protocol/down.ts'
import type { Language } from '#shared/queue/config.ts'
import type { CalledTicket } from '#shared/queue/ticket.ts'

import { identityOf } from './admission.ts'
import type { Announcements } from './announcements.ts'
import { showsZone, zoneOfRoom } from './display-zone.ts'
import type { Committed } from './hall.ts'
import { placeToSay } from './voice/call-to-say.ts'
import type { Voice } from './voice/voice.ts'
import { zoneName } from './zone-name.ts'

export interface CallParts {
  readonly clipsOf: Voice['clipsOf']
  /** In which language a ticket's visitor is called besides Lithuanian. */
  readonly languageOf: (ticket: CalledTicket) => Language
  readonly announcements: Pick<Announcements, 'called'>
}

/** Tells the displays of the counter's zone of calls and recalls, at once: only these are messages and not views. */
export function announceCalls(
  io: Server,
  { hall: { config }, happened }: Committed,
  { clipsOf, languageOf, announcements }: CallParts,
): void {
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
    const { label, changed: call } = ticket
    const speakers = speakersIn(io, rooms)
    announcements.called({ call, ticket: ticket.id, speakers, at: event.at })
    // To no room is to everybody.
    if (rooms.length === 0) continue
    const said = { label, ...placeToSay(config, counter) }
    const spoken = speakers.length > 0 ? clipsOf(said, [languageOf(ticket)]) : []
    io.to(rooms).emit('ticket:called', {
      call,
      label,
      counter: counter.label,
      zone: zoneName(config, counter.zone),
      direction: counter.direction,
      at: event.at,
      again: event.type === 'ticket:recalled',
      spoken: spoken.map(({ language, clips }) => ({ language, clips: [...clips] })),
    } satisfies DownFields<'ticket:called'>)
  }
}

/** The displays in these rooms that speak. */
function speakersIn(io: Server, rooms: readonly string[]): string[] {
  const { adapter, sockets } = io.of('/')
  return rooms.flatMap((room) =>
    [...(adapter.rooms.get(room) ?? [])].flatMap((id) => {
      const socket = sockets.get(id)
      const identity = socket && identityOf(socket)
      return identity?.kind === 'device' && identity.device.sound === 'voice' ? [identity.device.id] : []
    }),
  )
}
