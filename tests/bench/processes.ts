import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { readLink } from '#server/operator-link.ts'
import type { Told } from '#server/operations.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The hall's own server, as `npm start` runs it. */
export interface HallServer {
  readonly url: string
  readonly operate: (operation: string, input?: object) => Promise<readonly string[]>
  readonly megabytes: () => number
  /** The time that it has spent computing, in all threads and workers, in ms. */
  readonly cpuMs: () => Promise<number>
  readonly stop: () => Promise<void>
}

export async function startHall(dataDirectory: string, port: number): Promise<HallServer> {
  const env = {
    ...process.env,
    DATA_DIR: dataDirectory,
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: '',
    NODE_COMPILE_CACHE: `${root}node_modules/.cache/node`,
  }
  const child = spawn(process.execPath, ['--import', './tests/bench/cpu-meter.ts', 'server/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let text = ''
  for await (const chunk of child.stdout!) {
    text += String(chunk)
    if (text.includes('Eilė is served at')) break
  }
  const link = readLink(dataDirectory)!
  return {
    url: link.url,
    async operate(operation, input = {}) {
      const answer = await fetch(`${link.url}/api/operator`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${link.token}` },
        body: JSON.stringify({ operation, input }),
      })
      const told = (await answer.json()) as Told
      if (!told.ok) throw new Error(told.lines.join('\n'))
      return told.lines
    },
    megabytes: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) / 1_024,
    async cpuMs() {
      child.send('cpu')
      const [{ cpuMs }] = (await once(child, 'message')) as [{ cpuMs: number }]
      return cpuMs
    },
    stop: () => stop(child),
  }
}

/** The session cookie of somebody new. */
export async function signUp(hall: HallServer, username: string, role: string): Promise<string> {
  const password = `the password of ${username}`
  await hall.operate('staff add', { username, password, role })
  const answer = await fetch(`${hall.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: hall.url },
    body: JSON.stringify({ username, password }),
  })
  return answer.headers.getSetCookie()[0]!.split(';')[0]!
}

/** A process that does one job after another. */
export interface Worker<Job> {
  readonly do: <Result>(job: Job) => Promise<Result>
  readonly stop: () => Promise<void>
}

/** Of a file in `tests/bench` that answers jobs by `doJobs`. */
export function startWorker<Job extends { readonly kind: string }>(file: string): Worker<Job> {
  const child = fork(`${root}/tests/bench/${file}`)
  return {
    async do<Result>(job: Job) {
      child.send(job)
      const [reply] = (await once(child, 'message')) as [{ result: Result; error?: string }]
      if (reply.error !== undefined) throw new Error(`${job.kind}: ${reply.error}`)
      return reply.result
    },
    stop: () => stop(child),
  }
}

export interface BareServer {
  readonly url: string
  readonly transact: (ms: number) => Promise<{ perSecond: number; median: number }>
  readonly stop: () => Promise<void>
}

export async function startBare(dataDirectory: string): Promise<BareServer> {
  const child = fork(`${root}/tests/bench/bare.ts`, [dataDirectory])
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return {
    url: `http://127.0.0.1:${port}`,
    async transact(ms) {
      child.send({ transactFor: ms })
      const [speed] = (await once(child, 'message')) as [{ perSecond: number; median: number }]
      return speed
    },
    stop: () => stop(child),
  }
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
