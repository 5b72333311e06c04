import { inflateSync } from 'node:zlib'
import type { Picture } from '#server/printing/picture.ts'

/** Reads back a one-bit PNG without row filters; written for the tests, apart from what writes it. */
export function readPng(png: Uint8Array): Picture {
  const file = Buffer.from(png)
  const data: Buffer[] = []
  let width = 0
  let height = 0
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    const body = file.subarray(at + 8, at + 8 + length)
    if (name === 'IHDR') {
      width = body.readUInt32BE(0)
      height = body.readUInt32BE(4)
    }
    if (name === 'IDAT') data.push(body)
    at += length + 12
  }
  const rows = inflateSync(Buffer.concat(data))
  const bytesPerRow = width / 8
  const bits = new Uint8Array(bytesPerRow * height)
  for (let y = 0; y < height; y += 1) {
    const row = rows.subarray(y * (bytesPerRow + 1), (y + 1) * (bytesPerRow + 1))
    if (row[0] !== 0) throw new Error('a filtered row')
    bits.set(
      row.subarray(1).map((byte) => ~byte),
      y * bytesPerRow,
    )
  }
  return { width, height, bytesPerRow, bits }
}
