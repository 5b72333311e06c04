import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Server } from 'socket.io'

import { doJobs } from '../do-jobs.ts'

/** What the floor's process is asked to do, one job after another. */
export type FloorJob =
  | { readonly kind: 'open' }
  | { readonly kind: 'broadcast'; readonly times: number; readonly bytes: number; readonly ms: number }

const page = `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width" />
<title>Floor</title><script src="/socket.io/socket.io.min.js"></script></head><body><p id="line">0</p><script>
const socket = io({ transports: ['websocket'] })
socket.on('line', (text) => (document.getElementById('line').textContent = text))
addEventListener('keydown', (event) => {
  if (event.key !== 'F2') return
  event.preventDefault()
  void socket.emitWithAck('press', {})
})
</script></body></html>`

/** The least that a server can do: bare Socket.IO, a page with a line of text, and text of any length to everybody. */
const http = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(page))
const io = new Server(http, { pingInterval: 8_000, pingTimeout: 8_000 })
let presses = 0
io.on('connection', (socket) => {
  socket.on('press', (_payload: unknown, acknowledge: (answer: object) => void) => {
    presses += 1
    acknowledge({ ok: true, answer: {} })
    io.emit('line', String(presses))
  })
  socket.on('echo', (_payload: unknown, acknowledge: (answer: object) => void) =>
    acknowledge({ ok: true, answer: {} }),
  )
})

doJobs(carryOut)

async function carryOut(job: FloorJob): Promise<unknown> {
  switch (job.kind) {
    case 'open':
      await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
      return `http://127.0.0.1:${(http.address() as AddressInfo).port}`
    case 'broadcast': {
      const before = process.cpuUsage()
      await broadcast(job.times, 'x'.repeat(job.bytes), job.ms)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1_000
    }
  }
}

/** So many, spread evenly over the time. */
function broadcast(times: number, text: string, ms: number): Promise<void> {
  let told = 0
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      io.emit('view:updated', text)
      told += 1
      if (told < times) return
      clearInterval(timer)
      resolve()
    }, ms / times)
  })
}
