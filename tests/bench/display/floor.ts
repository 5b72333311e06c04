import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Server } from 'socket.io'

export interface Floor {
  readonly url: string
  /** Tells everybody who is connected. */
  readonly broadcast: (label: string) => void
  readonly close: () => Promise<void>
}

/** Writes what it hears, and does nothing else. */
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>Floor</title></head>
  <body><p>ready</p><script src="/socket.io/socket.io.min.js"></script><script>
    const said = document.querySelector('p')
    io({ transports: ['websocket'] })
      .on('connect', () => (said.textContent = 'connected'))
      .on('ticket:called', ({ label }) => (said.textContent = label))
  </script></body></html>`

/** The least that a server and a page can do to show a call: bare Socket.IO, and a line of text. */
export async function openFloor(): Promise<Floor> {
  const http = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(page),
  )
  const io = new Server(http, { pingInterval: 8_000, pingTimeout: 8_000 })
  io.on('connection', (socket) => void socket.join('displays'))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    broadcast: (label) =>
      io.to('displays').emit('ticket:called', {
        call: 1,
        label,
        counter: '1',
        zone: { lt: 'Salė' },
        direction: 'left',
        at: Date.now(),
        again: false,
        spoken: [],
      }),
    close: () => io.close(),
  }
}
