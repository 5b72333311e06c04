import type { DisplayView } from '#shared/protocol/views.ts'

/** What takes the place of the list of those who wait, and for how long. */
export interface Slide {
  /** `standard`, `rule`, or a notice's id. */
  readonly key: string
  readonly ms: number
}

/** As long as the rule, and what is no longer than it, stands; and as long as anything does. */
const [shortest, longest] = [15_000, 25_000]
/** So many characters a second are read by whoever does not read much, after so long a look at what it is. */
const [perSecond, look] = [14, 4_000]
/** The list stands before each slide: where few follow it, longer than any of them. */
const [listLong, listShort] = [45_000, 30_000]
const few = 2

/**
 * The slides of a view in their order. How long each stands follows from its words alone, never from what a panel has
 * room for, so that all displays of a zone change together.
 */
export function slidesOf({ notices }: Pick<DisplayView, 'notices'>): readonly Slide[] {
  const ofNotices = notices.map(({ id, title, body }) => {
    const longestText = Math.max(
      ...Object.keys({ ...title, ...body }).map(
        (language) => `${title[language as 'lt'] ?? ''}${body[language as 'lt'] ?? ''}`.length,
      ),
    )
    return { key: id, ms: readingTime(longestText) }
  })
  return [{ key: 'standard', ms: shortest }, { key: 'rule', ms: shortest }, ...ofNotices]
}

/** The slide that stands at a time by the server's clock; null while it is the list's turn, if there is one. */
export function slideAt(now: number, slides: readonly Slide[], hasList: boolean): string | null {
  const before = hasList ? (slides.length > few ? listShort : listLong) : 0
  const round = slides.reduce((sum, { ms }) => sum + before + ms, 0)
  if (round === 0) return null
  let left = now % round
  for (const { key, ms } of slides) {
    if (left < before) return null
    if (left < before + ms) return key
    left -= before + ms
  }
  return null
}

function readingTime(characters: number): number {
  const needed = look + (characters / perSecond) * 1_000
  return Math.min(Math.max(Math.ceil(needed / 1_000) * 1_000, shortest), longest)
}
