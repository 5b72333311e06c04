import type { Socket } from 'socket.io-client'

import { serviceOf } from './bench-hall.ts'
import { doJobs } from './do-jobs.ts'
import { ask, connect, connectBare, newId, type Answer } from './lines.ts'

/** What the clients' process is asked to do, one job after another. */
export type Job =
  | { readonly kind: 'open'; readonly url: string; readonly cookies: readonly string[] }
  | { readonly kind: 'issue'; readonly tickets: number }
  | { readonly kind: 'cycle'; readonly clients: number; readonly ms: number }
  | { readonly kind: 'listen'; readonly url: string; readonly token: string; readonly listeners: number }
  | { readonly kind: 'call'; readonly times: number }
  | { readonly kind: 'open bare'; readonly url: string; readonly clients: number; readonly listeners: number }
  | { readonly kind: 'echo'; readonly clients: number; readonly ms: number }
  | { readonly kind: 'broadcast'; readonly times: number }
  | { readonly kind: 'first answer'; readonly url: string; readonly cookie: string }
  | { readonly kind: 'close' }

export interface Speed {
  readonly perSecond: number
  /** Of one command, ms. */
  readonly median: number
}

export interface Counts {
  readonly issued: number
  readonly called: number
  readonly givenTwice: number
  readonly calledTwice: number
}

let clerks: Socket[] = []
let listeners: Socket[] = []
let bare: Socket[] = []
const issued = new Map<string, number>()
const called = new Map<string, number>()

doJobs(carryOut)

async function carryOut(job: Job): Promise<unknown> {
  switch (job.kind) {
    case 'open': {
      clerks = await Promise.all(job.cookies.map((cookie) => connect(job.url, { kind: 'staff' }, cookie)))
      await Promise.all(clerks.map((clerk, n) => ask(clerk, 'shift:open', { counter: counterOf(n) })))
      return null
    }
    case 'issue':
      for (let n = 0; n < job.tickets; n += 1) await issue(clerks[0]!, n)
      return null
    case 'cycle':
      return loop(job.clients, job.ms, serveOne)
    case 'listen': {
      const one = () => connect(job.url, { kind: 'device', token: job.token })
      listeners = await Promise.all(Array.from({ length: job.listeners }, one))
      return null
    }
    case 'call':
      return medianOf(job.times, callToAll)
    case 'open bare': {
      const one = (listens: boolean) => connectBare(job.url, { listens })
      bare = await Promise.all(Array.from({ length: job.clients }, () => one(false)))
      listeners = await Promise.all(Array.from({ length: job.listeners }, () => one(true)))
      return null
    }
    case 'echo':
      return loop(job.clients, job.ms, async (n, took) => {
        const started = performance.now()
        await bare[n]!.emitWithAck('echo', { id: newId(), ticket: 'AAAAAAAAAAAAAAAA' })
        took(performance.now() - started)
      })
    case 'broadcast':
      return medianOf(job.times, async () => {
        const heard = heardByAll()
        const started = performance.now()
        void bare[0]!.emitWithAck('broadcast', {
          call: '1',
          label: 'A0000001',
          counter: '1',
          zone: 'hall',
          at: 0,
        })
        await heard
        return performance.now() - started
      })
    case 'first answer': {
      const socket = await connect(job.url, { kind: 'staff' }, job.cookie)
      await socket.emitWithAck('ticket:finish', { id: newId(), ticket: 'none' })
      socket.disconnect()
      return null
    }
    case 'close':
      if (clerks.length > 0) await leave()
      for (const socket of [...clerks, ...listeners, ...bare]) socket.disconnect()
      clerks = listeners = bare = []
      return counts()
  }
}

/** Issue, call, start, finish: what one clerk's visitor goes through, each command when the one before is answered. */
async function serveOne(n: number, took: (ms: number) => void): Promise<void> {
  const clerk = clerks[n]!
  const timed = async <T>(work: Promise<T>): Promise<T> => {
    const started = performance.now()
    const result = await work
    took(performance.now() - started)
    return result
  }
  await timed(issue(clerk, n))
  const ticket = await timed(callNext(clerk, n))
  await timed(ask(clerk, 'ticket:start', { ticket }))
  await timed(ask(clerk, 'ticket:finish', { ticket }))
}

/** The hall as it was: everybody is served, every counter closed. */
async function leave(): Promise<void> {
  await Promise.all(
    clerks.map(async (clerk, n) => {
      for (;;) {
        const next = (await clerk.emitWithAck('ticket:call-next', {
          id: newId(),
          counter: counterOf(n),
        })) as Answer
        if (!next.ok) break
        count(called, next.answer!.ticket!)
        await ask(clerk, 'ticket:start', { ticket: next.answer!.ticket })
        await ask(clerk, 'ticket:finish', { ticket: next.answer!.ticket })
      }
      await ask(clerk, 'shift:close', { counter: counterOf(n) })
    }),
  )
}

async function issue(clerk: Socket, n: number): Promise<void> {
  const { answer } = await ask(clerk, 'ticket:issue', { service: serviceOf(n), language: 'lt' })
  count(issued, answer!.label!)
}

async function callNext(clerk: Socket, n: number): Promise<string> {
  const { answer } = await ask(clerk, 'ticket:call-next', { counter: counterOf(n) })
  count(called, answer!.ticket!)
  return answer!.ticket!
}

/** From the clerk's press until the last listener has heard it. */
async function callToAll(): Promise<number> {
  await issue(clerks[0]!, 0)
  const heard = heardByAll()
  const started = performance.now()
  const [ticket] = await Promise.all([callNext(clerks[0]!, 0), heard])
  const ms = performance.now() - started
  await ask(clerks[0]!, 'ticket:start', { ticket })
  await ask(clerks[0]!, 'ticket:finish', { ticket })
  return ms
}

/** Rejects if a listener has lost its line: then there is nothing to measure. */
function heardByAll(): Promise<unknown> {
  const hears = (socket: Socket) =>
    new Promise((heard, reject) => {
      const timer = setTimeout(() => reject(new Error('a listener did not hear the call')), 15_000)
      socket.once('ticket:called', (call) => {
        clearTimeout(timer)
        heard(call)
      })
    })
  return Promise.all(listeners.map(hears))
}

/** Several clients, each in its own closed loop, for so long. */
async function loop(
  clients: number,
  ms: number,
  work: (client: number, took: (ms: number) => void) => Promise<void>,
): Promise<Speed> {
  const times: number[] = []
  const end = performance.now() + ms
  const started = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < end) await work(client, (one) => times.push(one))
    }),
  )
  const perSecond = times.length / ((performance.now() - started) / 1_000)
  return { perSecond, median: times.sort((a, b) => a - b)[times.length >> 1]! }
}

async function medianOf(times: number, work: () => Promise<number>): Promise<number> {
  const all: number[] = []
  for (let n = 0; n < times; n += 1) all.push(await work())
  return all.sort((a, b) => a - b)[all.length >> 1]!
}

function counterOf(n: number): string {
  return `counter-${n + 1}`
}

function count(seen: Map<string, number>, key: string): void {
  seen.set(key, (seen.get(key) ?? 0) + 1)
}

function counts(): Counts {
  const twice = (seen: Map<string, number>) => [...seen.values()].filter((times) => times > 1).length
  const result = {
    issued: issued.size,
    called: called.size,
    givenTwice: twice(issued),
    calledTwice: twice(called),
  }
  issued.clear()
  called.clear()
  return result
}
