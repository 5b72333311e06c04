import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Page } from 'playwright-core'
import { Server } from 'socket.io'
import type { io as connect } from 'socket.io-client'

export interface Floor {
  readonly url: string
  /** Gives a page a second line, on which what is heard is written as it is. */
  readonly join: (page: Page) => Promise<void>
  /** Tells everybody who has joined. */
  readonly broadcast: (label: string) => void
  readonly close: () => Promise<void>
}

/** The least that a server and a page can do to show a call: bare Socket.IO, and a line of text on the same page. */
export async function openFloor(): Promise<Floor> {
  const http = createServer()
  const io = new Server(http, { pingInterval: 8_000, pingTimeout: 8_000 })
  io.on('connection', (socket) => void socket.join('displays'))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  return {
    url,
    async join(page) {
      await page.addScriptTag({ url: `${url}/socket.io/socket.io.min.js` })
      await page.evaluate(writeWhatIsHeard, url)
    },
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

/** Runs in the page. */
function writeWhatIsHeard(url: string): Promise<void> {
  const said = document.createElement('p')
  Object.assign(said.style, { position: 'fixed', insetBlockStart: '0', fontSize: '10vh' })
  document.body.append(said)
  const { io } = window as unknown as { io: typeof connect }
  const socket = io(url, { transports: ['websocket'] })
  socket.on('ticket:called', ({ label }: { label: string }) => (said.textContent = label))
  return new Promise((resolve) => socket.once('connect', resolve))
}
