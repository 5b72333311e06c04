import { createConnection } from 'node:net'
import type { Socket } from 'node:net'
import type { LineLimits, PrinterLine } from './printer-line.ts'
import { withLimit } from './with-limit.ts'

/** A line to a network printer. Rejects when nobody answers there in time. */
export async function openTcpLine(host: string, port: number, limits: LineLimits): Promise<PrinterLine> {
  const socket = createConnection({ host, port, noDelay: true })
  let listener: (chunk: Uint8Array) => void = () => {}
  let fault: Error | null = null
  // Read from the first moment: closing a socket with unread bytes in it resets the line and loses what we wrote.
  socket.on('data', (chunk) => listener(chunk))
  socket.on('error', (error) => {
    fault = error
  })
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  const ended = new Promise<void>((resolve) => {
    socket.once('end', resolve)
    socket.once('close', () => resolve())
  })

  try {
    await withLimit(connected(socket), limits.connectMs, 'no answer from the printer')
  } catch (error) {
    socket.destroy()
    throw error
  }

  return {
    canAnswer: true,
    ended,
    onBytes(next) {
      listener = next
    },
    async write(bytes, onFirstByte) {
      if (fault !== null || !socket.writable) throw fault ?? new Error('the printer hung up')
      onFirstByte?.()
      await withLimit(written(socket, bytes), limits.sendMs, 'the printer stopped taking the ticket')
    },
    async finish() {
      // The write's own callback says only that the kernel has the bytes; the other end's close says that it has.
      socket.end()
      await withLimit(closed, limits.closeMs, '').catch(() => socket.destroy())
      if (fault !== null) throw fault
    },
    drop() {
      socket.destroy()
    },
  }
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
}

function written(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()))
  })
}
