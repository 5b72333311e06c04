import { setPriority } from 'node:os'

import { answerQuestions } from '../worker-side.ts'
import { say } from './espeak.ts'
import { levelled } from './level.ts'
import { gaps, joined } from './sound.ts'
import type { SpeakRequest } from './speaking.ts'
import { writeWav } from './wav.ts'

/** Whoever waits in the hall is served first; so do the programs that are started here. */
const niceness = 10

const closing = new AbortController()
const { signal } = closing
setPriority(niceness)
process.once('disconnect', () => {
  closing.abort()
  process.exit()
})
// Its server ends it; who stops both from a terminal tells both.
for (const told of ['SIGINT', 'SIGTERM']) process.on(told, () => {})

answerQuestions<SpeakRequest, Buffer>(async ({ program, limitMs, text, language }) => {
  const sound = levelled(await say({ program, limitMs, signal }, text, language))
  return writeWav(joined([sound], [gaps.before, gaps.after]))
})
