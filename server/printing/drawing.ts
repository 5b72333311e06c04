import { Worker } from 'node:worker_threads'
import type { Paper } from './paper.ts'
import type { Picture, WidthDots } from './picture.ts'

/** Draws a ticket. Rejects when it cannot be drawn; the next call starts afresh. */
export type Draw = (paper: Paper, widthDots: WidthDots) => Promise<Picture>

export interface DrawRequest {
  readonly id: number
  readonly paper: Paper
  readonly widthDots: WidthDots
}
export type DrawAnswer =
  { readonly id: number; readonly picture: Picture } | { readonly id: number; readonly error: string }

export interface DrawingOptions {
  /** how long the worker may sit idle before it is ended */
  readonly idleMs?: number
  /** how long one ticket may take, the worker's start included */
  readonly limitMs?: number
  readonly workerFile?: URL
}

export interface Drawing {
  readonly draw: Draw
  /** whether a worker is running */
  readonly isAwake: boolean
  close(): Promise<void>
}

interface Pending {
  readonly resolve: (picture: Picture) => void
  readonly reject: (error: Error) => void
  readonly limit: NodeJS.Timeout
}

/** A drawing room in a worker thread that is started when first needed and replaced when it breaks. */
export function openDrawing(options: DrawingOptions = {}): Drawing {
  const { idleMs = 5 * 60_000, limitMs = 10_000 } = options
  const workerFile = options.workerFile ?? new URL('./drawing-worker.ts', import.meta.url)
  const pending = new Map<number, Pending>()
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let lastId = 0

  function start(): Worker {
    // Fonts of the machine would make the same ticket look different elsewhere.
    const started = new Worker(workerFile, { env: { DISABLE_SYSTEM_FONTS_LOAD: '1' } })
    started.unref()
    started.on('message', settle)
    started.on('error', (error) => drop(started, asError(error)))
    started.on('exit', (code) => drop(started, new Error(`the drawing worker ended (${code})`)))
    return started
  }

  function settle(answer: DrawAnswer): void {
    const waiting = pending.get(answer.id)
    if (waiting === undefined) return
    forget(answer.id, waiting)
    if ('picture' in answer) waiting.resolve(answer.picture)
    else waiting.reject(new Error(answer.error))
    rest()
  }

  function drop(broken: Worker, error: Error): void {
    if (broken !== worker) return
    worker = null
    void broken.terminate()
    for (const [id, waiting] of pending) {
      forget(id, waiting)
      waiting.reject(error)
    }
  }

  function forget(id: number, waiting: Pending): void {
    clearTimeout(waiting.limit)
    pending.delete(id)
  }

  function rest(): void {
    clearTimeout(idle)
    idle = setTimeout(() => {
      if (pending.size === 0 && worker !== null) drop(worker, new Error('idle'))
    }, idleMs)
    idle.unref()
  }

  return {
    get isAwake() {
      return worker !== null
    },
    draw(paper, widthDots) {
      worker ??= start()
      const used = worker
      clearTimeout(idle)
      lastId += 1
      const id = lastId
      return new Promise<Picture>((resolve, reject) => {
        const limit = setTimeout(() => drop(used, new Error(`not drawn within ${limitMs} ms`)), limitMs)
        pending.set(id, { resolve, reject, limit })
        used.postMessage({ id, paper, widthDots } satisfies DrawRequest)
      })
    },
    async close() {
      clearTimeout(idle)
      const last = worker
      if (last === null) return
      drop(last, new Error('the drawing room was closed'))
      await last.terminate()
    },
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
