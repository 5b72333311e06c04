import { existsSync } from 'node:fs'
import { Writable } from 'node:stream'

import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import type { Credential } from '#shared/protocol/handshake.ts'
import { hallConfig } from '#shared/protocol/hall-config.ts'
import { rosterOf } from '#tests/demo/accounts.ts'
import { openDemo, type Demo } from '#tests/demo/demo-hall.ts'
import { diceOf } from '#tests/demo/dice.ts'
import { openPeople } from '#tests/demo/people.ts'
import { openPersonLine } from '#tests/demo/person-line.ts'
import { signIn } from '#tests/demo/sign-in.ts'

import { openClient, type Client, type ClientOptions } from './client.ts'
import { codeOf, runningHall } from './running-hall.ts'

const speed = 3_000

/** A demo whose people are in a great hurry, and what was written to its log. */
async function quickDemo(): Promise<{ demo: Demo; log: string[] }> {
  const log: string[] = []
  const write = (line: Buffer, _encoding: string, done: () => void) => {
    log.push(line.toString())
    done()
  }
  let passwords = 0
  const demo = await openDemo({
    environment: { port: 0, host: '127.0.0.1', namedUrl: null },
    pages: { build: 'test', open: async () => (_request, response) => void response.writeHead(404).end() },
    config: exampleHall,
    speed,
    dice: diceOf('a day to be repeated'),
    newPassword: () => `the password ${(passwords += 1)}`,
    now: Date.now,
    log: pino({ level: 'warn' }, new Writable({ write })),
  })
  onTestFinished(demo.close)
  return { demo, log }
}

function connect(demo: Demo, credential: Credential, options: ClientOptions = {}): Client {
  const client = openClient(demo.url, credential, options)
  onTestFinished(() => void client.socket.disconnect())
  return client
}

function device(demo: Demo, page: 'kiosk' | 'display'): Client {
  return connect(demo, { kind: 'device', token: demo.pages[page].split('#token=')[1]! })
}

/** Resolves when one of so many new tickets was served: any one may miss its call, or have to wait after that. */
async function anyServed(demo: Demo, kiosk: Client, tickets: number): Promise<void> {
  const served: Promise<unknown>[] = []
  for (let taken = 0; taken < tickets; taken += 1) {
    const { url } = await kiosk.does('ticket:issue', { service: 'information', language: 'lt' })
    const phone = connect(demo, { kind: 'ticket', code: codeOf(url!) })
    served.push(phone.seen('phone', ({ state }) => state === 'served'))
  }
  await Promise.any(served)
}

test('the hall lives by itself: it begins with a queue, several counters call, and tickets from outside are served', async () => {
  const { demo, log } = await quickDemo()
  const [display, kiosk] = [device(demo, 'display'), device(demo, 'kiosk')]
  expect((await display.seen('display')).waitingInAll).toBeGreaterThanOrEqual(8)

  const counters = new Set<string>()
  await display.heard('ticket:called', ({ counter }) => counters.add(counter).size >= 4)
  await anyServed(demo, kiosk, 8)

  await demo.close()
  expect(existsSync(demo.dataDirectory)).toBe(false)
  expect(log).toEqual([])
}, 60_000)

test('everybody on the launch page can sign in, and two counters stay free for them', async () => {
  const { demo } = await quickDemo()
  const { url } = demo
  const told = (await (await fetch(`${url}/api/launch`)).json()) as { demo: unknown }
  expect(told.demo).toEqual(demo.accounts)

  const cookies = await Promise.all(
    demo.accounts.map(({ username, password }) => signIn({ url, origin: url, username, password })),
  )
  expect(cookies).not.toContain(null)
  const clerk = connect(demo, { kind: 'staff' }, { cookie: cookies[0]!, origin: url })
  const manned = exampleHall.counters.length - 2
  const busy = ({ state }: { state: string }) => state !== 'closed'
  const { counters } = await clerk.seen('desk', (view) => view.counters.filter(busy).length === manned)
  const free = counters.filter((counter) => !busy(counter))
  expect(free).toHaveLength(2)

  const counter = free[0]!.id
  await clerk.does('shift:open', { counter })
  await clerk.seen('desk', ({ shift, waitingForMe }) => shift?.counter === counter && waitingForMe > 3)
  const { ticket } = await clerk.does('ticket:call-next', { counter })
  await clerk.does('ticket:start', { ticket: ticket! })
  await clerk.does('ticket:finish', { ticket: ticket! })
}, 60_000)

test('when the server was away, visitors and clerks come back by themselves', async () => {
  const hall = await runningHall()
  const config = hallConfig.parse(exampleHall)
  const roster = rosterOf(config, () => 'a long enough password')
  for (const account of [...roster.clerks.map((one) => one.account), roster.supervisor])
    await hall.operate('staff add', { ...account })
  const faults: unknown[] = []
  const { url } = hall.server
  const people = await openPeople({
    ...{ url, origin: url, config, roster, speed, dice: diceOf('a short night') },
    kiosks: [(await hall.device('kiosk')).token],
    onFault: (error) => faults.push(error),
  })
  onTestFinished(people.leave)
  const called = async (tickets: number) => {
    const labels = new Set<string>()
    await (await hall.display()).heard('ticket:called', ({ label }) => labels.add(label).size >= tickets)
  }
  people.begin()
  await called(3)
  await hall.restart()
  // More than one for each clerk: those who are served were finished.
  await called(10)
  await people.leave()
  expect(faults).toEqual([])
}, 60_000)

test('who comes back over a new line does new things there', async () => {
  const hall = await runningHall()
  const { token } = await hall.device('kiosk')
  const to = { url: hall.server.url, credential: { kind: 'device', token } } as const
  const fields = { service: 'information', language: 'lt' } as const
  for (const label of ['A001', 'A002']) {
    const leaving = new AbortController()
    const line = await openPersonLine({ ...to, signal: leaving.signal })
    expect(await line!.send({ name: 'ticket:issue', fields })).toMatchObject({ ok: true, answer: { label } })
    leaving.abort()
  }
})
