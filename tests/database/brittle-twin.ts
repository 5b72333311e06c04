import { parentPort } from 'node:worker_threads'

import type { Question } from '#server/worker-room.ts'
import type { TwinInput } from '#shared/queue/twin/twin-input.ts'

// Stands in for the twin: who waits says what goes wrong.
parentPort!.on('message', ({ id, question }: Question<TwinInput>) => {
  const { length } = question.waiting
  if (length === 1) process.exit(1)
  if (length === 2) for (;;);
  const outlook = { low: 60_000, mid: 300_000, high: 540_000 }
  const answer = {
    waiting: question.waiting.map(() => outlook),
    services: question.services.map(() => outlook),
  }
  parentPort!.postMessage({ id, answer })
})
