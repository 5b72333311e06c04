import { execFile } from 'node:child_process'

import type { Language } from '#shared/queue/config.ts'

import { forEspeak } from './espeak-sounds.ts'
import { readWav } from './wav.ts'
import type { Sound } from './sound.ts'

/** A program of its own that speaks: found on this machine, never part of this one. */
export interface Speaker {
  /** `espeak-ng 1.51` */
  readonly name: string
  /** Names the same text, said in the same way, the same. */
  readonly keyOf: (text: string, language: Language) => string
}

export interface SpeakerParts {
  /** Its name, to be looked for as a shell would, or its path. */
  readonly program: string
  /** How long it may take each time. */
  readonly limitMs: number
  /** Kills what it is doing. */
  readonly signal: AbortSignal
}

export type SpeakerResult =
  { readonly ok: true; readonly speaker: Speaker } | { readonly ok: false; readonly reason: string }

const voices: Readonly<Record<Language, string>> = { lt: 'lt', en: 'en-gb', ru: 'ru', pl: 'pl', uk: 'uk' }

/** Words a minute, slower than the program's own 175: halls echo. The Slavic voices are faster than they say. */
const rates: Readonly<Record<Language, number>> = { lt: 150, en: 150, ru: 135, pl: 150, uk: 130 }

/** How long the program may take each time, in ms, if nobody says otherwise. */
export const programLimitMs = 5_000

/** Of sound: more than a minute of it. */
const mostBytes = 4 * 1024 * 1024

/** Asks whether a program is there that speaks like espeak-ng. */
export async function findSpeaker(parts: SpeakerParts): Promise<SpeakerResult> {
  const { program } = parts
  let answer: string
  try {
    answer = (await run(parts, ['--version'], '')).toString()
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code !== 'ENOENT'
    const reason = isThere
      ? `${program} does not run (${messageOf(error)})`
      : `${program} is not installed: apt install espeak-ng`
    return { ok: false, reason }
  }
  const version = /\b\d+(\.\d+)+\S*/.exec(answer)?.[0] ?? 'of an unknown version'
  const name = `espeak-ng ${version}`
  return {
    ok: true,
    speaker: {
      name,
      keyOf: (text, language) =>
        [name, voices[language], rates[language], forEspeak(text, language)].join('\n'),
    },
  }
}

/** Has the program say a text. Rejects if it fails, or has not ended in time: then it is killed. */
export async function say(parts: SpeakerParts, text: string, language: Language): Promise<Sound> {
  // The text is never part of a command.
  const args = ['--stdin', '--stdout', '-b', '1', '-v', voices[language], '-s', String(rates[language])]
  return readWav(await run(parts, args, forEspeak(text, language)))
}

function run(
  { program, limitMs, signal }: SpeakerParts,
  args: readonly string[],
  input: string,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const limits = { timeout: limitMs, killSignal: 'SIGKILL', maxBuffer: mostBytes, signal } as const
    const child = execFile(program, args, { ...limits, encoding: 'buffer' }, (error, output) => {
      if (!error) resolve(output)
      // It is killed for that too.
      else if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
        reject(new Error(`${program} gave more than ${mostBytes} bytes of sound`))
      else if (error.killed) reject(new Error(`${program} had not ended after ${limitMs} ms`))
      else reject(error)
    })
    // It may have ended without reading.
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.trim() : String(error)
}
