import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'

import { foresee, type TwinResult } from '#shared/queue/twin/twin.ts'
import type { TwinInput } from '#shared/queue/twin/twin-input.ts'

import { answerQuestions } from '../worker-side.ts'

makeWay()
// The same luck each time: what is said changes with the hall and not by chance.
answerQuestions<TwinInput, TwinResult>((input) => foresee(input, 1))

/** Who commands the hall goes before who foresees it, where the system knows threads by name. */
function makeWay(): void {
  try {
    setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), 10)
  } catch {
    // Then both are alike.
  }
}
