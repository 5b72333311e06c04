import { answerQuestions } from '../worker-side.ts'
import type { PastDay } from './past-day.ts'
import { learnAndTry, type Learned } from './trial.ts'

answerQuestions<readonly PastDay[], Learned | null>(learnAndTry)
