import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { writeWav } from '#server/voice/wav.ts'
import type { Language } from '#shared/queue/config.ts'

import { tone } from '../rules/voice-tone.ts'

/** Leaves a recording in a folder of recordings, with silence around it as people leave it. */
export function recordIn(
  folder: string,
  language: Language,
  name: string,
  seconds = 0.4,
  rate = 22_050,
): void {
  mkdirSync(join(folder, language), { recursive: true })
  writeFileSync(join(folder, language, `${name}.wav`), writeWav(tone({ seconds, rate, silenceMs: 300 })))
}
