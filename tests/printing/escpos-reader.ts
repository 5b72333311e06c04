import type { Picture } from '#server/printing/picture.ts'

export type Command =
  | { name: 'initialize' }
  | { name: 'leave-chinese-mode' }
  | { name: 'feed'; lines: number }
  | { name: 'cut' }
  | { name: 'ask-state'; subject: number }
  | { name: 'ask-taken' }
  | { name: 'band'; bytesPerRow: number; rows: number; bits: Buffer }

/**
 * The commands at the start of `bytes` and how many bytes they take; an unfinished one is left. Anything a ticket has
 * no business to hold is thrown. Written from the manuals for the tests, apart from what writes the bytes.
 */
export function readCommands(bytes: Buffer): { commands: Command[]; read: number } {
  const commands: Command[] = []
  let read = 0
  for (;;) {
    const next = readCommand(bytes.subarray(read))
    if (next === null) return { commands, read }
    commands.push(next.command)
    read += next.length
  }
}

function readCommand(bytes: Buffer): { command: Command; length: number } | null {
  const [first, second, third, fourth] = bytes
  if (first === undefined || second === undefined) return null
  if (first === 0x1b && second === 0x40) return { command: { name: 'initialize' }, length: 2 }
  if (first === 0x1c && second === 0x2e) return { command: { name: 'leave-chinese-mode' }, length: 2 }
  if (third === undefined) return null
  if (first === 0x10 && second === 0x04) return { command: { name: 'ask-state', subject: third }, length: 3 }
  if (first === 0x1b && second === 0x64) return { command: { name: 'feed', lines: third }, length: 3 }
  if (first === 0x1d && second === 0x72 && third === 1) return { command: { name: 'ask-taken' }, length: 3 }
  if (fourth === undefined) return null
  if (first === 0x1d && second === 0x56 && third === 66) return { command: { name: 'cut' }, length: 4 }
  if (first === 0x1d && second === 0x76 && third === 0x30 && fourth === 0) return readBand(bytes)
  throw new Error(`not a ticket's command: ${bytes.subarray(0, 8).toString('hex')}`)
}

function readBand(bytes: Buffer): { command: Command; length: number } | null {
  if (bytes.length < 8) return null
  const bytesPerRow = bytes.readUInt16LE(4)
  const rows = bytes.readUInt16LE(6)
  const length = 8 + bytesPerRow * rows
  if (bytes.length < length) return null
  return { command: { name: 'band', bytesPerRow, rows, bits: bytes.subarray(8, length) }, length }
}

/** The picture that the bands of a ticket make on paper. */
export function pictureFrom(commands: readonly Command[]): Picture {
  const bands = commands.filter((command) => command.name === 'band')
  const bytesPerRow = bands[0]?.bytesPerRow ?? 0
  if (bands.some((band) => band.bytesPerRow !== bytesPerRow)) throw new Error('bands of different widths')
  const height = bands.reduce((rows, band) => rows + band.rows, 0)
  const bits = new Uint8Array(Buffer.concat(bands.map((band) => band.bits)))
  return { width: bytesPerRow * 8, height, bytesPerRow, bits }
}
