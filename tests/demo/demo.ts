import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'

import { pino } from 'pino'

import { readEnvironment } from '#server/environment.ts'
import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { openPages, readBuildId } from '#server/web.ts'

import { passwordBy } from './accounts.ts'
import { openDemo, type Demo } from './demo-hall.ts'
import { diceOf } from './dice.ts'
import { readOptions, usage } from './options.ts'

/**
 * A throwaway hall that lives by itself, to be shown and tried: `npm run demo`. It stands beside the benches, since it
 * too is a tool of a clone: its people need the client of Socket.IO, which no hall installs.
 */
const options = readOptions(process.argv.slice(2))
if (!options) stop(2, usage)
const env = { ...process.env, PORT: options.port ?? process.env['PORT'] }
// Every run has a folder of its own below this one.
const read = readEnvironment({ ...env, DATA_DIR: tmpdir() })
if (!read.ok) stop(1, read.errors.join('\n'))

const opening = openDemo({
  environment: read.environment,
  pages: { build: await readBuildId('built'), open: (http) => openPages(http, 'built') },
  config: exampleHall,
  speed: options.speed,
  dice: diceOf(options.seed ?? randomBytes(8).toString('hex')),
  newPassword: passwordBy(randomBytes),
  now: Date.now,
  log: pino({ level: 'warn' }, pino.destination(2)),
})
const end = () => void opening.then((demo) => demo.close()).then(() => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end)
if (options.minutes !== null) setTimeout(end, options.minutes * 60_000)

const demo = await opening.catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error
  return stop(1, `The demo cannot listen: ${error.message}. Choose another port: npm run demo -- --port 3001`)
})
process.stdout.write(`${introduction(demo, options.speed)}\n`)

function introduction({ url, accounts, pages }: Demo, speed: number): string {
  const people = accounts.map(
    ({ username, password, name, role }) => `  ${username.padEnd(18)}${password.padEnd(18)}${name} (${role})`,
  )
  return [
    `The demo hall is open at ${url}`,
    `Its people are ${speed} times as quick as real ones. Ctrl-C ends it and removes everything.`,
    '',
    `  kiosk    ${pages.kiosk}`,
    `  display  ${pages.display}`,
    `  counter  ${url}/counter`,
    '',
    ...people,
  ].join('\n')
}

function stop(code: number, message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(code)
}
