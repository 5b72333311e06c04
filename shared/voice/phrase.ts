import type { Language, Text } from '../queue/config.ts'
import { labelInWords } from './label.ts'
import { speechOf } from './speech.ts'
import { zoneInWords } from './zone.ts'

/** A call as far as it is said. */
export interface SpokenCall {
  /** The ticket's: `A007`. */
  readonly label: string
  /** The counter's label: `4`, `12B`, `A`. */
  readonly counter: string
  /** The name of the counter's zone, where the hall has it said; left out in a language in which it has none. */
  readonly zone?: Text
}

/**
 * What is said when a number is called. The first piece depends on the ticket alone and the second on the counter alone,
 * so each can be made once and kept. Nothing comes out but letters, spaces, commas, hyphens, apostrophes and full stops.
 */
export interface Phrase {
  readonly language: Language
  readonly text: string
  readonly pieces: readonly string[]
}

export function phraseFor({ label, counter, zone }: SpokenCall, language: Language): Phrase {
  const speech = speechOf(language)
  const place = zoneInWords(zone?.[language] ?? '', speech)
  const pieces = [
    `${speech.ticket(labelInWords(label, speech))},`,
    `${speech.counter(labelInWords(counter, speech))}${place === '' ? '' : `, ${place}`}.`,
  ]
  return { language, text: pieces.join(' '), pieces }
}

/** A call in the order in which it is said: in Lithuanian first, then in each other of the ticket's languages, once. */
export function sayingOf(call: SpokenCall, languages: readonly Language[]): readonly Phrase[] {
  return [...new Set<Language>(['lt', ...languages])].map((language) => phraseFor(call, language))
}
