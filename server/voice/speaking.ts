import type { Language } from '#shared/queue/config.ts'

import { openWorkerRoom } from '../worker-room.ts'
import type { SpeakerParts } from './espeak.ts'

export interface SpeakRequest extends Omit<SpeakerParts, 'signal'> {
  readonly text: string
  readonly language: Language
}

export interface Speaking {
  /** A clip, as a WAV file. Rejects when the program cannot say it. */
  readonly speak: (request: SpeakRequest) => Promise<Buffer>
  /** Ends what is being said. */
  readonly close: () => Promise<void>
}

/** For the start of the worker, beyond what the program may take, in ms. */
const startMs = 5_000

/**
 * Starts the program that speaks from a small process: a large one copies the tables of all its memory at each start, and
 * nobody in the hall is answered meanwhile.
 */
export function openSpeaking(limitMs: number): Speaking {
  const file = new URL('./speaking-worker.ts', import.meta.url)
  const { ask, close } = openWorkerRoom<SpeakRequest, Buffer>({
    file,
    as: 'process',
    limitMs: limitMs + startMs,
  })
  return { speak: ask, close }
}
