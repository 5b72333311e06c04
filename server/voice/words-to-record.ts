import type { HallConfig, Language } from '#shared/queue/config.ts'
import { letterName } from '#shared/voice/letter.ts'
import { speechOf } from '#shared/voice/speech.ts'
import { zoneInWords } from '#shared/voice/zone.ts'

import { nameOf } from './words.ts'

/** The names of all recordings of which every call of a hall can be put together in a language. */
export function wordsToRecord(config: HallConfig, language: Language): readonly string[] {
  const speech = speechOf(language)
  const { small, tens, beforeSmall, hundreds, thousands } = speech.numbers
  const counters = config.counters.map(({ label }) => label)
  const saysThousands =
    config.series.some(({ to }) => to > 999) || counters.some((label) => /[1-9]\d{3}/.test(label))
  const letters = [...config.series.map(({ letter }) => letter), ...counters]
    .flatMap((label) => label.normalize('NFKC').toUpperCase().match(/\p{L}/gu) ?? [])
    .map((letter) => letterName(letter, speech.letters) ?? speech.sign)
  const zones = config.voice.saysZone
    ? config.zones.map(({ name }) => zoneInWords(name[language] ?? '', speech))
    : []
  const all = [
    speech.ticket(''),
    speech.counter(''),
    ...small,
    ...tens,
    beforeSmall,
    ...hundreds,
    ...(saysThousands ? thousands : []),
    ...letters,
    ...zones,
  ]
  return [...new Set(all.map(nameOf))].filter((name) => name !== '')
}
