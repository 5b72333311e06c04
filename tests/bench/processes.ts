import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { readLink } from '#server/operator-link.ts'
import type { Told } from '#server/operations.ts'

import type { Job } from './clients.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The hall's own server, as `npm start` runs it. */
export interface HallServer {
  readonly url: string
  readonly operate: (operation: string, input?: object) => Promise<readonly string[]>
  readonly megabytes: () => number
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
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  for await (const chunk of child.stdout) {
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
    stop: () => stop(child),
  }
}

export interface Clients {
  readonly do: <Result>(job: Job) => Promise<Result>
  readonly stop: () => Promise<void>
}

export function startClients(): Clients {
  const child = fork(`${root}/tests/bench/clients.ts`)
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
