import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openStorage, type Storage } from '#server/storage.ts'
import type { Actor, Command } from '#shared/queue/command.ts'
import type { Answer } from '#shared/queue/decision.ts'
import { benchHall, serviceOf } from '../bench-hall.ts'

export const counters = 40
export const waiting = 300

const start = Date.UTC(2026, 2, 2, 8)

type Submit = (by: Actor['kind'], id: string, command: Command) => Promise<Answer>

export interface FullHall extends Storage {
  readonly now: () => number
  /** Throws if it is refused. */
  readonly submit: Submit
}

/** A hall with every counter busy and many waiting. Its clock goes a little whenever it is looked at. */
export async function fullHall(): Promise<FullHall> {
  let ms = start
  const now = () => (ms += 20)
  const folder = mkdtempSync(join(tmpdir(), 'bench-forecast-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const storage = await openStorage(folder, now)
  const submit: Submit = async (kind, id, command) => {
    const outcome = await storage.authority.submit({ id: storage.newId(), by: { kind, id }, command })
    if (!outcome.ok) throw new Error(`${command.type} was refused: ${outcome.code}`)
    return outcome.answer
  }
  await submit('operator', 'bench', { type: 'hall:configure', config: benchHall(counters) })
  await submit('operator', 'bench', { type: 'day:open', date: '2026-03-02' })
  for (let n = 0; n < counters + waiting; n += 1) await submit('device', 'kiosk', issueOf(n))
  for (let n = 1; n <= counters; n += 1) {
    const counter = `counter-${n}`
    await submit('staff', `clerk-${n}`, { type: 'shift:open', counter, profile: null, takeOver: false })
    await submit('staff', `clerk-${n}`, { type: 'ticket:call-next', counter, service: null })
  }
  return { ...storage, now, submit }
}

export function issueOf(n: number): Command {
  const visitor = { class: 'ordinary', slot: null, language: 'lt', needs: [], counter: null } as const
  return { type: 'ticket:issue', service: serviceOf(n), ...visitor }
}
