import type { KeptTranslate } from '#shared/messages/kept.ts'
import type { SheetLanguage } from '#shared/messages/sheet.ts'
import { languages } from '#shared/messages/text.ts'
import type { KeptCounts, KeptFacts } from '#shared/protocol/kept.ts'

/** Of fewer, a share says less than the number itself. */
const fewest = 20

/** How many of a hundred were kept or not; of few, how many of those. They add up to `of`. */
export interface OutOf {
  readonly of: number
  readonly inside: number
  readonly early: number
  readonly late: number
}

const kinds = ['inside', 'early', 'late'] as const

/** Rounded so that the parts add up: what is left goes to those that lost most. */
export function outOf(counts: KeptCounts): OutOf {
  const { called, inside, early, late } = counts
  if (called < fewest) return { of: called, inside, early, late }
  const shares = kinds.map((kind) => {
    const exact = (100 * counts[kind]) / called
    return { kind, whole: Math.floor(exact), rest: exact - Math.floor(exact) }
  })
  const left = 100 - shares.reduce((sum, { whole }) => sum + whole, 0)
  const up = new Set(
    shares
      .toSorted((a, b) => b.rest - a.rest)
      .slice(0, left)
      .map(({ kind }) => kind),
  )
  const parts = shares.map(({ kind, whole }) => [kind, whole + (up.has(kind) ? 1 : 0)])
  return { of: 100, ...(Object.fromEntries(parts) as Record<(typeof kinds)[number], number>) }
}

/** The counts as a sentence, or `none` if nobody was called. */
export function sentenceOf(
  t: KeptTranslate,
  counts: KeptCounts,
  none: 'kept.sentence.none' | 'kept.queued.none',
): string {
  return counts.called === 0 ? t(none) : t('kept.sentence', { ...outOf(counts) })
}

/** At least a minute: nobody is called to the second. */
export function minutesOff(offMinutes: number): number {
  return Math.max(1, Math.round(offMinutes))
}

/** The days that were counted, as people write them; the year once, where the language has it. */
export function daysOf({ from, on }: Pick<KeptFacts, 'from' | 'on'>, language: SheetLanguage): string {
  const written = (date: string, hasYear: boolean) =>
    new Intl.DateTimeFormat(languages[language].locale, {
      ...(hasYear && { year: 'numeric' }),
      month: 'long',
      day: 'numeric',
      timeZone: 'UTC',
    }).format(Date.parse(date))
  const isYearFirst = language === 'lt'
  return `${written(from, isYearFirst)} – ${written(on, !isYearFirst)}`
}
