import { parentPort } from 'node:worker_threads'

import type { Question, Reply } from './worker-room.ts'

/** The other side of a worker room, a thread or a process: answers each question, or says what went wrong. */
export function answerQuestions<Q, A>(answer: (question: Q) => A | Promise<A>): void {
  const port = parentPort
  const side = port ?? process
  const send = port ? port.postMessage.bind(port) : process.send?.bind(process)
  if (!send) throw new Error('This runs as a worker only.')
  side.on('message', ({ id, question }: Question<Q>) => {
    void replyTo(id, () => answer(question)).then((reply) => void send(reply))
  })
}

async function replyTo<A>(id: number, answer: () => A | Promise<A>): Promise<Reply<A>> {
  try {
    return { id, answer: await answer() }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}
