import { z } from 'zod'

import { id, language, time } from './parts.ts'
import { commandId } from './up.ts'

/** What is refused about notices, over plain HTTP. */
export const noticeRefusals = {
  'notice/unknown': 'The hall has no such notice: somebody removed it.',
  'notice/untitled': 'A notice needs a title in Lithuanian.',
  'notice/too-long':
    'Text of `where` in `language` has `length` characters, and displays have room for `max`.',
  'notice/unknown-zone': 'The hall has no zone of this id; `zone` names it.',
  'notice/ends-early': 'It would end before it begins.',
  'notice/undescribed': 'A picture needs words in Lithuanian that say what it shows.',
  'notice/picture-too-large': 'The picture is larger than `max` kB.',
  'notice/picture-not-a-picture': 'The picture is neither PNG, JPEG, WebP nor SVG.',
  'notice/picture-script': 'The picture is a drawing with a script in it.',
} as const
export type NoticeRefusal = keyof typeof noticeRefusals

// Whether it is short enough and the hall knows the zone is asked later, and answered with what is wrong.
const words = z.partialRecord(language, z.string().max(5_000))
const alt = z.string().max(5_000)
const facts = z.strictObject({
  title: words,
  body: words,
  /** As a data URL, with what it shows in words. */
  picture: z.strictObject({ dataUrl: z.string(), alt }).nullable(),
  zone: id.nullable(),
  from: time.nullable(),
  until: time.nullable(),
  /** Phones of those who wait show its title too; left out, they do not. */
  toPhones: z.boolean().optional(),
})
/** By the id of the page, if it gives one: sent twice, it is one notice, as it was sent last. */
export const newNotice = facts.extend({ id: commandId.optional() })
/** A picture without its data stays, with these words. */
export const changeNotice = facts
  .extend({ picture: z.strictObject({ dataUrl: z.string().optional(), alt }).nullable() })
  .partial()

export type NewNotice = z.infer<typeof newNotice>
export type NoticeChanges = z.infer<typeof changeNotice>

export interface ListedNotice extends Omit<NewNotice, 'id' | 'picture'> {
  readonly id: string
  readonly picture: { readonly hash: string; readonly alt: string } | null
  readonly state: 'shown' | 'planned' | 'over'
}

/** Times are epoch ms by the server's clock. */
export interface NoticeList {
  readonly now: number
  readonly timeZone: string
  /** Of the hall, Lithuanian among them. */
  readonly languages: readonly z.infer<typeof language>[]
  readonly zones: readonly { readonly id: string; readonly name: Readonly<Record<string, string>> }[]
  readonly notices: readonly ListedNotice[]
  /** The displays, by name, on which more would be shown now than they take turns with. */
  readonly crowded: readonly string[]
}
