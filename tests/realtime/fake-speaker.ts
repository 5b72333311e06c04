import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

import { writeWav } from '#server/voice/wav.ts'

import { tone } from '../rules/voice-tone.ts'

/** A program that is called like espeak-ng, and can be told to fail. It always says the same tone. */
export interface FakeSpeaker {
  readonly program: string
  /** What it was given to say, in order. */
  said(): string[]
  /** What it was started with besides its version, in order. */
  startedWith(): string[]
  /** The processes that started it to say something, and its own, in order. */
  processes(): { starter: number; own: number }[]
  behave(how: 'well' | 'hangs' | 'fails' | 'babbles' | 'floods'): void
}

export function fakeSpeaker(): FakeSpeaker {
  const folder = mkdtempSync(join(tmpdir(), 'eile-speaker-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = (name: string) => join(folder, name)
  writeFileSync(file('tone.wav'), writeWav(tone({ seconds: 0.5 })))
  writeFileSync(file('how'), 'well')
  writeFileSync(
    file('speaker'),
    `#!/bin/sh
cd '${folder}'
if [ "$1" = --version ]; then echo 'eSpeak NG text-to-speech: 9.9  Data at: /'; exit; fi
# Before it is seen to have started: then another behaviour is for the next.
how=$(cat how)
echo "$*" >> arguments
echo "$PPID $$" >> processes
text=$(cat)
printf '%s\\n' "$text" >> said
case $how in
  hangs) exec sleep 600 ;;
  fails) echo 'no such voice' >&2; exit 3 ;;
  floods) exec head -c 5000000 /dev/zero ;;
  babbles) echo 'not a sound' ;;
  *) cat tone.wav ;;
esac
`,
    { mode: 0o755 },
  )
  appendFileSync(file('said'), '')
  appendFileSync(file('arguments'), '')
  const linesOf = (name: string) =>
    existsSync(file(name)) ? readFileSync(file(name), 'utf8').split('\n').filter(Boolean) : []
  return {
    program: file('speaker'),
    said: () => linesOf('said'),
    startedWith: () => linesOf('arguments'),
    processes: () =>
      linesOf('processes').map((line) => {
        const [starter, own] = line.split(' ').map(Number)
        return { starter: starter!, own: own! }
      }),
    behave: (how) => writeFileSync(file('how'), how),
  }
}
