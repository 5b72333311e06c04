import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import exampleHall from '#server/example-hall.json' with { type: 'json' }
import { readLink } from '#server/operator-link.ts'
import { openSqlite } from '#server/db/open.ts'
import type { Acknowledgement } from '#shared/protocol/down.ts'

import { openClient, type Client } from './client.ts'

const count = 500

/** A hall in a process of its own. */
async function start(folder: string): Promise<{ process: ChildProcess; url: string }> {
  const entry = join(import.meta.dirname, 'hall-process.ts')
  const child = spawn(process.execPath, [entry, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return { process: child, url: `http://127.0.0.1:${port.toString().trim()}` }
}

async function operate(folder: string, operation: string, input: object): Promise<readonly string[]> {
  const { url, token } = readLink(folder)!
  const answer = await fetch(`${url}/api/operator`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ operation, input }),
  })
  return ((await answer.json()) as { lines: string[] }).lines
}

async function newKiosk(folder: string): Promise<string> {
  const lines = await operate(folder, 'device add', { kind: 'kiosk' })
  return lines.at(-1)!.split('#token=')[1]!
}

async function connect(url: string, token: string): Promise<Client> {
  const client = openClient(url, { kind: 'device', token }, {})
  onTestFinished(() => void client.socket.disconnect())
  await client.connected
  return client
}

test('a server that is killed in the middle keeps what it said yes to, and gives no number twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'eile-killed-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const first = await start(folder)
  await operate(folder, 'import', { config: exampleHall })
  const tokens = [await newKiosk(folder), await newKiosk(folder)]
  const answers = new Map<number, Acknowledgement>()

  /** Sends those that have no answer yet, `atOnce` of them under way; gives up when the line goes. */
  async function sendUnanswered(kiosks: readonly Client[], onAnswer: () => void): Promise<void> {
    const left = Array.from({ length: count }, (_, n) => n).filter((n) => !answers.has(n))
    const worker = async () => {
      for (let n = left.shift(); n !== undefined; n = left.shift()) {
        const fields = { service: n % 3 === 0 ? 'payments' : 'information', language: 'lt' } as const
        answers.set(n, await kiosks[n % 2]!.send('ticket:issue', fields, `killed-command-${n}`))
        onAnswer()
      }
    }
    await Promise.allSettled(Array.from({ length: 40 }, worker))
  }

  const kiosks = [await connect(first.url, tokens[0]!), await connect(first.url, tokens[1]!)]
  const exited = once(first.process, 'exit')
  await sendUnanswered(kiosks, () => answers.size === count / 2 && first.process.kill('SIGKILL'))
  expect(await exited).toEqual([null, 'SIGKILL'])
  const kept = new Map(answers)
  expect(kept.size).toBeGreaterThanOrEqual(count / 2)
  expect(kept.size).toBeLessThan(count)

  const second = await start(folder)
  const again = [await connect(second.url, tokens[0]!), await connect(second.url, tokens[1]!)]
  await sendUnanswered(again, () => {})
  expect(answers.size).toBe(count)
  // Those that were answered before give the same answer again.
  for (const [n, answer] of [...kept].slice(0, 20)) {
    const fields = { service: 'information', language: 'lt' } as const
    expect(await again[n % 2]!.send('ticket:issue', fields, `killed-command-${n}`)).toEqual(answer)
  }

  const db = openSqlite(join(folder, 'eile.db'))
  onTestFinished(() => db.destroy())
  const rows = await db.selectFrom('tickets').select(['id', 'label']).execute()
  const told = [...answers.values()].map((answer) => {
    if (!answer.ok) throw new Error(answer.error.code)
    return { id: answer.answer.ticket, label: answer.answer.label }
  })
  expect(rows).toHaveLength(count)
  expect(new Set(rows.map(({ label }) => label)).size).toBe(count)
  expect(new Set(told.map(({ id, label }) => `${id} ${label}`))).toEqual(
    new Set(rows.map(({ id, label }) => `${id} ${label}`)),
  )
}, 30_000)
