import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { pino } from 'pino'
import { onTestFinished } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { readLink } from '#server/operator-link.ts'
import type { Told } from '#server/operations.ts'
import { openServer, type RunningServer, type ServerParts } from '#server/server.ts'
import type { Credential } from '#shared/protocol/handshake.ts'

import { openClient, type Client, type ClientOptions } from './client.ts'

export const password = 'a long enough password'

/** Monday, 4 March 2024, noon in Vilnius: every hall starts then, so that no test meets midnight by chance. */
export const noon = Date.UTC(2024, 2, 4, 10)

/** A whole server with real sockets in a folder of its own, and the people and devices of a test. */
export interface RunningHall {
  readonly server: RunningServer
  readonly dataDirectory: string
  /** The hall's clock, which runs. */
  now(): number
  /** Moves the hall's clock on; what falls due by that is asked for at the next command. */
  pass(minutes: number): void
  operate(operation: string, input?: Record<string, unknown>): Promise<Told>
  /** A new device of this kind with its token. */
  device(kind: string, input?: Record<string, unknown>): Promise<{ id: string; token: string }>
  /** The session cookie of a new person of this role. */
  staff(username: string, role: string): Promise<string>
  signIn(username: string): Promise<string>
  /** Rejects with the code if the server lets it not in. */
  connect(credential: Credential, options?: ClientOptions): Promise<Client>
  /** A new person of this role, at a page of the hall. */
  person(username: string, role: string): Promise<Client>
  kiosk(input?: Record<string, unknown>): Promise<Client>
  /** Of the whole hall, if no zone is named. */
  display(zone?: string): Promise<Client>
  phone(url: string): Promise<Client>
  /** Stops the server and starts it again on the same data and port. */
  restart(): Promise<void>
}

/** A hall from an empty folder has no configuration and no people. */
export interface HallOptions {
  readonly from?: 'example' | 'nothing'
  readonly demo?: ServerParts['demo']
  /** The program that speaks; without one named there is none, whatever the machine has. */
  readonly speaks?: string
  readonly clipsOf?: NonNullable<ServerParts['clipsOf']>
}

/** Opens a hall for one test, which closes it. */
export async function runningHall(options: HallOptions = {}): Promise<RunningHall> {
  const { hall, close } = await openRunningHall(options)
  onTestFinished(close)
  return hall
}

/** The same, for tests that share one: whoever opens it closes it. */
export async function openRunningHall({
  from = 'example',
  demo = null,
  speaks = 'a-program-that-is-not-there',
  clipsOf,
}: HallOptions = {}): Promise<{
  hall: RunningHall
  close: () => Promise<void>
}> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'eile-hall-'))
  const started = Date.now()
  let passed = 0
  const now = () => noon + (Date.now() - started) + passed
  const clients: Client[] = []
  let server = await open(0)

  function open(port: number): Promise<RunningServer> {
    return openServer({
      environment: { port, host: '127.0.0.1', dataDirectory, namedUrl: null },
      pages: { build: 'test', open: async () => noPage },
      demo,
      speaks,
      ...(clipsOf && { clipsOf }),
      now,
      log: pino({ level: 'silent' }),
    })
  }

  async function operate(operation: string, input: Record<string, unknown> = {}): Promise<Told> {
    const { url, token } = readLink(dataDirectory)!
    const answer = await fetch(`${url}/api/operator`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ operation, input }),
    })
    return (await answer.json()) as Told
  }

  async function device(kind: string, input: Record<string, unknown> = {}) {
    const { lines } = await operate('device add', { kind, name: `The ${kind}`, ...input })
    const [first = '', , address = ''] = lines
    return { id: /", (.+)\.$/.exec(first)![1]!, token: address.split('#token=')[1]! }
  }

  async function staff(username: string, role: string): Promise<string> {
    const told = await operate('staff add', { username, name: nameOf(username), password, role })
    if (!told.ok) throw new Error(told.lines.join(' '))
    return signIn(username)
  }

  async function signIn(username: string): Promise<string> {
    const answer = await fetch(`${origin()}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: origin() },
      body: JSON.stringify({ username, password }),
    })
    if (!answer.ok) throw new Error(`${username} cannot sign in: ${answer.status}`)
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  }

  async function connect(credential: Credential, options: ClientOptions = {}): Promise<Client> {
    const client = openClient(origin(), credential, options)
    clients.push(client)
    await client.connected
    return client
  }

  if (from === 'example') await operate('import', { config: exampleHall })
  const origin = () => `http://127.0.0.1:${server.port}`

  const hall: RunningHall = {
    get server() {
      return server
    },
    dataDirectory,
    now,
    pass: (minutes) => void (passed += minutes * 60_000),
    operate,
    device,
    staff,
    signIn,
    connect,
    person: async (username, role) =>
      connect({ kind: 'staff' }, { cookie: await staff(username, role), origin: origin() }),
    kiosk: async (input) => connect({ kind: 'device', token: (await device('kiosk', input)).token }),
    display: async (zone) =>
      connect({ kind: 'device', token: (await device('display', { ...(zone && { zone }) })).token }),
    phone: (url) => connect({ kind: 'ticket', code: codeOf(url) }),
    async restart() {
      const { port } = server
      await server.close()
      server = await open(port)
    },
  }
  async function close() {
    for (const client of clients) client.socket.disconnect()
    await server.close()
    rmSync(dataDirectory, { recursive: true })
    const faults = clients.flatMap((client) => client.faults)
    if (faults.length > 0) throw new Error(`The server broke the protocol:\n${faults.join('\n')}`)
  }
  return { hall, close }
}

/** What stands behind the last slash of a ticket's address. */
export function codeOf(url: string): string {
  return url.split('/').at(-1)!
}

/** As colleagues call a person, so that a test can look where the name gets to. */
export function nameOf(username: string): string {
  return `Colleague ${username}`
}

function noPage(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404).end()
}
