import { carryOutDue } from '#server/clock.ts'
import { openStorage } from '#server/storage.ts'
import type { Actor, Command } from '#shared/queue/command.ts'

import { benchHall, serviceOf } from './bench-hall.ts'

/** A day so far, with so many tickets issued, called, started and finished through the hall's own authority. */
export async function makeHistory(dataDirectory: string, tickets: number, counters: number): Promise<void> {
  const { db, authority, newId } = await openStorage(dataDirectory, Date.now)
  const submit = async (by: Actor, command: Command) => {
    const outcome = await authority.submit({ id: newId(), by, command })
    if (!outcome.ok) throw new Error(`${command.type}: ${outcome.code}`)
    return outcome.answer
  }

  async function serve(n: number): Promise<void> {
    const clerk: Actor = { kind: 'staff', id: `clerk-${n + 1}` }
    const counter = `counter-${n + 1}`
    await submit(clerk, { type: 'shift:open', counter, profile: null, takeOver: false })
    for (let ticket = n; ticket < tickets; ticket += counters) {
      const visitor = { class: 'ordinary', slot: null, language: 'lt', needs: [], counter: null } as const
      await submit(clerk, { type: 'ticket:issue', service: serviceOf(ticket), ...visitor })
      const called = await submit(clerk, { type: 'ticket:call-next', counter, service: null })
      await submit(clerk, { type: 'ticket:start', ticket: called.ticket! })
      await submit(clerk, {
        type: 'ticket:finish',
        ticket: called.ticket!,
        result: 'done',
        quantity: 1,
      })
    }
    await submit(clerk, { type: 'shift:close', counter })
  }

  await submit({ kind: 'operator', id: 'bench' }, { type: 'hall:configure', config: benchHall(counters) })
  await carryOutDue({ authority, db, now: Date.now, newId })
  await Promise.all(Array.from({ length: counters }, (_, n) => serve(n)))
  await db.destroy()
}
