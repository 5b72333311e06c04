import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import type { Browser } from 'playwright-core'

import type { SupervisorView } from '#shared/protocol/views.ts'
import { openChromium } from '#tests/browser/hall-in-chromium.ts'

import { signUp, startHall, startWorker, type HallServer, type Worker } from '../processes.ts'
import { atMost, median, noMoreThan, report, type Row } from '../table.ts'
import type { AllTold, Credentials, CrowdJob } from './crowd.ts'
import { longNames } from './desk-hall.ts'
import type { FloorJob } from './floor.ts'
import { openPressed, pressUntilPainted } from './press.ts'
import { heapAfterDay } from './supervisor-day.ts'

/**
 * A full hall, as its desks and supervisors have it: 300 who wait, 40 open counters, 3 supervisors, 4 displays, 2 kiosks.
 * The server, everybody's lines and the floor, which is bare Socket.IO, are processes of their own; the desk that is
 * pressed at and the supervisor's page are pages. `npm run bench:desk -- --json`.
 */
const full = { waiting: 300, desks: 40, supervisors: 3, displays: 4, kiosks: 2 }
const rounds = 3
/** A visitor takes three: called, come, gone. */
const presses = 45
/** Of both pages, not measured: a clerk presses hundreds of times a day. */
const firstPresses = 30
const pace = { everyMs: 50, ms: 20_000 }
/** Until every counter has had its turn. */
const warmUp = { everyMs: 50, ms: 8_000 }
/** In ms, for what a press leaves behind. */
const rest = 150
/** Of a second, in ms: what a server computes that has nothing to do. */
const idleMs = 40
/** In seconds. */
const longestWork = 180

const say = (text: string) => process.stderr.write(`${text}\n`)
const base = resolve(process.env['DATA_DIR'] || './data')
mkdirSync(base, { recursive: true })
const folder = mkdtempSync(join(base, 'bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

const browser = await openChromium()
const hall = await startHall(folder, 0)
const crowd = startWorker<CrowdJob>('desk/crowd.ts')
const floor = startWorker<FloorJob>('desk/floor.ts')
const rows = await run(browser, hall, crowd, floor).finally(async () => {
  await browser.close()
  for (const one of [crowd, floor, hall]) await one.stop()
})
process.exitCode = report('desk', rows, process.argv.includes('--json'))

async function run(
  browser: Browser,
  hall: HallServer,
  crowd: Worker<CrowdJob>,
  floor: Worker<FloorJob>,
): Promise<Row[]> {
  say(`filling a hall: ${full.waiting} wait, ${full.desks} counters are open`)
  await hall.operate('import', { config: longNames(full.desks) })
  const credentials = await letIn(hall)
  await crowd.do({ kind: 'open', url: hall.url, hall: credentials })
  const bare = await floor.do<string>({ kind: 'open' })
  const found = { ours: [], bare: [], desk: [], supervisor: [], cpu: [], bareCpu: [] } as Record<
    string,
    number[]
  >
  const add = (name: string, value: number) => found[name]!.push(value)

  for (let round = 1; round <= rounds; round += 1) {
    say(`round ${round} of ${rounds}: ${presses} presses`)
    await crowd.do({ kind: 'fill', waiting: full.waiting })
    await untilRested(hall)
    const pressed = await pressInTurns(hall.url, credentials.desks[0]!, bare)
    add('ours', median(pressed.ours))
    add('bare', median(pressed.bare))

    say(`${1_000 / pace.everyMs} changes a second`)
    await crowd.do({ kind: 'fill', waiting: full.waiting })
    await crowd.do({ kind: 'change', ...warmUp })
    const before = await hall.cpuMs()
    const told = await crowd.do<AllTold>({ kind: 'change', ...pace })
    add('cpu', ((await hall.cpuMs()) - before) / pace.ms)
    add('desk', told.desks.bytes / told.desks.updates / 1_000)
    add('supervisor', told.supervisors.bytes / told.supervisors.updates / 1_000)
    add('bareCpu', await bareCpu(bare, told))
    await crowd.do({ kind: 'settle' })
  }

  say('a day of the supervisor')
  const view = await crowd.do<SupervisorView>({ kind: 'supervisor view' })
  const heap = await heapAfterDay(
    browser,
    `${hall.url}/counter/supervisor`,
    credentials.supervisors[0]!,
    view,
  )

  const of = (name: string) => median(found[name]!)
  return [
    atMost('press to paint p50', of('ours'), 'ms', 3, of('bare')),
    noMoreThan('desk view bytes', of('desk'), 'kB', 6),
    noMoreThan('supervisor view bytes', of('supervisor'), 'kB', 20),
    beside(noMoreThan('server cpu at 20 changes a second', of('cpu'), 'cores', 0.5), of('bareCpu')),
    noMoreThan('supervisor heap', heap, 'MB', 60),
  ]

  async function pressInTurns(url: string, cookie: string, bareUrl: string) {
    const took = { ours: [] as number[], bare: [] as number[] }
    const desk = await openPressed(browser, `${url}/counter`, 'main .main button', cookie)
    const line = await openPressed(browser, bareUrl, '#line')
    for (let n = 0; n < firstPresses + presses; n += 1) {
      const ours = await pressUntilPainted(desk)
      await desk.page.waitForTimeout(rest)
      const bare = await pressUntilPainted(line)
      await line.page.waitForTimeout(rest)
      if (n < firstPresses) continue
      took.ours.push(ours)
      took.bare.push(bare)
    }
    for (const { page } of [desk, line]) await page.context().close()
    return took
  }

  /** As much text to as many lines as often, and as many acknowledged messages, in cores. */
  async function bareCpu(url: string, { all, lines }: AllTold): Promise<number> {
    await crowd.do({ kind: 'open bare', url, lines })
    const [ms] = await Promise.all([
      floor.do<number>({
        kind: 'broadcast',
        times: Math.round(all.updates / lines),
        bytes: Math.round(all.bytes / all.updates),
        ms: pace.ms,
      }),
      crowd.do({ kind: 'echo', ...pace }),
    ])
    await crowd.do({ kind: 'close bare' })
    return ms / pace.ms
  }
}

/** What fills here in a moment fills in hours elsewhere: there each number is spoken ahead long before it is called. */
async function untilRested(hall: HallServer): Promise<void> {
  for (let second = 0, before = await hall.cpuMs(); second < longestWork; second += 1) {
    await setTimeout(1_000)
    const now = await hall.cpuMs()
    if (now - before < idleMs) return
    before = now
  }
  throw new Error(`The server does not come to rest within ${longestWork} s.`)
}

async function letIn(hall: HallServer): Promise<Credentials> {
  const staff = async (count: number, role: string) => {
    const cookies: string[] = []
    for (let n = 1; n <= count; n += 1) cookies.push(await signUp(hall, `${role}-${n}`, role))
    return cookies
  }
  const devices = async (count: number, input: object) => {
    const tokens: string[] = []
    for (let n = 1; n <= count; n += 1)
      tokens.push(
        (await hall.operate('device add', { name: `Device ${n}`, ...input })).at(-1)!.split('#token=')[1]!,
      )
    return tokens
  }
  return {
    desks: await staff(full.desks, 'clerk'),
    supervisors: await staff(full.supervisors, 'supervisor'),
    displays: await devices(full.displays, { kind: 'display' }),
    kiosks: await devices(full.kiosks, { kind: 'kiosk', printer: 'preview:' }),
  }
}

function beside(row: Row, floor: number): Row {
  return { ...row, floor, ratio: row.value / floor }
}
