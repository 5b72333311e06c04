import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Environment } from '#server/environment.ts'
import type { Told } from '#server/operations.ts'
import { readLink } from '#server/operator-link.ts'
import { openServer, type ServerParts } from '#server/server.ts'
import { hallConfig } from '#shared/protocol/hall-config.ts'
import type { DemoAccount } from '#shared/protocol/launch.ts'
import { localDate, startOfDay } from '#shared/queue/calendar.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import { rosterOf } from './accounts.ts'
import type { Dice } from './dice.ts'
import { openPeople, type People } from './people.ts'

export interface DemoParts extends Pick<ServerParts, 'pages' | 'now' | 'log'> {
  readonly environment: Omit<Environment, 'dataDirectory'>
  /** What a hall exports. Throws if it is not one. */
  readonly config: unknown
  /** People's minutes in a minute. */
  readonly speed: number
  readonly dice: Dice
  readonly newPassword: () => string
}

export interface Demo {
  readonly url: string
  /** For people; those who work by themselves have others. */
  readonly accounts: readonly DemoAccount[]
  /** With the tokens of devices that nobody else uses. */
  readonly pages: { readonly kiosk: string; readonly display: string }
  readonly dataDirectory: string
  /** Everybody goes home, the server stops, the folder is removed. */
  readonly close: () => Promise<void>
}

/** Who waits at first besides those who are called at once, and for how long the first of them has. */
const alreadyWaiting = 12
const firstCameMinutesAgo = 15

/** A hall in a folder of its own, on a real server, with people who act through real sockets. */
export async function openDemo(parts: DemoParts): Promise<Demo> {
  const { environment, pages, log, dice, speed } = parts
  const config = inHaste(hallConfig.parse(parts.config), speed)
  const roster = rosterOf(config, parts.newPassword)
  const dataDirectory = mkdtempSync(join(tmpdir(), 'eile-demo-'))
  // The first visitors came a while ago, but today; once they are there, the hall's clock is the real one.
  const midnight = startOfDay(localDate(parts.now(), config.timeZone), config.timeZone)
  const before = Math.min(firstCameMinutesAgo * 60_000, parts.now() - midnight)
  let behind = before
  const now = () => parts.now() - behind

  const closing: (() => void | Promise<void>)[] = [() => rmSync(dataDirectory, { recursive: true })]
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step()
  }
  try {
    const demo = { accounts: [...roster.told] }
    const server = await openServer({ environment: { ...environment, dataDirectory }, pages, now, log, demo })
    closing.push(server.close)
    const link = readLink(dataDirectory)!
    const operate = operatorOf(link)
    await operate('import', { config })
    const staff = [...roster.told, ...roster.clerks.map(({ account }) => account), roster.supervisor]
    await Promise.all(staff.map((account) => operate('staff add', account)))
    const { kiosk, display, own } = await devicesBy(operate)
    const people = await openPeople({
      url: link.url,
      origin: server.url,
      config,
      roster,
      kiosks: own.map((page) => page.split('#token=')[1]!),
      dice,
      speed,
      onFault: (error) => log.error(error, 'somebody in the demo hall stumbled'),
    })
    closing.push(people.leave)
    await fill(people, roster.clerks.length + alreadyWaiting, (share) => {
      behind = before * (1 - share)
    })
    people.begin()
    return { url: server.url, accounts: roster.told, pages: { kiosk, display }, dataDirectory, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** People who are quicker call again sooner. */
function inHaste(config: HallConfig, speed: number): HallConfig {
  return {
    ...config,
    rules: { ...config.rules, recallSeconds: Math.floor(config.rules.recallSeconds / speed) },
  }
}

/** So many tickets one after another. `passed` is told which share of the time before is over; at the end, all. */
async function fill(people: People, tickets: number, passed: (share: number) => void): Promise<void> {
  // Some only look in, as ever.
  for (let came = 0, taken = 0; taken < tickets && came < 3 * tickets; came += 1) {
    if (await people.comesIn()) taken += 1
    passed(taken / tickets)
  }
  passed(1)
}

type Operate = (operation: string, input: object) => Promise<readonly string[]>

/** The pages of a kiosk and a display to be opened, and of the kiosks that the demo's own visitors touch. */
async function devicesBy(operate: Operate) {
  const page = async (kind: string, name: string, more = {}) =>
    (await operate('device add', { kind, name, ...more })).at(-1)!
  const kiosk = (name: string) => page('kiosk', name, { printer: 'preview:' })
  return {
    kiosk: await kiosk('Terminalas svečiams'),
    display: await page('display', 'Salės ekranas'),
    own: [await kiosk('Terminalas prie durų'), await kiosk('Terminalas salėje')],
  }
}

/** The operator's command line of the running server. Throws what it refuses. */
function operatorOf({ url, token }: { url: string; token: string }): Operate {
  return async (operation, input) => {
    const answer = await fetch(`${url}/api/operator`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ operation, input }),
    })
    const told = (await answer.json()) as Told
    if (!told.ok) throw new Error(told.lines.join('\n'))
    return told.lines
  }
}
