import UPNG from 'upng-js'

/** As many as a PNG with a palette can have. */
const mostColours = 256

/** The same picture with a palette: a screen has few colours, and the edges of its letters can do with fewer. */
export function inFewColours(png: Buffer): Buffer {
  const image = UPNG.decode(Uint8Array.from(png).buffer)
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, mostColours))
}
