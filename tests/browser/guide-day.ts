import { setTimeout as wait } from 'node:timers/promises'

import { signIn } from '#tests/demo/sign-in.ts'
import { openClient, type Client } from '#tests/realtime/client.ts'

import { kioskName } from './guide-people.ts'
import type { Studio } from './guide-studio.ts'
import { password } from './running-pages.ts'

/** How many come in every five minutes: for a while more than are served. */
const came = [2, 2, 2, 3, 2, 3, 2, 3, 3, 2, 3, 2, 2, 3, 2, 1, 2, 1, 1, 2, 2, 2, 3, 3]
const step = 5
/** In so many of the last ones visitors are promised something: to foresee it takes a second of real time. */
const foreseenSteps = 6
const patienceMs = 20_000
/** What they come for, one after another. */
const wishes = [
  ...['information', 'payments', 'permits', 'documents', 'tourism', 'information', 'business'],
  ...['payments', 'complaints', 'permits', 'documents', 'information', 'rooms'],
]
/** The counters that work, and the minutes of a visit at each. */
const counters = [
  { number: '1', minutes: 5 },
  { number: '3', minutes: 10 },
  { number: '4', minutes: 15 },
  { number: '5', minutes: 30 },
]

/** Who and what is there beside the pages. */
export interface Day {
  readonly kiosk: Client
  /** At each counter that works, by its number. */
  readonly clerks: ReadonlyMap<string, Client>
}

/** The first two hours of a hall. Nobody in it has a page, so that they take a moment. */
export async function spendDay(studio: Studio): Promise<Day> {
  const kiosk = await deviceLine(studio, 'kiosk', { name: kioskName(studio), printer: 'preview:' })
  const clerks = new Map<string, Client>()
  for (const { number } of counters) clerks.set(number, await clerkLine(studio, number))

  let visitors = 0
  for (const [index, people] of came.entries()) {
    await studio.pass(step)
    for (const { number, minutes } of counters)
      if ((index * step) % minutes === 0) await serveNext(clerks.get(number)!, number)
    if (index >= came.length - foreseenSteps) await foreseen(studio, kiosk)
    for (let n = 0; n < people; n += 1) {
      const service = wishes[visitors % wishes.length]!
      await kiosk.does('ticket:issue', { service, language: visitors % 9 === 8 ? 'uk' : 'lt' })
      visitors += 1
    }
  }
  return { kiosk, clerks }
}

/** Once somebody was called after a leap of time: until a kiosk knows how long people wait as of now. */
export async function foreseen({ now }: Studio, kiosk: Client): Promise<void> {
  const told = kiosk.heard('view:updated', ({ at, lists }) => {
    const services = lists['services']?.rows ?? []
    return at >= now() && services.some(({ promised }) => promised !== null)
  })
  await Promise.race([told, wait(patienceMs, undefined, { ref: false })])
}

/** A device that is there and has no page. */
export async function deviceLine(
  { hall }: Studio,
  kind: 'kiosk' | 'display',
  input: Record<string, unknown>,
): Promise<Client> {
  const { page } = await hall.device(kind, input)
  const client = openClient(hall.url, { kind: 'device', token: page.split('#token=')[1]! }, {})
  await client.connected
  return client
}

async function clerkLine({ hall, t }: Studio, number: string): Promise<Client> {
  const username = `clerk${number}`
  const { url, origin } = { url: hall.url, origin: new URL(hall.url).origin }
  await hall.staff(username, `${t('role.clerk')} ${number}`, 'clerk')
  const cookie = (await signIn({ url, origin, username, password }))!
  const client = openClient(url, { kind: 'staff' }, { cookie, origin })
  await client.connected
  await client.does('shift:open', { counter: counterId(number) })
  return client
}

/** Whoever is at the counter is done, and the next one comes, if anybody waits. */
export async function serveNext(clerk: Client, number: string): Promise<void> {
  const { visitor } = await clerk.seen('desk')
  if (visitor) await clerk.does('ticket:finish', { ticket: visitor.id })
  const called = await clerk.send('ticket:call-next', { counter: counterId(number) })
  if (!called.ok) return
  const ticket = called.answer.ticket!
  await clerk.does('ticket:start', { ticket })
  await clerk.seen('desk', (view) => view.visitor?.id === ticket && view.visitor.state === 'serving')
}

function counterId(number: string): string {
  return `counter-${number}`
}
