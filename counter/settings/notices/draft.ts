import { noticeLengths, pictureAddress } from '#shared/display/notice.ts'
import type { ListedNotice, NewNotice, NoticeChanges } from '#shared/protocol/notices.ts'
import type { Language, Text } from '#shared/queue/config.ts'

import { instantOf, localTime } from '../local-time.ts'

/** A notice as it stands in a form, where what is not given is empty. */
export interface Draft {
  title: Record<Language, string>
  body: Record<Language, string>
  /** Shown from `src`; what was chosen here comes along as a data URL. */
  picture: { src: string; dataUrl?: string } | null
  alt: string
  zone: string
  /** In the hall's time, as the browser's field has it: `2025-11-24T10:30`. */
  from: string
  until: string
}

const nothing: Readonly<Record<Language, string>> = { lt: '', en: '', ru: '', pl: '', uk: '' }

export function emptyDraft(): Draft {
  return {
    title: { ...nothing },
    body: { ...nothing },
    picture: null,
    alt: '',
    zone: '',
    from: '',
    until: '',
  }
}

export function draftOf(
  { id, title, body, picture, zone, from, until }: ListedNotice,
  timeZone: string,
): Draft {
  return {
    title: { ...nothing, ...title },
    body: { ...nothing, ...body },
    picture: picture && { src: pictureAddress(id, picture.hash) },
    alt: picture?.alt ?? '',
    zone: zone ?? '',
    from: from === null ? '' : localTime(from, timeZone),
    until: until === null ? '' : localTime(until, timeZone),
  }
}

/** What the server is told. A picture that was there before comes without its data. */
export function changesOf(draft: Draft, timeZone: string): Required<Omit<NoticeChanges, 'toPhones'>> {
  const { picture, alt, zone, from, until } = draft
  return {
    title: written(draft.title),
    body: written(draft.body),
    picture: picture && { alt, ...(picture.dataUrl !== undefined && { dataUrl: picture.dataUrl }) },
    zone: zone || null,
    from: from === '' ? null : instantOf(from, timeZone),
    until: until === '' ? null : instantOf(until, timeZone),
  }
}

/** The same of one that is not there yet. */
export function newNoticeOf(draft: Draft, timeZone: string): NewNotice {
  const { picture } = draft
  return {
    ...changesOf(draft, timeZone),
    picture: picture && { alt: draft.alt, dataUrl: picture.dataUrl ?? '' },
  }
}

/** How many characters more than a display has room for; 0 if it has. */
export function tooMany(where: keyof typeof noticeLengths, words: string): number {
  return Math.max(0, words.trim().length - noticeLengths[where])
}

/** The field of the form that a refusal is about; null if it is about none of them. */
export function fieldOf(code: string, details: Readonly<Record<string, string | number>>): string | null {
  switch (code) {
    case 'notice/untitled':
      return 'title.lt'
    case 'notice/too-long':
      return details['where'] === 'alt' ? 'alt' : `${details['where']}.${details['language']}`
    case 'notice/undescribed':
      return 'alt'
    case 'notice/ends-early':
      return 'until'
    default:
      return code.startsWith('notice/picture-') ? 'picture' : null
  }
}

function written(text: Text): Text {
  return Object.fromEntries(Object.entries(text).filter(([, words]) => words.trim() !== ''))
}
