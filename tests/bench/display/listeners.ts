import { io, type Socket } from 'socket.io-client'

import { sharedNow } from './emits.ts'

/** Screens without pages, in a process of their own: each hears a call as a page would, and paints nothing. */
export interface ListenersJob {
  readonly url: string
  readonly auth: object
  readonly count: number
}

let heard = 0

process.on('message', ({ url, auth, count }: ListenersJob) => {
  const sockets = Array.from({ length: count }, () =>
    io(url, { auth, transports: ['websocket'], forceNew: true }),
  )
  for (const socket of sockets)
    socket.on('ticket:called', () => {
      heard += 1
      if (heard % count === 0) process.send!({ heardAt: sharedNow() })
    })
  void Promise.all(sockets.map(connected)).then(() => process.send!({ ready: true }))
})

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.connected) resolve()
    else socket.once('connect', resolve)
  })
}
