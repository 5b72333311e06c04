/** What a hall's logo may be. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'] as const
export type LogoType = (typeof logoTypes)[number]

/** In bytes; as a data URL, which is a third longer, it is at most the 200 000 characters of `hall-config.ts`. */
export const largestLogo = 149_950

export type LogoFault =
  | 'logo/too-large'
  /** Neither PNG, JPEG, WebP nor SVG, or not the one that it says it is. */
  | 'logo/not-a-picture'
  /** A drawing with a script in it. */
  | 'logo/script'

export type LogoRead =
  { readonly ok: true; readonly type: LogoType } | { readonly ok: false; readonly code: LogoFault }

/** What a file is by what is in it, whatever its name says. */
export function readLogo(bytes: Uint8Array): LogoRead {
  if (bytes.length > largestLogo) return { ok: false, code: 'logo/too-large' }
  const type = pictureType(bytes)
  if (type !== null) return { ok: true, type }
  const tags = svgTags(bytes)
  if (tags === null) return { ok: false, code: 'logo/not-a-picture' }
  if (tags.some((name) => /^(.*:)?script$/i.test(name))) return { ok: false, code: 'logo/script' }
  return { ok: true, type: 'image/svg+xml' }
}

/** Null for a logo as a data URL that may be kept. */
export function logoFault(dataUrl: string): LogoFault | null {
  const [, type, base64 = ''] = /^data:([^;,]+);base64,(.*)$/s.exec(dataUrl) ?? []
  const bytes = bytesOf(base64)
  if (bytes === null) return 'logo/not-a-picture'
  const read = readLogo(bytes)
  if (!read.ok) return read.code
  return read.type === type ? null : 'logo/not-a-picture'
}

export function dataUrlOf(bytes: Uint8Array, type: LogoType): string {
  return `data:${type};base64,${btoa(binary(bytes))}`
}

function pictureType(bytes: Uint8Array): LogoType | null {
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
