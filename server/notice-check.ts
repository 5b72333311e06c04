import { pictureOf, type PictureType } from '#shared/brand/picture.ts'
import { largestPicture, noticeLengths } from '#shared/display/notice.ts'
import type { NoticeRefusal } from '#shared/protocol/notices.ts'
import type { HallConfig, Text } from '#shared/queue/config.ts'
import { refuse, type Refusal } from '#shared/queue/refusal.ts'

/** A notice as somebody wants it to be; what is empty counts as not given. */
export interface NoticeWish {
  readonly title: Text
  readonly body: Text
  /** Without data, the one that is there stays. */
  readonly picture: { readonly dataUrl?: string | undefined; readonly alt: string } | null
  readonly zone: string | null
  readonly from: number | null
  readonly until: number | null
  readonly toPhones?: boolean | undefined
}

/** What displays can show. */
export interface CheckedNotice extends Omit<NoticeWish, 'picture' | 'toPhones'> {
  readonly toPhones: boolean
  /** No file: the one that is there stays. */
  readonly picture: {
    readonly file: { readonly type: PictureType; readonly bytes: Uint8Array } | null
    readonly alt: string
  } | null
}

export function checkNotice(
  config: HallConfig | null,
  wish: NoticeWish,
): { readonly ok: true; readonly notice: CheckedNotice } | Refusal<NoticeRefusal> {
  const { zone, from, until, toPhones = false } = wish
  const [title, body] = [written(wish.title), written(wish.body)]
  const alt = wish.picture?.alt.trim() ?? ''
  if (!title.lt) return refuse('notice/untitled')
  const long = tooLong('title', title) ?? tooLong('body', body) ?? tooLong('alt', { lt: alt })
  if (long) return long
  if (zone !== null && !config?.zones.some(({ id }) => id === zone))
    return refuse('notice/unknown-zone', { zone })
  if (from !== null && until !== null && until <= from) return refuse('notice/ends-early')
  const words = { title, body, zone, from, until, toPhones }
  if (!wish.picture) return { ok: true, notice: { ...words, picture: null } }
  if (alt === '') return refuse('notice/undescribed')
  const { dataUrl } = wish.picture
  if (dataUrl === undefined) return { ok: true, notice: { ...words, picture: { file: null, alt } } }
  const read = pictureOf(dataUrl, largestPicture)
  if (!read.ok) return refuse(`notice/picture-${read.fault}`, { max: largestPicture / 1024 })
  return { ok: true, notice: { ...words, picture: { file: read, alt } } }
}

function written(text: Text): Text {
  const trimmed = Object.entries(text).map(([language, words]) => [language, words?.trim() ?? ''])
  return Object.fromEntries(trimmed.filter(([, words]) => words !== ''))
}

function tooLong(where: keyof typeof noticeLengths, text: Text): Refusal<NoticeRefusal> | undefined {
  const max = noticeLengths[where]
  const [language, words] = Object.entries(text).find(([, words]) => words.length > max) ?? []
  return words && language
    ? refuse('notice/too-long', { where, language, length: words.length, max })
    : undefined
}
