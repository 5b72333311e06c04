import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { benchHall } from './bench-hall.ts'
import type { Counts, Job, Speed } from './clients.ts'
import { makeHistory } from './history.ts'
import { signUp, startBare, startHall, startWorker, type HallServer, type Worker } from './processes.ts'
import { atLeast, atMost, measured, median, noMoreThan, report, type Row } from './table.ts'

/**
 * How fast one hall is, beside what the machine can do at all: bare Socket.IO and bare durable transactions on the same
 * disk, in the same run, in turns. Clients are in a process of their own. `npm run bench:hall -- --json`.
 */
const clerks = 64
const queue = 400
const history = 50_000
const listeners = 500
const rounds = 3
const roundMs = 3_000
/** Of both sides: a hall's server runs for weeks. */
const warmUpMs = 3_000

const say = (text: string) => process.stderr.write(`${text}\n`)
const base = resolve(process.env['DATA_DIR'] || './data')
mkdirSync(base, { recursive: true })
const folder = mkdtempSync(join(base, 'bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

process.exitCode = report('hall', await run(), process.argv.includes('--json'))

async function run(): Promise<Row[]> {
  const young = join(folder, 'young')
  const old = join(folder, 'old')
  mkdirSync(young)
  mkdirSync(old)
  say(`making a day with ${history} tickets`)
  await makeHistory(old, history, clerks)
  await makeHistory(young, 0, clerks)
  const clients = startWorker<Job>('clients.ts')
  const cookies = { young: await addPeople(young), old: await addPeople(old) }

  const all = { acks: [], trip: [], perSecond: [], transaction: [], broadcast: [] } as Record<
    string,
    number[]
  >
  const ours = { many: [], manyOld: [], one: [], call: [], start: [] } as Record<string, number[]>
  const counts: Counts[] = []
  for (let round = 1; round <= rounds; round += 1) {
    say(`round ${round} of ${rounds}`)
    await measureFloors(clients, all)
    counts.push(
      await measureHall(clients, young, cookies.young, {
        many: ours['many']!,
        one: ours['one']!,
        call: ours['call']!,
      }),
    )
    ours['start']!.push(await measureStart(clients, old, cookies.old[0]!))
    counts.push(await measureHall(clients, old, cookies.old, { many: ours['manyOld']! }))
  }
  const idle = await startHall(young, 0)
  const megabytes = idle.megabytes()
  await idle.stop()
  await clients.stop()

  const floor = (name: string) => median(all[name]!)
  const own = (name: string) => median(ours[name]!)
  const sum = (pick: (counts: Counts) => number) => counts.reduce((total, one) => total + pick(one), 0)
  return [
    measured('bare acknowledgements', floor('acks'), '/s'),
    measured('bare durable transactions', floor('perSecond'), '/s'),
    atLeast('commands 64 clients', own('many'), '/s', 1, Math.min(floor('perSecond'), 0.15 * floor('acks'))),
    atMost('one client median', own('one'), 'ms', 4, floor('trip') + floor('transaction')),
    atLeast('after 50000 tickets', own('manyOld'), '/s', 0.85, own('many')),
    atMost('call to 500 listeners', own('call'), 'ms', 3, floor('broadcast')),
    noMoreThan('start on 50000 tickets', own('start') / 1_000, 's', 2),
    noMoreThan('memory idle', megabytes, 'MB', 250),
    measured(
      'tickets issued',
      sum((one) => one.issued),
      'tickets',
    ),
    noMoreThan(
      'numbers given twice',
      sum((one) => one.givenTwice),
      'numbers',
      0,
    ),
    noMoreThan(
      'tickets called twice',
      sum((one) => one.calledTwice),
      'tickets',
      0,
    ),
  ]
}

/** The accounts of all clerks, and their session cookies. */
async function addPeople(dataDirectory: string): Promise<string[]> {
  const hall = await startHall(dataDirectory, 0)
  await hall.operate('import', { config: benchHall(clerks) })
  const cookies: string[] = []
  for (let n = 1; n <= clerks; n += 1) cookies.push(await signUp(hall, `clerk-${n}`, 'administrator'))
  await hall.stop()
  return cookies
}

async function measureFloors(clients: Worker<Job>, floors: Record<string, number[]>): Promise<void> {
  const bare = await startBare(folder)
  await clients.do({ kind: 'open bare', url: bare.url, clients: clerks, listeners })
  await clients.do({ kind: 'echo', clients: clerks, ms: warmUpMs })
  floors['acks']!.push((await clients.do<Speed>({ kind: 'echo', clients: clerks, ms: roundMs })).perSecond)
  floors['trip']!.push((await clients.do<Speed>({ kind: 'echo', clients: 1, ms: 1_000 })).median)
  floors['broadcast']!.push(await clients.do<number>({ kind: 'broadcast', times: 21 }))
  await clients.do({ kind: 'close' })
  const transactions = await bare.transact(roundMs)
  floors['perSecond']!.push(transactions.perSecond)
  floors['transaction']!.push(transactions.median)
  await bare.stop()
}

async function measureHall(
  clients: Worker<Job>,
  dataDirectory: string,
  cookies: readonly string[],
  figures: { many: number[]; one?: number[]; call?: number[] },
): Promise<Counts> {
  const hall = await startHall(dataDirectory, 0)
  await clients.do({ kind: 'open', url: hall.url, cookies })
  await clients.do({ kind: 'issue', tickets: queue })
  await clients.do({ kind: 'cycle', clients: clerks, ms: warmUpMs })
  figures.many.push((await clients.do<Speed>({ kind: 'cycle', clients: clerks, ms: roundMs })).perSecond)
  figures.one?.push((await clients.do<Speed>({ kind: 'cycle', clients: 1, ms: 1_000 })).median)
  if (figures.call) figures.call.push(await callToListeners(clients, hall))
  const counts = await clients.do<Counts>({ kind: 'close' })
  await hall.stop()
  return counts
}

async function callToListeners(clients: Worker<Job>, hall: HallServer): Promise<number> {
  const lines = await hall.operate('device add', { kind: 'display', name: 'listeners' })
  const token = lines.at(-1)!.split('#token=')[1]!
  await clients.do({ kind: 'listen', url: hall.url, token, listeners })
  return clients.do<number>({ kind: 'call', times: 21 })
}

/** From the start of the process until a clerk's first command is answered, ms. */
async function measureStart(clients: Worker<Job>, dataDirectory: string, cookie: string): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const started = performance.now()
  const hall = startHall(dataDirectory, port)
  await clients.do({ kind: 'first answer', url: `http://localhost:${port}`, cookie })
  const ms = performance.now() - started
  await (await hall).stop()
  return ms
}
