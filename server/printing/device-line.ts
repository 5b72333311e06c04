import { constants } from 'node:fs'
import { open, realpath, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { LineLimits, PrinterLine } from './printer-line.ts'
import { ASK_TAKEN } from './printer-talk.ts'
import { withLimit } from './with-limit.ts'

const { O_APPEND, O_NONBLOCK, O_RDWR, O_WRONLY } = constants
const RETRY_MS = 20
const LISTEN_MS = 50

/**
 * A line to a device such as /dev/usb/lp0. The path must exist: a missing printer must not become a file. Never blocks: a
 * device that is busy says so, and is asked again a little later. Throws for what only looks like a device, since under
 * /dev there are also ways to the server's own files; with `anyFile`, a pipe or file that only takes bytes will do.
 */
export async function openDeviceLine(
  path: string,
  limits: LineLimits,
  anyFile: boolean,
): Promise<PrinterLine> {
  const isDevice = (await stat(path)).isCharacterDevice()
  const isBelowDev = (await realpath(path)).startsWith('/dev/')
  if (!anyFile && !(isDevice && isBelowDev)) throw new Error(`${path} is no device`)
  const both = isDevice ? await open(path, O_RDWR | O_NONBLOCK).catch(() => null) : null
  const handle = both ?? (await open(path, O_WRONLY | O_NONBLOCK | (isDevice ? 0 : O_APPEND)))
  let listener: (chunk: Uint8Array) => void = () => {}
  let isOpen = true
  const listening = both === null ? Promise.resolve() : listen(both)

  async function listen(device: FileHandle): Promise<void> {
    const chunk = new Uint8Array(64)
    while (isOpen) {
      const { bytesRead } = await device.read(chunk, 0, chunk.length, null).catch(() => ({ bytesRead: 0 }))
      if (bytesRead > 0) listener(chunk.slice(0, bytesRead))
      else await pause(LISTEN_MS, undefined, { ref: false })
    }
  }

  async function writeAll(bytes: Uint8Array, onFirstByte?: () => void): Promise<void> {
    let sent = 0
    while (sent < bytes.length && isOpen) {
      const written = await writeSome(handle, bytes.subarray(sent))
      if (written > 0 && sent === 0) onFirstByte?.()
      sent += written
      if (written === 0) await pause(RETRY_MS)
    }
  }

  async function shut(): Promise<void> {
    if (!isOpen) return
    isOpen = false
    await listening
    await handle.close()
  }

  return {
    canAnswer: both !== null,
    ended: new Promise(() => {}),
    onBytes(next) {
      listener = next
    },
    write(bytes, onFirstByte) {
      return withLimit(writeAll(bytes, onFirstByte), limits.sendMs, 'the printer stopped taking the ticket')
    },
    async finish() {
      // Closing a USB printer's device drops what is still on its way. It takes this question only when the ticket
      // before it has gone, so that at most the question is lost.
      if (isDevice)
        await withLimit(writeAll(ASK_TAKEN), limits.sendMs, 'the printer stopped taking the ticket')
      await shut()
    },
    drop() {
      void shut().catch(() => {})
    },
  }
}

/** How many bytes the device took, 0 when it is busy. */
async function writeSome(handle: FileHandle, bytes: Uint8Array): Promise<number> {
  try {
    return (await handle.write(bytes)).bytesWritten
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0
    throw error
  }
}
