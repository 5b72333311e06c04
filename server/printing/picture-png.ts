import { crc32, deflateSync } from 'node:zlib'
import type { Picture } from './picture.ts'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** The picture as a PNG of one bit a dot; written here so that the server needs no drawing library to show it. */
export function pngOf(picture: Picture): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(picture.width, 0)
  head.writeUInt32BE(picture.height, 4)
  head[8] = 1 // one bit a dot, greyscale

  const rows = Buffer.alloc((picture.bytesPerRow + 1) * picture.height)
  for (let y = 0; y < picture.height; y += 1) {
    const from = y * picture.bytesPerRow
    const to = y * (picture.bytesPerRow + 1) + 1 // the byte before each row says "no filter"
    for (let x = 0; x < picture.bytesPerRow; x += 1) rows[to + x] = ~picture.bits[from + x]! & 0xff
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
