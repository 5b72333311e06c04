import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'

import type { HallConfig, Language } from '#shared/queue/config.ts'
import { phraseFor, sayingOf, type SpokenCall } from '#shared/voice/phrase.ts'

import { openShelf, type ShelfLimits } from './clip-shelf.ts'
import { GaveWay, openQueue } from './queue-of-work.ts'
import { programLimitMs } from './espeak.ts'
import { findSources, type VoiceSources } from './sources.ts'
import { openSpeaking } from './speaking.ts'
import { writeWav } from './wav.ts'

/** What speaks when a number is called: clips, made here and played by the displays. */
export interface Voice {
  readonly state: () => VoiceState
  /**
   * The addresses of a call's clips in the order of saying, in Lithuanian first, and has those that are missing made at
   * once. A language that cannot be said is left out.
   */
  readonly clipsOf: (call: SpokenCall, languages: readonly Language[]) => readonly SpokenClips[]
  /** Has the pieces of a ticket, or of a counter, made before they are called. */
  readonly prepareTicket: (label: string, languages: readonly Language[]) => void
  readonly prepareCounter: (place: SpokenPlace, languages: readonly Language[]) => void
  /** A clip that was announced, made by now; or why there is none. */
  readonly clip: (name: string) => Promise<Buffer | 'unknown' | 'failed'>
  /** Looks for the program and reads the hall's recordings anew. */
  readonly lookAgain: () => Promise<VoiceSources>
  /** Resolves when what was under way is done; nothing begins after it. */
  readonly close: () => Promise<void>
}

/** Where a call leads. */
export type SpokenPlace = Omit<SpokenCall, 'label'>

export interface SpokenClips {
  readonly language: Language
  readonly clips: readonly string[]
}

export type VoiceState =
  | { readonly state: 'off' }
  | { readonly state: 'ready'; readonly program: string }
  /** Only what is recorded can be said. */
  | { readonly state: 'missing'; readonly reason: string }

export interface VoiceParts {
  readonly dataDirectory: string
  readonly program: string
  readonly settings: () => HallConfig['voice'] | null
  readonly onError: (error: unknown) => void
  readonly limits?: Partial<VoiceLimits>
}

export interface VoiceLimits extends ShelfLimits {
  /** How long the program may take for one piece. */
  readonly programMs: number
  /** How many pieces wait to be made. */
  readonly waiting: number
}

interface Piece {
  readonly name: string
  readonly make: () => Promise<Buffer>
}

/** Names clips anew when what is done to the sound changes. */
const soundVersion = '1'
/** The program takes a core for a moment: what can wait is made a few times a second. */
const pace = { atOnce: 2, restMs: 200 }
const mostAnnounced = 10_000

export async function openVoice({
  dataDirectory,
  program,
  settings,
  onError,
  limits = {},
}: VoiceParts): Promise<Voice> {
  const { clips = 2_000, bytes = 300 * 1024 * 1024, programMs = programLimitMs, waiting = 200 } = limits
  const closing = new AbortController()
  const { signal } = closing
  const look = () => findSources({ dataDirectory, program, limitMs: programMs, signal })
  const speaking = openSpeaking(programMs)
  const shelf = await openShelf(join(dataDirectory, 'voice-made'), { clips, bytes })
  const queue = openQueue({ ...pace, longest: waiting })
  let sources = await look()
  /** Nobody has anything said but what was announced; the oldest is forgotten first. */
  const announced = new Map<string, Piece>()
  let isFailing = false

  const speaks = () => settings()?.speaks ?? true

  function pieceOf(text: string, language: Language): Piece | null {
    const recorded = sources.recordings.find(text, language)
    if (recorded) return { name: named(recorded.key), make: async () => writeWav(recorded.sound()) }
    if (!sources.program.ok) return null
    const { speaker } = sources.program
    const make = () => speaking.speak({ program, limitMs: programMs, text, language })
    return { name: named(speaker.keyOf(text, language)), make }
  }

  function announce(piece: Piece): void {
    announced.delete(piece.name)
    announced.set(piece.name, piece)
    const [oldest] = announced.keys()
    if (announced.size > mostAnnounced && oldest !== undefined) announced.delete(oldest)
  }

  /** Never rejects: a piece that cannot be made is told of once, until one could be. */
  async function made({ name, make }: Piece, isUrgent: boolean): Promise<void> {
    if (shelf.has(name)) return
    try {
      await queue.add(name, async () => shelf.put(name, await laterMade(make)), isUrgent)
      isFailing = false
    } catch (error) {
      // It is made when it is called.
      if (error instanceof GaveWay && !isUrgent) return
      if (!isFailing && !signal.aborted) onError(error)
      isFailing = true
    }
  }

  function prepare(languages: readonly Language[], textIn: (language: Language) => string | undefined): void {
    if (!speaks()) return
    for (const language of new Set(languages)) {
      const text = textIn(language)
      const piece = text === undefined ? null : pieceOf(text, language)
      if (piece) void made(piece, false)
    }
  }

  return {
    state() {
      if (!speaks()) return { state: 'off' }
      const { program: found } = sources
      return found.ok
        ? { state: 'ready', program: found.speaker.name }
        : { state: 'missing', reason: found.reason }
    },
    clipsOf(call, languages) {
      if (!speaks()) return []
      return sayingOf(call, languages).flatMap(({ language, pieces: texts }) => {
        const pieces = texts.flatMap((text) => pieceOf(text, language) ?? [])
        if (pieces.length < texts.length) return []
        for (const piece of pieces) {
          announce(piece)
          void made(piece, true)
        }
        return [{ language, clips: pieces.map(({ name }) => `/api/voice/${name}`) }]
      })
    },
    prepareTicket(label, languages) {
      prepare(languages, (language) => phraseFor({ label, counter: '' }, language).pieces[0])
    },
    prepareCounter(place, languages) {
      prepare(languages, (language) => phraseFor({ ...place, label: '' }, language).pieces[1])
    },
    async clip(name) {
      const kept = await shelf.read(name)
      if (kept) return kept
      const piece = announced.get(name)
      if (!piece) return 'unknown'
      await made(piece, true)
      return (await shelf.read(name)) ?? 'failed'
    },
    async lookAgain() {
      sources = await look()
      return sources
    },
    async close() {
      closing.abort()
      await Promise.all([speaking.close(), queue.close()])
    },
  }
}

/** Who asks does not wait until recordings are put together, or the worker is started. */
async function laterMade(make: Piece['make']): Promise<Buffer> {
  await nextTurn()
  return make()
}

function named(key: string): string {
  return createHash('sha256').update(`${soundVersion}\n${key}`).digest('hex').slice(0, 32)
}
