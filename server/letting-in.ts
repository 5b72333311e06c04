import type { Socket } from 'socket.io'

import type { ErrorCode } from '#shared/protocol/error.ts'

/** Why a connection must go: the code it is told, or null if it may come again. */
interface Missed {
  readonly code: ErrorCode | null
}

/** Who is being let in is in no room yet, so that what is done to a room meanwhile has to be kept for them. */
export interface LettingIn {
  readonly begin: (socket: Socket) => void
  /** Everybody in a room goes. */
  readonly gone: (room: string, missed: Missed) => void
  /** The connection is in its rooms; what it has missed there. */
  readonly end: (socket: Socket, rooms: readonly string[]) => Missed | null
}

export function lettingIn(): LettingIn {
  const missedBy = new Map<Socket, Map<string, Missed>>()

  return {
    begin(socket) {
      missedBy.set(socket, new Map())
      socket.conn.once('close', () => missedBy.delete(socket))
    },
    gone(room, missed) {
      for (const rooms of missedBy.values()) rooms.set(room, missed)
    },
    end(socket, rooms) {
      const missed = rooms.flatMap((room) => missedBy.get(socket)?.get(room) ?? [])
      missedBy.delete(socket)
      return missed.find(({ code }) => code !== null) ?? missed[0] ?? null
    },
  }
}
