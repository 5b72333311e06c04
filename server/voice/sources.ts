import { join } from 'node:path'

import { findSpeaker, programLimitMs, type SpeakerResult } from './espeak.ts'
import { readRecordings, type Recordings } from './recordings.ts'

/** Where the hall's voice comes from. */
export interface VoiceSources {
  readonly program: SpeakerResult
  readonly recordings: Recordings
}

export interface SourcesParts {
  readonly dataDirectory: string
  /** Its name, to be looked for as a shell would, or its path. */
  readonly program: string
  readonly limitMs?: number
  readonly signal?: AbortSignal
}

export function recordingsIn(dataDirectory: string): string {
  return join(dataDirectory, 'voice')
}

export async function findSources({
  dataDirectory,
  program,
  limitMs = programLimitMs,
  signal = new AbortController().signal,
}: SourcesParts): Promise<VoiceSources> {
  const [found, recordings] = await Promise.all([
    findSpeaker({ program, limitMs, signal }),
    readRecordings(recordingsIn(dataDirectory)),
  ])
  return { program: found, recordings }
}
