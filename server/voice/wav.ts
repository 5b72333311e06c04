import type { Sound } from './sound.ts'

const headerBytes = 44
const plainSamples = 1

/** Reads a WAV file of one channel in 16-bit PCM. Throws with what is wrong, in words for whoever made the file. */
export function readWav(bytes: Buffer): Sound {
  const isWav = bytes.length >= 12 && bytes.toString('latin1', 0, 4) === 'RIFF'
  if (!isWav || bytes.toString('latin1', 8, 12) !== 'WAVE') throw new Error('it is not a WAV file')
  const format = chunkOf(bytes, 'fmt ')
  const data = chunkOf(bytes, 'data')
  if (!format || format.length < 16 || !data) throw new Error('it is not a whole WAV file')
  const isPlain = format.readUInt16LE(0) === plainSamples && format.readUInt16LE(14) === 16
  if (!isPlain) throw new Error('its samples are not 16-bit PCM')
  if (format.readUInt16LE(2) !== 1) throw new Error('it has more than one channel')
  const rate = format.readUInt32LE(4)
  if (rate < 8_000 || rate > 96_000) throw new Error(`its rate is ${rate}`)
  const samples = new Int16Array(Math.floor(data.length / 2))
  samples.forEach((_, n) => (samples[n] = data.readInt16LE(n * 2)))
  return { rate, samples }
}

/** A chunk's content: a program that writes as it speaks names a length that is not there, and means the rest. */
function chunkOf(bytes: Buffer, name: string): Buffer | null {
  let at = 12
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32LE(at + 4)
    if (bytes.toString('latin1', at, at + 4) === name) return bytes.subarray(at + 8, at + 8 + length)
    at += 8 + length + (length % 2)
  }
  return null
}

export function writeWav({ rate, samples }: Sound): Buffer {
  const bytes = Buffer.alloc(headerBytes + samples.length * 2)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(plainSamples, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(samples.length * 2, 40)
  samples.forEach((sample, n) => bytes.writeInt16LE(sample, headerBytes + n * 2))
  return bytes
}
