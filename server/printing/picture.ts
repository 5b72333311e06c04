/** A one-bit picture. Rows run from the top, each `bytesPerRow` bytes, the leftmost dot in the highest bit, 1 is black. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly bytesPerRow: number
  readonly bits: Uint8Array
}

/** The widths in dots of the rolls in use: 80 mm at 203 dpi, 80 mm at 180 dpi, 58 mm at 203 dpi. */
export const WIDTHS = [576, 512, 384] as const
export type WidthDots = (typeof WIDTHS)[number]

/** `rgba` (4 bytes a dot, not premultiplied) as black and white, safe to send to a printer. */
export function pictureOf(width: number, height: number, rgba: Uint8ClampedArray): Picture {
  const bytesPerRow = Math.ceil(width / 8)
  const bits = new Uint8Array(bytesPerRow * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isDark(rgba, (y * width + x) * 4)) bits[y * bytesPerRow + (x >> 3)]! |= 0x80 >> (x & 7)
    }
  }
  breakRealTimeCommands(bits)
  return { width, height, bytesPerRow, bits }
}

/** Darker than half grey when laid over white paper. */
function isDark(rgba: Uint8ClampedArray, at: number): boolean {
  const light = 0.299 * rgba[at]! + 0.587 * rgba[at + 1]! + 0.114 * rgba[at + 2]!
  const opacity = rgba[at + 3]! / 255
  return light * opacity + 255 * (1 - opacity) < 128
}

/**
 * Printers act on DLE EOT, DLE ENQ and DLE DC4 wherever the bytes stand, inside picture data too: they would answer
 * a question nobody asked, or open a cash drawer. One more black dot breaks the pair and is not seen.
 */
function breakRealTimeCommands(bits: Uint8Array): void {
  for (let at = 0; at + 1 < bits.length; at += 1) {
    if (bits[at] !== 0x10) continue
    const next = bits[at + 1]
    if (next === 0x04 || next === 0x05 || next === 0x14) bits[at] = 0x18
  }
}
