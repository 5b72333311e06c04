import type { Server } from 'node:http'

import { pino } from 'pino'

import { reachOf, readEnvironment } from './environment.ts'
import { openServer, type RunningServer } from './server.ts'
import { openPages, readBuildId } from './web.ts'

const read = readEnvironment(process.env)
if (!read.ok) {
  process.stderr.write(`${read.errors.join('\n')}\n`)
  process.exit(1)
}

const mode = process.argv.includes('--dev') ? 'dev' : 'built'
// The log goes to standard error, so that standard output is for people.
const log = pino({ level: 'info' }, pino.destination(2))
const pages = { build: await readBuildId(mode), open: (http: Server) => openPages(http, mode) }
const server = await openServer({ environment: read.environment, pages, now: Date.now, log }).catch(
  explainAndExit,
)
process.stdout.write(welcome(server))

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.close().then(() => process.exit(0)))
}

/** What whoever starts it has to know. */
function welcome({ url, setupLink }: RunningServer): string {
  const setUp = `\nThe hall is not set up yet. Open this link once; it works until the next start:\n\n  ${setupLink}\n\n`
  const plain =
    'It is served over plain http: passwords travel unencrypted, and browsers keep no page for when the server is down.\n'
  return [
    `Eilė is served at ${url}\n`,
    ...(reachOf(url) === 'plain' ? [plain] : []),
    ...(setupLink === null ? [] : [setUp]),
  ].join('')
}

/** What a person can mend is said in a sentence; anything else keeps its trace. */
function explainAndExit(error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException
  const isTaken = code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL'
  if (!isTaken) throw error
  process.stderr.write(`The server cannot listen: ${message}. Choose another address by PORT and HOST.\n`)
  process.exit(1)
}
