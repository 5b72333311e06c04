import { startProcess, startThread, type StartedWorker } from './worker-start.ts'

export interface WorkerRoomOptions {
  readonly file: URL
  /** A process starts programs of its own without holding this one up; else a thread is the lighter. */
  readonly as?: 'thread' | 'process'
  readonly env?: Readonly<Record<string, string>>
  /** How long the worker may sit idle before it is ended. */
  readonly idleMs?: number
  /** How long one answer may take, the worker's start included. */
  readonly limitMs?: number
}

export interface Question<Q> {
  readonly id: number
  readonly question: Q
}
export type Reply<A> =
  { readonly id: number; readonly answer: A } | { readonly id: number; readonly error: string }

export interface WorkerRoom<Q, A> {
  /** Rejects when there is no answer; the next question starts afresh. */
  readonly ask: (question: Q) => Promise<A>
  readonly isAwake: () => boolean
  readonly close: () => Promise<void>
}

interface Pending<A> {
  readonly resolve: (answer: A) => void
  readonly reject: (error: Error) => void
  readonly limit: NodeJS.Timeout
}

/** A worker that is started when first needed, and replaced when it breaks or hangs. */
export function openWorkerRoom<Q, A>(options: WorkerRoomOptions): WorkerRoom<Q, A> {
  const { file, as = 'thread', env = {}, idleMs = 5 * 60_000, limitMs = 10_000 } = options
  const begin = as === 'thread' ? startThread : startProcess
  const pending = new Map<number, Pending<A>>()
  let worker: StartedWorker | null = null
  let idle: NodeJS.Timeout | undefined
  let lastId = 0
  let closed = false

  function start(): StartedWorker {
    const started = begin(file, env)
    started.events.on('message', settle)
    started.events.on('error', (error) => drop(started, asError(error)))
    started.events.on('exit', (code) => drop(started, new Error(`the worker ended (${String(code)})`)))
    return started
  }

  function settle(reply: Reply<A>): void {
    const waiting = pending.get(reply.id)
    if (waiting === undefined) return
    forget(reply.id, waiting)
    if ('error' in reply) waiting.reject(new Error(reply.error))
    else waiting.resolve(reply.answer)
    rest()
  }

  function drop(broken: StartedWorker, error: Error): void {
    if (broken !== worker) return
    worker = null
    void broken.end()
    for (const [id, waiting] of pending) {
      forget(id, waiting)
      waiting.reject(error)
    }
  }

  function forget(id: number, waiting: Pending<A>): void {
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
    isAwake: () => worker !== null,
    ask(question) {
      if (closed) return Promise.reject(new Error('the room was closed'))
      worker ??= start()
      const used = worker
      clearTimeout(idle)
      lastId += 1
      const id = lastId
      return new Promise<A>((resolve, reject) => {
        const limit = setTimeout(() => drop(used, new Error(`no answer within ${limitMs} ms`)), limitMs)
        pending.set(id, { resolve, reject, limit })
        used.post({ id, question } satisfies Question<Q>)
      })
    },
    async close() {
      closed = true
      clearTimeout(idle)
      const last = worker
      if (last === null) return
      drop(last, new Error('the room was closed'))
      await last.end()
    },
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
