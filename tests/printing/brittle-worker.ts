import { parentPort } from 'node:worker_threads'
import type { DrawRequest } from '#server/printing/drawing.ts'
import type { Picture } from '#server/printing/picture.ts'
import type { Question, Reply } from '#server/worker-room.ts'

let drawn = 0

// Stands in for the real worker: what the label says is what goes wrong.
parentPort!.on('message', ({ id, question }: Question<DrawRequest>) => {
  const { paper, widthDots } = question
  if (paper.label === 'EXIT') process.exit(1)
  if (paper.label === 'THROW') throw new Error('the ink is dry')
  if (paper.label === 'HANG') for (;;);
  drawn += 1
  const bytesPerRow = widthDots / 8
  const answer = { width: widthDots, height: drawn, bytesPerRow, bits: new Uint8Array(bytesPerRow * drawn) }
  parentPort!.postMessage({ id, answer } satisfies Reply<Picture>)
})
