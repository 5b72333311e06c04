/** What a picture of the hall's may be. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'] as const
export type PictureType = (typeof pictureTypes)[number]

export type PictureFault =
  | 'too-large'
  /** Neither PNG, JPEG, WebP nor SVG, or not the one that it says it is. */
  | 'not-a-picture'
  /** A drawing with a script in it. */
  | 'script'

export type PictureRead =
  { readonly ok: true; readonly type: PictureType } | { readonly ok: false; readonly fault: PictureFault }

/** What a file is by what is in it, whatever its name says; `largest` in bytes. */
export function readPicture(bytes: Uint8Array, largest: number): PictureRead {
  if (bytes.length > largest) return { ok: false, fault: 'too-large' }
  const type = pictureType(bytes)
  if (type !== null) return { ok: true, type }
  const tags = svgTags(bytes)
  if (tags === null) return { ok: false, fault: 'not-a-picture' }
  if (tags.some((name) => /^(.*:)?script$/i.test(name))) return { ok: false, fault: 'script' }
  return { ok: true, type: 'image/svg+xml' }
}

/** The bytes of a data URL that is the picture it says it is. */
export function pictureOf(
  dataUrl: string,
  largest: number,
):
  | { readonly ok: true; readonly type: PictureType; readonly bytes: Uint8Array }
  | Extract<PictureRead, { ok: false }> {
  const [, type, base64 = ''] = /^data:([^;,]+);base64,(.*)$/s.exec(dataUrl) ?? []
  const bytes = bytesOf(base64)
  if (bytes === null) return { ok: false, fault: 'not-a-picture' }
  const read = readPicture(bytes, largest)
  if (!read.ok) return read
  return read.type === type ? { ok: true, type, bytes } : { ok: false, fault: 'not-a-picture' }
}

export function dataUrlOf(bytes: Uint8Array, type: PictureType): string {
  return `data:${type};base64,${btoa(binary(bytes))}`
}

function pictureType(bytes: Uint8Array): PictureType | null {
  const start = binary(bytes.subarray(0, 12))
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'image/webp' : null
}

/** What XML has beside its tags. */
const beside = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const

/** The names of a drawing's tags; null if it is no XML whose tags are closed in their order, all within one `svg`. */
function svgTags(bytes: Uint8Array): string[] | null {
  const text = textOf(bytes)
  if (text === null || !text.trimStart().startsWith('<')) return null
  const tag = /<(\/?)([\p{L}_][\p{L}\d:._-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>/uy
  const names: string[] = []
  const open: string[] = []
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const [begin, end] = beside.find(([begin]) => text.startsWith(begin, at)) ?? []
    if (begin !== undefined) {
      const last = text.indexOf(end!, at + begin.length)
      if (last < 0) return null
      at = last + end!.length
      continue
    }
    tag.lastIndex = at
    const [found, closing, name, rest] = tag.exec(text) ?? []
    if (found === undefined) return null
    if (open.length === 0 && (names.length > 0 || name !== 'svg')) return null
    if (closing === '/' && open.pop() !== name) return null
    if (closing !== '/') names.push(name!)
    if (closing !== '/' && !rest!.endsWith('/')) open.push(name!)
    at += found.length
  }
  return names.length > 0 && open.length === 0 ? names : null
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function bytesOf(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

function binary(bytes: Uint8Array): string {
  return bytes.reduce((text, byte) => text + String.fromCharCode(byte), '')
}
