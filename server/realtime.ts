import type { Server as HttpServer } from 'node:http'

import type { Logger } from 'pino'
import { Server, type Socket } from 'socket.io'

import type { Acknowledgement, DownFields, DownName } from '#shared/protocol/down.ts'
import type { ErrorCode } from '#shared/protocol/error.ts'
import { isLiving, type CalledTicket, type EndedTicket } from '#shared/queue/ticket.ts'

import { admit, identityOf, refusal, roomsOf } from './admission.ts'
import { askerOf } from './asker.ts'
import { announceCalls } from './call-announcements.ts'
import { openChannels } from './channels.ts'
import { carryOut, type CommandParts } from './commands.ts'
import type { IdentityParts } from './identity.ts'
import { lettingIn } from './letting-in.ts'
import { hangUp, watchLines } from './line-watch.ts'
import { openLooks, type LookParts } from './looks.ts'
import type { Presence } from './presence.ts'
import { openPublicLines } from './public-lines.ts'
import type { DeviceKind } from './rights.ts'
import type { Voice } from './voice/voice.ts'

export interface RealtimeParts extends IdentityParts, CommandParts, LookParts {
  /** The build whose pages the server serves. */
  readonly build: string
  readonly presence: Pick<Presence, 'opened' | 'closed'>
  /** What displays are to say of a call. */
  readonly clipsOf: Voice['clipsOf']
  readonly log: Logger
}

export interface Realtime {
  /** Ends every connection of a person, a session or a device, and says why. */
  readonly cut: (who: { kind: 'staff' | 'session' | 'device'; id: string }, code: ErrorCode) => void
  /** Breaks a person's connections: the pages connect again by themselves, with the name and the rights of now. */
  readonly admitAnew: (userId: string) => void
  /** Makes a device connect again, as what it is by now. */
  readonly renew: (deviceId: string) => void
  readonly send: <N extends DownName>(deviceId: string, name: N, fields: DownFields<N>) => void
  /** Who is connected now, a row each connection. */
  readonly connected: () => readonly Connected[]
  /** Something that is seen may have changed. */
  readonly changed: () => void
  readonly close: () => Promise<void>
}

export interface Connected {
  readonly kind: DeviceKind | 'staff' | 'ticket' | 'public'
  /** Of the device, the person or the ticket; of who only looks, the same for all. */
  readonly id: string
}

/**
 * Dead lines are seen within 20 seconds from both ends: Engine.IO's ping goes out every 8 seconds and its pong must be
 * back within 8 more; a page misses our own beat (`line-watch.ts`).
 */
const heartbeat = { pingInterval: 8_000, pingTimeout: 8_000 }

/** Socket.IO on an http server: who is it, what do they want, what do they see. */
export function openRealtime(http: HttpServer, parts: RealtimeParts): Realtime {
  const { authority, now, log, build, clipsOf, announcements } = parts
  const io = new Server(http, { serveClient: false, ...heartbeat })
  const channels = openChannels(io, now)
  const looks = openLooks(parts)
  const entering = lettingIn()
  const publicLines = openPublicLines()

  io.use((socket, next) => {
    entering.begin(socket)
    admit(parts, socket).then(
      (refused) => {
        if (refused) next(refusal(refused.code, refused.right))
        else if (identityOf(socket).kind === 'public' && !hasRoom(socket)) next(refusal('public/full'))
        else next()
      },
      (error: unknown) => {
        log.error(error, 'a connection could not be identified')
        next(refusal('server/internal'))
      },
    )
  })

  function hasRoom({ conn, handshake }: Socket): boolean {
    const forwarded = [handshake.headers['x-forwarded-for'] ?? []].flat().join()
    return publicLines.letIn(conn, askerOf({ peer: conn.remoteAddress, forwarded }, parts.publicUrl))
  }

  io.on('connection', (socket) => {
    const identity = identityOf(socket)
    socket.emit('hall:welcomed', { build, now: now(), name: identity.name })
    void socket.join(roomsOf(identity))
    const missed = entering.end(socket, roomsOf(identity))
    const ended = identity.kind === 'ticket' && identity.ended && looks.last(identity, identity.ended)
    if (ended) {
      socket.emit('view:changed', { version: 1, at: now(), view: ended })
      hangUp(socket, 'credential/ended')
      return
    }
    // It ended just now: the page comes again and is shown how.
    if (identity.kind === 'ticket' && !authority.hall().tickets.has(identity.by.id)) {
      socket.conn.close()
      return
    }
    if (missed) {
      if (missed.code === null) socket.conn.close()
      else hangUp(socket, missed.code)
      return
    }
    if (identity.kind === 'device') {
      parts.presence.opened(identity.device.id)
      channels.changed()
      socket.once('disconnect', () => {
        parts.presence.closed(identity.device.id)
        channels.changed()
      })
    }
    const sound = identity.kind === 'device' ? identity.device.sound : null
    if (sound) socket.emit('sound:changed', { sound } satisfies DownFields<'sound:changed'>)
    const { room, look, pace, firstLook } = looks.of(identity)
    channels.join(socket, room, look, pace, firstLook)
    if (identity.kind === 'device' && identity.device.kind === 'kiosk') {
      const state = parts.printers.stateOf(identity.device)
      socket.emit('printer:changed', { state } satisfies DownFields<'printer:changed'>)
      describe(socket)
    }
    socket.onAny((name: string, payload: unknown, acknowledge: unknown) => {
      if (typeof acknowledge !== 'function') return
      carryOut(parts, identity, name, payload).then(
        (answer) => (acknowledge as (answer: Acknowledgement) => void)(answer),
        (error: unknown) => {
          log.error({ err: error, command: name }, 'a command failed')
          acknowledge({
            ok: false,
            error: { code: 'server/internal', details: {} },
          } satisfies Acknowledgement)
        },
      )
    })
  })

  const stopListening = authority.onCommitted((committed) => {
    // Who pressed waits for it, the other desks do not. What is done with no ticket, as a shift, changes all that is seen.
    for (const { event, ticket } of committed.happened) {
      if (event.by.kind !== 'staff') continue
      const room = `desk:${event.by.id}`
      if (ticket) channels.hasten(room)
      else channels.flush(room)
    }
    const languageOf = ({ visit }: CalledTicket) => authority.visits().get(visit)?.language ?? 'lt'
    announceCalls(io, committed, { clipsOf, languageOf, announcements })
    channels.changed()
    for (const { event, ticket } of committed.happened) {
      if (event.type === 'hall:configured') describe(io.in('kiosks'))
      if (event.type === 'day:closed') cutRoom('phones', 'credential/ended')
      if (!ticket) continue
      if (event.type === 'ticket:called' || event.type === 'ticket:recalled')
        channels.flush(`ticket:${ticket.id}`)
      if (!isLiving(ticket)) showEnd(ticket)
    }
  })

  /** The visitor sees how it ended, and on the same line if that is taken back. */
  function showEnd(ticket: EndedTicket): void {
    const room = io.of('/').adapter.rooms.get(`ticket:${ticket.id}`)
    const phone = [...(room ?? [])]
      .map((id) => io.of('/').sockets.get(id))
      .find((socket) => socket !== undefined)
    const identity = phone && identityOf(phone)
    if (identity?.kind !== 'ticket') return
    const view = looks.last(identity, ticket)
    if (view) channels.show(`ticket:${ticket.id}`, view)
  }

  /** What kiosks tell of each service, beside the view. */
  function describe(kiosks: Pick<Socket, 'emit'>): void {
    const services = authority.hall().config?.services ?? []
    const described = { services: services.map(({ id, information }) => ({ id, information })) }
    kiosks.emit('hall:described', described satisfies DownFields<'hall:described'>)
  }

  function cutRoom(room: string, code: ErrorCode): void {
    entering.gone(room, { code })
    io.in(room).emit('session:ended', { code })
    io.in(room).disconnectSockets(true)
  }

  /** The connections and not the sessions on them: so the pages know that they may come again. */
  function breakLines(room: string): void {
    entering.gone(room, { code: null })
    for (const id of io.of('/').adapter.rooms.get(room) ?? []) io.of('/').sockets.get(id)?.conn.close()
  }

  // What changes by the hour alone, as the hall's opening, is seen with the beat.
  const stopWatching = watchLines(io, parts, channels.changed)

  return {
    cut: ({ kind, id }, code) => cutRoom(`${kind}:${id}`, code),
    changed: channels.changed,
    renew: (deviceId) => breakLines(`device:${deviceId}`),
    admitAnew: (userId) => breakLines(`staff:${userId}`),
    send: (deviceId, name, fields) => void io.in(`device:${deviceId}`).emit(name, fields),
    connected: () =>
      [...io.of('/').sockets.values()].flatMap((socket) => {
        const identity = identityOf(socket)
        // Nobody works at the hall's queue there.
        if (identity.kind === 'staff' && identity.page === 'help') return []
        const kind = identity.kind === 'device' ? identity.device.kind : identity.kind
        return [{ kind, id: identity.by.id }]
      }),
    async close() {
      stopWatching()
      stopListening()
      channels.close()
      io.emit('session:ended', { code: 'server/stopping' } satisfies DownFields<'session:ended'>)
      await io.close()
    },
  }
}
