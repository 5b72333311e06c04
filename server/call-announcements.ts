import type { Server } from 'socket.io'

import type { DownFields } from '#shared/protocol/down.ts'
import type { Language } from '#shared/queue/config.ts'
import type { CalledTicket } from '#shared/queue/ticket.ts'

import { identityOf } from './admission.ts'
import type { Announcements } from './announcements.ts'
import { showsZone, zoneOfRoom } from './display-zone.ts'
import type { Device } from './devices.ts'
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
    const display = soundingIn(io, rooms, counter.zone)
    announcements.called({ call, ticket: ticket.id, display: display?.id ?? null })
    // To no room is to everybody.
    if (rooms.length === 0) continue
    const called: DownFields<'ticket:called'> = {
      call,
      label,
      counter: counter.label,
      zone: zoneName(config, counter.zone),
      direction: counter.direction,
      at: event.at,
      again: event.type === 'ticket:recalled',
      spoken: [],
    }
    const speaking = display?.sound === 'voice' ? [`device:${display.id}`] : []
    io.to(rooms).except(speaking).emit('ticket:called', called)
    // To no room is to everybody.
    if (speaking.length === 0) continue
    const spoken = clipsOf({ label, ...placeToSay(config, counter) }, [languageOf(ticket)])
    io.to(speaking).emit('ticket:called', {
      ...called,
      spoken: spoken.map(({ language, clips }) => ({ language, clips: [...clips] })),
    } satisfies DownFields<'ticket:called'>)
  }
}

/**
 * The display in these rooms that tells the desk how the call was heard: the one that speaks, else one that chimes. Where
 * a zone was configured away several may want to speak: then one of the counter's own zone goes first.
 */
function soundingIn(io: Server, rooms: readonly string[], zone: string): Device | null {
  const { adapter, sockets } = io.of('/')
  const displays = rooms.flatMap((room) =>
    [...(adapter.rooms.get(room) ?? [])].flatMap((id) => {
      const socket = sockets.get(id)
      const identity = socket && identityOf(socket)
      return identity?.kind === 'device' ? [identity.device] : []
    }),
  )
  const speakers = displays.filter(({ sound }) => sound === 'voice')
  const chiming = displays.find(({ sound }) => sound === 'chime')
  return speakers.find((one) => one.zone === zone) ?? speakers[0] ?? chiming ?? null
}
