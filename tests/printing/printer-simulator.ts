import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { readCommands } from './escpos-reader.ts'
import type { Command } from './escpos-reader.ts'

/** How the simulated printer behaves; a test may change it while it runs. */
export interface Behaviour {
  /** the answers to DLE EOT 1 to 4; null for a printer that never says anything */
  answers: readonly [number, number, number, number] | null
  /** whether it answers GS r */
  confirms: boolean
  /** sent unasked as soon as somebody connects */
  chatter: readonly number[]
  /** what happens when the first band of a ticket has come */
  midTicket: ((socket: Socket, behaviour: Behaviour) => void) | null
  /** hangs up on everybody at once */
  refuses: boolean
}

export const READY = [0x12, 0x12, 0x12, 0x12] as const
export const PAPER_OUT = [0x1a, 0x32, 0x12, 0x72] as const
export const COVER_OPEN = [0x1a, 0x16, 0x12, 0x12] as const
export const CUTTER_STUCK = [0x1a, 0x52, 0x1a, 0x12] as const

/** A network printer on a port of this machine. */
export async function simulatePrinter(wanted: Partial<Behaviour> = {}) {
  const behaviour: Behaviour = {
    answers: READY,
    confirms: true,
    chatter: [],
    midTicket: null,
    refuses: false,
    ...wanted,
  }
  const tickets: Command[][] = []
  const sockets = new Set<Socket>()
  let mostAtOnce = 0
  let questionsTaken = 0

  const server = createServer((socket) => {
    sockets.add(socket)
    mostAtOnce = Math.max(mostAtOnce, sockets.size)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    if (behaviour.refuses) return void socket.end()
    socket.write(Uint8Array.from(behaviour.chatter))
    serve(socket)
  })

  function serve(socket: Socket): void {
    let bytes = Buffer.alloc(0)
    let ticket: Command[] = []
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk])
      const { commands, read } = readCommands(bytes)
      bytes = bytes.subarray(read)
      for (const command of commands) take(command)
    })

    function take(command: Command): void {
      if (socket.destroyed) return
      if (command.name === 'ask-state') {
        if (behaviour.answers !== null) socket.write(Uint8Array.of(behaviour.answers[command.subject - 1]!))
        return
      }
      if (command.name === 'ask-taken') {
        questionsTaken += 1
        if (behaviour.confirms) socket.write(Uint8Array.of(0x00))
        return
      }
      ticket.push(command)
      if (command.name === 'band') behaviour.midTicket?.(socket, behaviour)
      if (command.name === 'cut') {
        tickets.push(ticket)
        ticket = []
      }
    }
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behaviour,
    tickets,
    get mostAtOnce() {
      return mostAtOnce
    },
    get questionsTaken() {
      return questionsTaken
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      if (server.listening) await new Promise((resolve) => server.close(resolve))
    },
  }
}
