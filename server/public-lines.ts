import type { Socket } from 'socket.io'

type Connection = Pick<Socket['conn'], 'readyState' | 'once'>

/** Lines that anybody may open without a token: never so many that the hall's own screens would wait for them. */
export interface PublicLines {
  /** Keeps a place for a connection until it closes; false if there is none. */
  readonly letIn: (connection: Connection) => boolean
}

export const mostPublicLines = 300

export function openPublicLines(most = mostPublicLines): PublicLines {
  const open = new Set<Connection>()

  return {
    letIn(connection) {
      if (open.has(connection)) return true
      // Of one that has closed meanwhile nobody would hear it a second time.
      if (open.size >= most || connection.readyState !== 'open') return false
      open.add(connection)
      connection.once('close', () => open.delete(connection))
      return true
    },
  }
}
