import { io, type Socket } from 'socket.io-client'

import { protocolVersion } from '#shared/protocol/version.ts'

export interface Answer {
  readonly ok: boolean
  readonly answer?: { readonly ticket?: string; readonly label?: string }
  readonly error?: { readonly code: string }
}

const options = { transports: ['websocket'], forceNew: true, reconnectionDelay: 20, reconnectionDelayMax: 20 }
let lastId = 0

/** A line as a page has it; `prepare` is called before anything comes down it. */
export function connect(
  url: string,
  credential: object,
  cookie?: string,
  prepare?: (socket: Socket) => void,
): Promise<Socket> {
  const auth = { protocol: protocolVersion, build: 'bench', credential }
  const extraHeaders: Record<string, string> = cookie === undefined ? {} : { cookie, origin: url }
  const socket = io(url, { ...options, auth, extraHeaders })
  prepare?.(socket)
  return connected(socket)
}

/** A line to a floor. */
export function connectBare(url: string, auth: object = {}): Promise<Socket> {
  return connected(io(url, { ...options, auth }))
}

/** Before the server listens a connection fails, and is tried again at once. */
function connected(socket: Socket): Promise<Socket> {
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket))
    socket.on('connect_error', (error) => {
      if (!socket.active) reject(error)
    })
  })
}

/** For what has to work. */
export async function ask(socket: Socket, name: string, fields: object): Promise<Answer> {
  const answer = (await socket.emitWithAck(name, { id: newId(), ...fields })) as Answer
  if (!answer.ok) throw new Error(`${name}: ${answer.error!.code}`)
  return answer
}

export function newId(): string {
  lastId += 1
  return `${process.pid}-${lastId}`.padStart(12, '0')
}
