import type { Socket } from 'socket.io'

type Connection = Pick<Socket['conn'], 'readyState' | 'once'>

/** Lines that anybody may open without a token: never so many that the hall's own screens would wait for them. */
export interface PublicLines {
  /** Keeps a place for a connection from this address until it closes; false if there is none. */
  readonly letIn: (connection: Connection, asker: string) => boolean
}

/** In all, and of one address, which may be the Wi-Fi of the whole hall: nobody alone takes every place. */
export const mostPublicLines = { inAll: 300, ofOne: 150 }

export function openPublicLines(most = mostPublicLines): PublicLines {
  const open = new Map<Connection, string>()

  return {
    letIn(connection, asker) {
      if (open.has(connection)) return true
      // Of one that has closed meanwhile nobody would hear it a second time.
      if (open.size >= most.inAll || connection.readyState !== 'open') return false
      const own = [...open.values()].filter((other) => other === asker).length
      if (own >= most.ofOne) return false
      open.set(connection, asker)
      connection.once('close', () => open.delete(connection))
      return true
    },
  }
}
