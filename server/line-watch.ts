import type { Server, Socket } from 'socket.io'

import type { DownFields } from '#shared/protocol/down.ts'
import type { ErrorCode } from '#shared/protocol/error.ts'

import { admit, identityOf, rightsOf } from './admission.ts'
import type { RealtimeParts } from './realtime.ts'

/** A page misses our beat sooner than the ping, and it also says that the process behind the line still works. */
const beatEvery = 5_000
/** Credentials are looked at again so often, should anybody else have changed the database. */
const recheckEvery = 60_000

/** Ends the lines whose credential has ended by time or elsewhere, and beats on the others. Returns the way to stop. */
export function watchLines(io: Server, parts: RealtimeParts, onBeat: () => void): () => void {
  const { now, log } = parts

  const beating = setInterval(() => {
    onBeat()
    for (const socket of io.of('/').sockets.values()) {
      const identity = identityOf(socket)
      if (identity.kind === 'staff' && identity.endsAt <= now()) hangUp(socket, 'credential/ended')
    }
    io.emit('line:beaten', { now: now() } satisfies DownFields<'line:beaten'>)
  }, beatEvery).unref()

  const rechecking = setInterval(() => {
    for (const socket of io.of('/').sockets.values()) {
      const before = rightsOf(socket)
      admit(parts, socket).then(
        (refused) => {
          const code = refused?.code ?? null
          // With other rights it sees another view, or none: the page connects again by itself.
          if (code === 'right/missing' || (code === null && rightsOf(socket) !== before)) socket.conn.close()
          else if (code !== null) hangUp(socket, code === 'credential/locked' ? code : 'credential/ended')
        },
        (error: unknown) => log.error(error, 'a credential could not be looked at again'),
      )
    }
  }, recheckEvery).unref()

  return () => {
    clearInterval(beating)
    clearInterval(rechecking)
  }
}

/** Says why, and ends one line. */
export function hangUp(socket: Socket, code: ErrorCode): void {
  socket.emit('session:ended', { code })
  socket.disconnect(true)
}
