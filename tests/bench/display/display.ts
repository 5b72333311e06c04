import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import type { Page } from 'playwright-core'
import { io, type Socket } from 'socket.io-client'

import { protocolVersion } from '#shared/protocol/version.ts'
import { openChromium, openHallInChromium } from '#tests/browser/hall-in-chromium.ts'
import { password } from '#tests/browser/running-pages.ts'

import { atMost, median, noMoreThan, report, type Row } from '../table.ts'
import { scriptKilobytes } from '../web-pages.ts'
import { watchEmits } from './emits.ts'
import { openFloor } from './floor.ts'
import { heapGrowth } from './heap.ts'
import { painted, watchFor, watchPage } from './in-page.ts'
import type { ListenersJob } from './listeners.ts'

/**
 * How soon a call is seen and heard, beside a line of text that the same page is told by bare Socket.IO, in turns. Of two
 * hundred displays four are pages; the others are lines of displays, in a process of their own, for which hearing counts
 * as painting: so are the floor's. `npm run bench:display -- --json`.
 */
const rounds = 3
const calls = 100
const heardCalls = 3
const displays = { pages: 4, lines: 196 }
const callsToAll = 10
const counter = 'counter-1'
/** In ms, for what a call leaves behind. */
const restMs = 120
const day = { hours: 12, callsAnHour: 120 }

const say = (text: string) => process.stderr.write(`${text}\n`)
const emits = watchEmits()
const browser = await openChromium()
const hall = await openHallInChromium(browser, Date.now)
const floor = await openFloor()
const processes: ChildProcess[] = []
const clerk = await openClerk()
const rows = await run().finally(async () => {
  for (const one of processes) one.kill('SIGTERM')
  clerk.disconnect()
  await floor.close()
  await hall.close()
  await browser.close()
})
process.exitCode = report('display', rows, process.argv.includes('--json'))

interface Times {
  readonly ours: number[]
  readonly bare: number[]
}

async function run(): Promise<Row[]> {
  const display = new URL((await hall.device('display')).page, hall.url)
  const credential = { kind: 'device', token: display.hash.split('token=')[1]! }
  const lineOf = { protocol: protocolVersion, build: 'bench', credential }
  const opening = { size: 'display', address: display.href, shown: '.total .count' } as const
  const found = { p50: times(), p99: times(), all: times(), sound: [] as number[], heap: [] as number[] }

  say('weighing the scripts')
  const js = await scriptKilobytes(browser, opening)
  for (let round = 1; round <= rounds; round += 1) {
    say(`round ${round} of ${rounds}`)
    // Alone: other displays of this machine would paint the same call, and take its time.
    const page = await openPage(display.href)
    for (let n = 0; n < heardCalls; n += 1) found.sound.push(await soundAfterPaint(page))

    const one = await inTurns(calls, [page])
    found.p50.ours.push(median(one.ours))
    found.p50.bare.push(median(one.bare))
    found.p99.ours.push(percentile(one.ours, 99))
    found.p99.bare.push(percentile(one.bare, 99))

    const pages = [page]
    while (pages.length < displays.pages) pages.push(await openPage(display.href))
    const lines = await openListeners({ url: hall.url, auth: lineOf, count: displays.lines })
    const bareLines = await openListeners({ url: floor.url, auth: {}, count: displays.lines })
    const all = await inTurns(callsToAll, pages, lines, bareLines)
    found.all.ours.push(median(all.ours))
    found.all.bare.push(median(all.bare))
    for (const one of [lines, bareLines]) one.kill('SIGTERM')
    for (const one of pages) await one.close()

    say(`${day.hours} hours of calls`)
    found.heap.push(await heapGrowth(browser, display.href, day))
  }
  return [
    atMost('call to paint p50', median(found.p50.ours), 'ms', 2, median(found.p50.bare)),
    atMost('call to paint p99', median(found.p99.ours), 'ms', 2, median(found.p99.bare)),
    noMoreThan('sound after paint', median(found.sound), 'ms', 300),
    atMost(
      `200 displays (${displays.pages} pages, ${displays.lines} lines)`,
      median(found.all.ours),
      'ms',
      3,
      median(found.all.bare),
    ),
    noMoreThan('heap growth', median(found.heap), 'MB', 10),
    noMoreThan('display js', js, 'kB gzip', 80),
  ]
}

function times(): Times {
  return { ours: [], bare: [] }
}

/** The nearest rank. */
function percentile(values: readonly number[], percent: number): number {
  return [...values].sort((a, b) => a - b)[Math.ceil((values.length * percent) / 100) - 1]!
}

/** From the emit to the last paint of all these pages, and the last hearing of all these lines, in ms. */
async function inTurns(
  times: number,
  pages: readonly Page[],
  lines?: ChildProcess,
  bareLines?: ChildProcess,
): Promise<Times> {
  const took: Times = { ours: [], bare: [] }
  for (let n = 0; n < times; n += 1) {
    const { ticket, label } = await issue()
    const seen = await lastSeen(pages, lines, label, () => ask('ticket:call-next', { counter }))
    took.ours.push(seen - emits.last())
    await serve(ticket)
    const text = `B${String(n).padStart(4, '0')} ${label}`
    const seenBare = await lastSeen(pages, bareLines, text, () => floor.broadcast(text))
    took.bare.push(seenBare - emits.last())
    // The views that follow a call are painted too.
    await pages[0]!.waitForTimeout(restMs)
  }
  return took
}

async function lastSeen(
  pages: readonly Page[],
  lines: ChildProcess | undefined,
  label: string,
  tell: () => unknown,
): Promise<number> {
  await Promise.all(pages.map((page) => watchFor(page, label)))
  const heard = lines && once(lines, 'message')
  await tell()
  const paintedAt = await Promise.all(pages.map(painted))
  const [{ heardAt }] = ((await heard) ?? [{ heardAt: 0 }]) as [{ heardAt: number }]
  return Math.max(...paintedAt, heardAt)
}

/** From the paint of a call to its first sound, in ms; less than 0 if that is heard before. Waits for silence first. */
async function soundAfterPaint(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.timeOrigin + performance.now() > window.bench.silentAt)
  const { ticket, label } = await issue()
  const seen = await lastSeen([page], undefined, label, () => ask('ticket:call-next', { counter }))
  const sound = await page.waitForFunction(() => window.bench.soundAt)
  await serve(ticket)
  return (await sound.jsonValue())! - seen
}

/** As on a machine of its own. */
async function openPage(address: string): Promise<Page> {
  const page = await hall.open('display', 'about:blank')
  await watchPage(page)
  await page.goto(address)
  await page.locator('.total .count').waitFor()
  await floor.join(page)
  return page
}

async function openListeners(job: ListenersJob): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('listeners.ts', import.meta.url)))
  processes.push(child)
  child.send(job)
  await once(child, 'message')
  return child
}

/** Somebody who calls, at a counter of the hall. */
async function openClerk(): Promise<Socket> {
  await hall.staff('clerk', 'Clerk', 'administrator')
  const answer = await fetch(`${hall.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: hall.url },
    body: JSON.stringify({ username: 'clerk', password }),
  })
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!
  const auth = { protocol: protocolVersion, build: 'bench', credential: { kind: 'staff' } }
  const extraHeaders = { cookie, origin: hall.url }
  const socket = io(hall.url, { auth, extraHeaders, transports: ['websocket'] })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
  await socket.emitWithAck('shift:open', { id: randomUUID(), counter })
  return socket
}

async function ask(name: string, fields: object): Promise<{ ticket: string; label: string }> {
  const asked = await clerk.emitWithAck(name, { id: randomUUID(), ...fields })
  const { ok, answer, error } = asked as { ok: boolean; answer: never; error: { code: string } }
  if (!ok) throw new Error(`${name}: ${error.code}`)
  return answer
}

function issue() {
  return ask('ticket:issue', { service: 'information', language: 'lt' })
}

async function serve(ticket: string): Promise<void> {
  await ask('ticket:start', { ticket })
  await ask('ticket:finish', { ticket })
}
