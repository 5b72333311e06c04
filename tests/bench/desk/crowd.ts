import { setTimeout as sleep } from 'node:timers/promises'

import type { Socket } from 'socket.io-client'

import { serviceOf } from '../bench-hall.ts'
import { doJobs } from '../do-jobs.ts'
import { ask, connectBare } from '../lines.ts'
import { add, nothing, openWatched, type Told, type WatchedLine } from './watched-line.ts'

/** What the process of everybody in the hall is asked to do, one job after another. */
export type CrowdJob =
  | { readonly kind: 'open'; readonly url: string; readonly hall: Credentials }
  | { readonly kind: 'fill'; readonly waiting: number }
  | ({ readonly kind: 'change' } & Pace)
  | { readonly kind: 'settle' }
  | { readonly kind: 'supervisor view' }
  | { readonly kind: 'open bare'; readonly url: string; readonly lines: number }
  | ({ readonly kind: 'echo' } & Pace)
  | { readonly kind: 'close bare' }

export interface Credentials {
  /** Session cookies; each desk has a counter. */
  readonly desks: readonly string[]
  readonly supervisors: readonly string[]
  /** Tokens. */
  readonly displays: readonly string[]
  readonly kiosks: readonly string[]
}

export interface AllTold {
  readonly desks: Told
  readonly supervisors: Told
  /** And all others besides. */
  readonly all: Told
  readonly lines: number
}

interface Pace {
  readonly everyMs: number
  readonly ms: number
}

interface Visitor {
  readonly ticket: string
  /** To the counter, upon the call. */
  readonly came: boolean
}

interface Crowd {
  readonly desks: readonly WatchedLine[]
  readonly supervisors: readonly WatchedLine[]
  readonly kiosks: readonly WatchedLine[]
  readonly all: readonly WatchedLine[]
}

let crowd: Crowd
let bare: Socket[] = []
/** By desk. */
const visitors = new Map<number, Visitor>()
let changes = 0
let issued = 0

doJobs(carryOut)

async function carryOut(job: CrowdJob): Promise<unknown> {
  switch (job.kind) {
    case 'open':
      crowd = await open(job.url, job.hall)
      return null
    case 'fill':
      for (let n = waiting(); n < job.waiting; n += 1) await issue()
      return null
    case 'change': {
      for (const line of crowd.all) line.forget()
      await paced(job, change)
      const { desks, supervisors, all } = crowd
      return { desks: toldIn(desks), supervisors: toldIn(supervisors), all: toldIn(all), lines: all.length }
    }
    case 'settle':
      for (const [desk, visitor] of visitors) {
        if (!visitor.came) await start(desk, visitor)
        await finish(desk, visitor)
      }
      return null
    case 'supervisor view':
      return crowd.supervisors[0]!.view()
    case 'open bare':
      bare = await Promise.all(Array.from({ length: job.lines }, () => connectBare(job.url)))
      return null
    case 'echo':
      return paced(job, (n) => bare[n % bare.length]!.emitWithAck('echo', { ticket: 'AAAAAAAAAAAAAAAA' }))
    case 'close bare':
      for (const socket of bare) socket.disconnect()
      return null
  }
}

async function open(url: string, hall: Credentials): Promise<Crowd> {
  const staff = (cookies: readonly string[], page?: string) =>
    Promise.all(cookies.map((cookie) => openWatched(url, { kind: 'staff', page }, cookie)))
  const devices = (tokens: readonly string[]) =>
    Promise.all(tokens.map((token) => openWatched(url, { kind: 'device', token })))
  const desks = await staff(hall.desks)
  const supervisors = await staff(hall.supervisors, 'supervisor')
  const displays = await devices(hall.displays)
  const kiosks = await devices(hall.kiosks)
  await Promise.all(desks.map(({ socket }, n) => ask(socket, 'shift:open', { counter: counterOf(n) })))
  return { desks, supervisors, kiosks, all: [...desks, ...supervisors, ...displays, ...kiosks] }
}

/** As the first desk sees it. */
function waiting(): number {
  const view = crowd.desks[0]!.view()
  return view?.audience === 'desk' ? view.waitingInAll : 0
}

/**
 * One of four in turns: somebody comes, somebody is called, another's visitor comes to the counter, another's goes. Each
 * counter's turn comes round after all others', so that a visitor is called and served for a third of that.
 */
async function change(): Promise<void> {
  const { desks } = crowd
  const turn = Math.floor(changes / 4)
  const step = changes % 4
  changes += 1
  if (step === 0) return issue()
  const behind = (step - 1) * Math.floor(desks.length / 3)
  const desk = (turn - behind + desks.length) % desks.length
  const visitor = visitors.get(desk)
  if (step === 1 && !visitor) return call(desk)
  if (step === 2 && visitor && !visitor.came) return start(desk, visitor)
  if (step === 3 && visitor?.came) return finish(desk, visitor)
}

async function issue(): Promise<void> {
  issued += 1
  const needs = issued % 5 === 0 ? ['mobility'] : []
  const language = issued % 4 === 0 ? 'en' : 'lt'
  const kiosk = crowd.kiosks[issued % crowd.kiosks.length]!.socket
  await ask(kiosk, 'ticket:issue', { service: serviceOf(issued), language, needs })
}

async function call(desk: number): Promise<void> {
  const { answer } = await ask(crowd.desks[desk]!.socket, 'ticket:call-next', { counter: counterOf(desk) })
  visitors.set(desk, { ticket: answer!.ticket!, came: false })
}

async function start(desk: number, visitor: Visitor): Promise<void> {
  visitors.set(desk, { ...visitor, came: true })
  await ask(crowd.desks[desk]!.socket, 'ticket:start', { ticket: visitor.ticket })
}

async function finish(desk: number, { ticket }: Visitor): Promise<void> {
  visitors.delete(desk)
  await ask(crowd.desks[desk]!.socket, 'ticket:finish', { ticket })
}

/** Begins one each so many ms for so long, however long each takes; resolves when all are done. */
async function paced({ everyMs, ms }: Pace, work: (n: number) => Promise<unknown>): Promise<void> {
  const begun: Promise<unknown>[] = []
  const startsAt = performance.now()
  for (let n = 0; n < ms / everyMs; n += 1) {
    await sleep(Math.max(0, startsAt + n * everyMs - performance.now()))
    begun.push(work(n))
  }
  await Promise.all(begun)
}

function counterOf(desk: number): string {
  return `counter-${desk + 1}`
}

function toldIn(lines: readonly WatchedLine[]): Told {
  return lines.map(({ told }) => told()).reduce(add, nothing)
}
