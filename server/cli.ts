import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { openAuth } from './auth.ts'
import { publicUrl, readEnvironment, type Environment } from './environment.ts'
import { operations, type Told } from './operations.ts'
import { readLink, type OperatorLink } from './operator-link.ts'
import { openStorage } from './storage.ts'
import { findSources, recordingsIn } from './voice/sources.ts'

const usage = `npm run hall -- COMMAND

  export FILE                    writes the hall's configuration as JSON
  import FILE                    checks a configuration and puts it in force at once
  staff add NAME --role ROLE     adds an account; the password is read from standard input or PASSWORD
                                 (--name "As colleagues call them")
  staff list
  staff remove NAME
  staff password NAME            gives a new password, read in the same way
  device add KIND --name NAME    kiosk, display or counter-display; prints the address to open on it
                                 (--printer tcp://HOST:PORT|file:///dev/usb/lp0|preview:  --width 576|512|384)
                                 (a display: --panel INCHES --distance METRES, to its last reader, --upright if it is
                                 higher than wide; --sound SOUND)
                                 (a counter display: --counter ID, over which it hangs)
  device panel ID                says the same of a display that is there; without either nobody measured
  device sound ID --sound SOUND  what is heard of a call at a display: voice, chime or silent; one display speaks a call
  device list
  device revoke ID
  explain TICKET                 tells a ticket's story: why each call went as it did; by its label, A007, or its id
  order                          how the order of the calls went; --json for one JSON object
                                 (both: --day YYYY-MM-DD, else the open day or the last)
  voice                          what speaks in the hall, and what is recorded of its own; a running server looks anew

It talks to the running server of DATA_DIR, or works on the data itself if none runs.`

const optionNames = [
  'name',
  'role',
  'printer',
  'width',
  'zone',
  'counter',
  'panel',
  'distance',
  'sound',
  'day',
]

interface Order {
  readonly operation: string
  readonly input: Record<string, unknown>
  /** Where an export goes. */
  readonly file: string | null
}

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const read = readEnvironment(process.env)
  if (!read.ok) return say(process.stderr, read.errors, 1)
  const order = await readOrder(args)
  if (typeof order === 'string') return say(process.stderr, [order], 2)
  const told =
    (await askServer(readLink(read.environment.dataDirectory), order)) ??
    (await workOnData(read.environment, order))
  if (!told.ok) return say(process.stderr, told.lines, 1)
  return order.file === null ? say(process.stdout, told.lines, 0) : writeExport(order.file, told.config)
}

function writeExport(path: string, config: unknown): number {
  try {
    writeFileSync(path, `${JSON.stringify(config, null, 2)}\n`)
    return say(process.stdout, [`Written to ${path}.`], 0)
  } catch (error) {
    return say(
      process.stderr,
      [`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`],
      1,
    )
  }
}

/** What the arguments ask for, or what is wrong with them. */
async function readOrder(args: readonly string[]): Promise<Order | string> {
  const named = Object.fromEntries(optionNames.map((name) => [name, { type: 'string' as const }]))
  const options = { ...named, json: { type: 'boolean' as const }, upright: { type: 'boolean' as const } }
  const parsed = parse(() => parseArgs({ args: [...args], allowPositionals: true, options }))
  if (!parsed) return usage
  const { positionals, values } = parsed
  const [first = '', second = '', third = ''] = positionals
  switch (first) {
    case 'export':
      return second ? { operation: 'export', input: {}, file: second } : usage
    case 'import':
      return second ? readImport(second) : usage
    case 'staff':
      if (second === 'list') return { operation: 'staff list', input: {}, file: null }
      if (second === 'remove' && third)
        return { operation: 'staff remove', input: { username: third }, file: null }
      if ((second === 'add' || second === 'password') && third) {
        return {
          operation: `staff ${second}`,
          input: { ...values, username: third, password: await readPassword() },
          file: null,
        }
      }
      return usage
    case 'device':
      if (second === 'list') return { operation: 'device list', input: {}, file: null }
      if (second === 'revoke' && third)
        return { operation: 'device revoke', input: { id: third }, file: null }
      if ((second === 'panel' || second === 'sound') && third)
        return { operation: `device ${second}`, input: { ...values, id: third }, file: null }
      if (second === 'add' && third)
        return { operation: 'device add', input: { ...values, kind: third }, file: null }
      return usage
    case 'explain':
      return second ? { operation: 'explain', input: { ...values, ticket: second }, file: null } : usage
    case 'order':
      return { operation: 'order', input: { ...values }, file: null }
    case 'voice':
      return { operation: 'voice', input: {}, file: null }
    default:
      return usage
  }
}

function parse<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

function readImport(path: string): Order | string {
  try {
    return {
      operation: 'import',
      input: { config: JSON.parse(readFileSync(path, 'utf8')) as unknown },
      file: null,
    }
  } catch (error) {
    return `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Not an argument: those are seen by everybody on the machine. */
async function readPassword(): Promise<string> {
  if (process.env['PASSWORD']) return process.env['PASSWORD']
  if (process.stdin.isTTY) process.stderr.write('Password (10 characters or more), then Enter: ')
  let text = ''
  for await (const chunk of process.stdin) {
    text += String(chunk)
    if (text.includes('\n')) break
  }
  return text.split('\n')[0]!.trim()
}

/** Null if no server answers. */
async function askServer(link: OperatorLink | null, { operation, input }: Order): Promise<Told | null> {
  if (!link) return null
  let answer: Response
  try {
    answer = await fetch(`${link.url}/api/operator`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${link.token}` },
      body: JSON.stringify({ operation, input }),
    })
  } catch {
    return null
  }
  try {
    return (await answer.json()) as Told
  } catch {
    return { ok: false, lines: [`The running server failed (${answer.status}); see its log.`] }
  }
}

async function workOnData(environment: Environment, { operation, input }: Order): Promise<Told> {
  const { dataDirectory, port } = environment
  const { db, hallId, authority, secret, newId } = await openStorage(dataDirectory, Date.now)
  const url = publicUrl(environment, port)
  const auth = openAuth({
    db,
    publicUrl: url,
    origins: [url],
    secret,
    now: Date.now,
    log: (message) => void say(process.stderr, [message], 1),
  })
  const parts = {
    auth,
    db,
    hallId,
    authority,
    newId,
    publicUrl: url,
    origins: [url],
    now: Date.now,
    by: { kind: 'operator', id: 'cli' } as const,
    expel: () => {},
    onStaffChanged: async () => {},
    onDevicesChanged: async () => {},
    renew: () => {},
    pictureOf: () => null,
    lookForVoice: () => findSources({ dataDirectory, program: 'espeak-ng' }),
    recordingsFolder: recordingsIn(dataDirectory),
  }
  try {
    return await operations[operation]!(parts, input)
  } finally {
    await db.destroy()
  }
}

function say(stream: NodeJS.WriteStream, lines: readonly string[], code: number): number {
  for (const line of lines) stream.write(`${line}\n`)
  return code
}
