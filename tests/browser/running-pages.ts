import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { pino } from 'pino'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import type { Told } from '#server/operations.ts'
import { readLink } from '#server/operator-link.ts'
import { openServer, type RunningServer, type ServerParts } from '#server/server.ts'
import { openPages, readBuildId } from '#server/web.ts'
import type { ScreenKind } from '#shared/protocol/devices.ts'

export const password = 'a long enough password'

/** A server with the example hall or none and the built pages, in a folder of its own. */
export interface RunningPages {
  readonly url: string
  /** As the console shows it; null for a hall that was set up when it started. */
  readonly setupLink: string | null
  /** The operator's command line. Throws if it is refused. */
  operate(operation: string, input?: Record<string, unknown>): Promise<Told>
  /** A new device: what revokes it, and the page that pairs it. */
  device(kind: ScreenKind, input?: Record<string, unknown>): Promise<{ id: string; page: string }>
  staff(username: string, name: string, role: string): Promise<void>
  stop(): Promise<void>
  /** Opens it again on the same data and port, as another build of the same pages if one is named. */
  start(build?: string): Promise<void>
  close(): Promise<void>
}

/** From nothing: as a hall is before its first start. */
export type HallFrom = 'example' | 'nothing'

export async function openRunningPages(
  now: () => number,
  from: HallFrom = 'example',
  clipsOf: NonNullable<ServerParts['clipsOf']> = () => [],
): Promise<RunningPages> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'eile-pages-'))
  const served = await readBuildId('built')
  let server: RunningServer | null = await open(0, served)
  const { port, url, setupLink } = server

  function open(port: number, build: string): Promise<RunningServer> {
    return openServer({
      environment: { port, host: '127.0.0.1', dataDirectory, namedUrl: null },
      pages: { build, open: (http) => openPages(http, 'built') },
      clipsOf,
      now,
      log: pino({ level: 'silent' }),
    })
  }

  async function operate(operation: string, input: Record<string, unknown> = {}): Promise<Told> {
    const link = readLink(dataDirectory)!
    const answer = await fetch(`${link.url}/api/operator`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${link.token}` },
      body: JSON.stringify({ operation, input }),
    })
    const told = (await answer.json()) as Told
    if (!told.ok) throw new Error(told.lines.join(' '))
    return told
  }

  if (from === 'example') await operate('import', { config: exampleHall })

  async function stop(): Promise<void> {
    await server?.close()
    server = null
  }

  return {
    url,
    setupLink,
    operate,
    async device(kind, input = {}) {
      const { lines } = await operate('device add', { kind, name: kind, ...input })
      return { id: /", (.+)\.$/.exec(lines[0]!)![1]!, page: lines[2]! }
    },
    async staff(username, name, role) {
      await operate('staff add', { username, name, role, password })
    },
    stop,
    async start(build = served) {
      server = await open(port, build)
    },
    async close() {
      await stop()
      rmSync(dataDirectory, { recursive: true })
    },
  }
}
