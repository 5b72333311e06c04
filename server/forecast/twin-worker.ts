import { foresee, type TwinResult } from '#shared/queue/twin/twin.ts'
import type { TwinInput } from '#shared/queue/twin/twin-input.ts'

import { answerQuestions } from '../worker-side.ts'

answerQuestions<TwinInput, TwinResult>((input) => foresee(input, Math.floor(input.now / 1000)))
