import { fork } from 'node:child_process'
import { once, type EventEmitter } from 'node:events'
import { Worker } from 'node:worker_threads'

/** The other side of a worker room, running. It keeps nobody from ending. */
export interface StartedWorker {
  /** `message` with a reply, `error`, `exit` with a code. */
  readonly events: Pick<EventEmitter, 'on'>
  readonly post: (question: object) => void
  /** Resolves when it has ended. */
  readonly end: () => Promise<unknown>
}

/** How long a process may take to end by itself, in ms. */
const endsWithin = 1_000

export function startThread(file: URL, env: Readonly<Record<string, string>>): StartedWorker {
  const worker = new Worker(file, { env: { ...process.env, ...env } })
  worker.unref()
  return {
    events: worker,
    post: (question) => worker.postMessage(question),
    end: () => worker.terminate(),
  }
}

/** Ends by itself once it is alone, also if who started it was killed. */
export function startProcess(file: URL, env: Readonly<Record<string, string>>): StartedWorker {
  const child = fork(file, { env: { ...process.env, ...env }, execArgv: [], serialization: 'advanced' })
  child.unref()
  child.channel?.unref()
  return {
    events: child,
    post: (question) => child.send(question),
    async end() {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
      const ended = once(child, 'exit')
      if (child.connected) child.disconnect()
      const late = setTimeout(() => child.kill('SIGKILL'), endsWithin)
      await ended
      clearTimeout(late)
    },
  }
}
