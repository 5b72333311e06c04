import type { Language } from '../queue/config.ts'
import { en } from './en.ts'
import { lt } from './lt.ts'
import { pl } from './pl.ts'
import { ru } from './ru.ts'
import { uk } from './uk.ts'

/** All that a language says of itself, so that a call can be said in it. */
export interface Speech {
  readonly numbers: NumberWords
  readonly letters: LetterNames
  /** For a letter or a digit of a script that has no names here. */
  readonly sign: string
  /** The number part of a call, given the label in words. */
  ticket(label: string): string
  /** The counter part. */
  counter(label: string): string
}

/** Cardinal numbers in the nominative: the form after "number", whatever stands before it. */
export interface NumberWords {
  /** 0 to 19. */
  readonly small: readonly string[]
  /** 20, 30 … 90, what joins them to a unit, and what joins those below 100 to what is above. */
  readonly tens: readonly string[]
  readonly beforeUnit: string
  readonly beforeSmall: string
  /** 100 … 900 and 1000 … 9000. */
  readonly hundreds: readonly string[]
  readonly thousands: readonly string[]
}

export interface LetterNames {
  readonly latin: ReadonlyMap<string, string>
  readonly cyrillic: ReadonlyMap<string, string>
  /** Halls here use Latin letters, so these are the plain ones: a Cyrillic А is said to be one. */
  readonly inCyrillic: (name: string) => string
  /** A Latin letter that has no name of its own is the plain one with its mark: `z with a dot`. */
  readonly withMark: (name: string, mark: Mark) => string
}

export type Mark = 'tail' | 'hook' | 'dot' | 'bar' | 'accent' | 'stroke' | 'dots'

const speeches: Readonly<Record<Language, Speech>> = { lt, en, ru, pl, uk }

export function speechOf(language: Language): Speech {
  return speeches[language]
}
