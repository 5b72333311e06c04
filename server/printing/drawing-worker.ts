import { parentPort } from 'node:worker_threads'
import type { DrawAnswer, DrawRequest } from './drawing.ts'
import { loadFonts, paint } from './paint.ts'

const port = parentPort
if (port === null) throw new Error('drawing-worker.ts runs in a worker thread only')

loadFonts()
port.on('message', (request: DrawRequest) => {
  port.postMessage(answer(request))
})

function answer(request: DrawRequest): DrawAnswer {
  try {
    return { id: request.id, picture: paint(request.paper, request.widthDots) }
  } catch (error) {
    return { id: request.id, error: error instanceof Error ? error.message : String(error) }
  }
}
