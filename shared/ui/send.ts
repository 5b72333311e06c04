import type { Socket } from 'socket.io-client'

import type { Acknowledgement } from '../protocol/down.ts'
import type { UpFields, UpName } from '../protocol/up.ts'

/** How long one try waits for its answer, and all tries together, in ms. */
const patience = { oneTry: 5_000, inAll: 15_000 }

/**
 * Sends a command until it is answered, over reconnects if need be, always with the same id: it happens once. After 15
 * seconds without an answer it gives up with `line/lost`: then it is not known whether it happened.
 */
export async function send<N extends UpName>(
  socket: Socket,
  name: N,
  fields: UpFields<N>,
  id: string,
): Promise<Acknowledgement> {
  const started = performance.now()
  const left = () => patience.inAll - (performance.now() - started)
  while (left() > 0) {
    if (!socket.connected && !(await connection(socket, left()))) break
    try {
      const tryFor = Math.min(patience.oneTry, Math.max(left(), 1))
      return (await socket.timeout(tryFor).emitWithAck(name, { id, ...fields })) as Acknowledgement
    } catch {
      // No answer within the time, or the line went: the next try asks again with the same id.
    }
  }
  return { ok: false, error: { code: 'line/lost', details: {} } }
}

/** Whether the socket connects within the time. */
function connection(socket: Socket, within: number): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (connected: boolean) => {
      clearTimeout(timer)
      socket.off('connect', onConnect)
      resolve(connected)
    }
    const onConnect = () => done(true)
    const timer = setTimeout(() => done(false), within)
    socket.once('connect', onConnect)
  })
}

/** `crypto.randomUUID` needs https; a hall's own network may not have it. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
