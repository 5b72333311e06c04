import { parentPort } from 'node:worker_threads'

import type { Question, Reply } from './worker-room.ts'

/** The other side of a worker room: answers each question, or says what went wrong. */
export function answerQuestions<Q, A>(answer: (question: Q) => A): void {
  const port = parentPort
  if (port === null) throw new Error('This runs in a worker thread only.')
  port.on('message', ({ id, question }: Question<Q>) => {
    port.postMessage(replyTo(id, () => answer(question)))
  })
}

function replyTo<A>(id: number, answer: () => A): Reply<A> {
  try {
    return { id, answer: answer() }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}
