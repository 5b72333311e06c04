import { encode } from 'uqr'

/** White modules round the code that a reader needs, on every side. */
const QUIET_ZONE = 4
const SMALLEST_MODULE = 4
const LARGEST_MODULE = 8

export interface QrCode {
  /** with the quiet zone; true is black */
  readonly modules: readonly (readonly boolean[])[]
  readonly dotsPerModule: number
  /** of the whole square with its quiet zone, in dots */
  readonly side: number
}

/**
 * A QR code (error correction M) of about `wishedSide` dots and never more than `widest`.
 * Null when there is no text, or too much for modules of four dots: a code that no phone can read is left out.
 */
export function qrCode(text: string, wishedSide: number, widest: number): QrCode | null {
  if (text === '' || Buffer.byteLength(text) > 600) return null
  const { data } = encode(text, { ecc: 'M', border: QUIET_ZONE, boostEcc: false })
  const wished = Math.floor(wishedSide / data.length)
  const dotsPerModule = Math.min(LARGEST_MODULE, Math.max(SMALLEST_MODULE, wished))
  const side = data.length * dotsPerModule
  return side > widest ? null : { modules: data, dotsPerModule, side }
}
