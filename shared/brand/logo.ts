import { pictureOf, readPicture, type PictureFault, type PictureType } from './picture.ts'

/** In bytes; as a data URL, which is a third longer, it is at most the 200 000 characters of `hall-config.ts`. */
export const largestLogo = 149_950

export type LogoFault = `logo/${PictureFault}`

export type LogoRead =
  { readonly ok: true; readonly type: PictureType } | { readonly ok: false; readonly code: LogoFault }

/** What a file is by what is in it, whatever its name says. */
export function readLogo(bytes: Uint8Array): LogoRead {
  const read = readPicture(bytes, largestLogo)
  return read.ok ? read : { ok: false, code: `logo/${read.fault}` }
}

/** Null for a logo as a data URL that may be kept. */
export function logoFault(dataUrl: string): LogoFault | null {
  const read = pictureOf(dataUrl, largestLogo)
  return read.ok ? null : `logo/${read.fault}`
}
