import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Language } from '#shared/queue/config.ts'

import { levelled } from './level.ts'
import { gaps, joined, type Sound } from './sound.ts'
import { readWav } from './wav.ts'
import { nameOf, wordsOf, type Word } from './words.ts'

/** What the hall has recorded of its own: a file each for words that follow one another in a piece. */
export interface Recordings {
  /** The names of what there is in a language. */
  readonly names: (language: Language) => ReadonlySet<string>
  /** A piece put together of as few recordings as possible; null if a word of it is not recorded. */
  readonly find: (text: string, language: Language) => RecordedPiece | null
  /** What cannot be used, and why. */
  readonly faults: readonly string[]
}

export interface RecordedPiece {
  /** Another one if anything in it was recorded anew. */
  readonly key: string
  readonly sound: () => Sound
}

interface Recording {
  readonly digest: string
  readonly sound: Sound
}

const languages: readonly Language[] = ['lt', 'en', 'ru', 'pl', 'uk']

/** Reads `LANGUAGE/WORDS.wav` below a folder, which need not be there. */
export async function readRecordings(folder: string): Promise<Recordings> {
  const recorded = new Map<Language, ReadonlyMap<string, Recording>>()
  const faults: string[] = []
  for (const language of languages)
    recorded.set(language, await readLanguage(join(folder, language), language, faults))
  return {
    names: (language) => new Set(recorded.get(language)?.keys()),
    find(text, language) {
      const words = wordsOf(text)
      const parts = fewest(words, recorded.get(language) ?? new Map<string, Recording>())
      return parts && pieceOf(parts)
    },
    faults,
  }
}

async function readLanguage(
  folder: string,
  language: Language,
  faults: string[],
): Promise<ReadonlyMap<string, Recording>> {
  const found = new Map<string, Recording>()
  const files = await readdir(folder).catch(() => [])
  for (const file of files.filter((one) => /\.wav$/i.test(one)).sort()) {
    try {
      const bytes = await readFile(join(folder, file))
      const digest = createHash('sha256').update(bytes).digest('hex')
      found.set(nameOf(file.slice(0, -4)), { digest, sound: levelled(readWav(bytes)) })
    } catch (error) {
      faults.push(`${language}/${file}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const rates = new Set([...found.values()].map(({ sound }) => sound.rate))
  if (rates.size > 1)
    faults.push(`${language}: recordings of ${[...rates].join(' and ')} Hz are never put together`)
  return found
}

interface Part extends Recording {
  readonly isPauseAfter: boolean
}

/** The fewest recordings that say these words in order, from the last word to the first. */
function fewest(
  words: readonly Word[],
  recorded: ReadonlyMap<string, Recording>,
): readonly [Part, ...Part[]] | null {
  if (recorded.size === 0) return null
  const from: (readonly Part[] | null)[] = words.map(() => null)
  from.push([])
  for (let first = words.length - 1; first >= 0; first -= 1) {
    let name = ''
    for (let next = first + 1; next <= words.length; next += 1) {
      const { word, isPauseAfter } = words[next - 1]!
      name += (name && ' ') + word
      const recording = recorded.get(name)
      const rest = from[next]
      if (!recording || !rest) continue
      const best = from[first]
      if (!best || rest.length + 1 <= best.length) from[first] = [{ ...recording, isPauseAfter }, ...rest]
    }
  }
  const [part, ...others] = from[0] ?? []
  return part ? [part, ...others] : null
}

/** Null if the recordings are not of the same rate: one would be said too fast. */
function pieceOf(parts: readonly [Part, ...Part[]]): RecordedPiece | null {
  const { rate } = parts[0].sound
  if (parts.some(({ sound }) => sound.rate !== rate)) return null
  const between = parts.slice(0, -1).map((part) => (part.isPauseAfter ? gaps.comma : gaps.between))
  const sounds = parts.map(({ sound }) => sound)
  return {
    key: parts.map(({ digest, isPauseAfter }) => digest + (isPauseAfter ? ',' : '')).join(' '),
    sound: () => joined(sounds, [gaps.before, ...between, gaps.after]),
  }
}
