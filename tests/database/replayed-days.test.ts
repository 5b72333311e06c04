import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { appendEvents } from '#server/db/events.ts'
import { addHall } from '#server/db/halls.ts'
import { migrate } from '#server/db/migrate.ts'
import { openSqlite } from '#server/db/open.ts'
import type { Database } from '#server/db/schema.ts'
import { momentsFrom } from '#server/past/past-day.ts'
import { toEventRow } from '#server/projection.ts'
import type { CommandOf } from '#shared/queue/command.ts'
import type { HallEvent } from '#shared/queue/event.ts'
import { standardOrder, type OrderSettings } from '#shared/queue/order.ts'
import { commandOf, tinyHall, wishes, type Wish } from '#tests/rules/any-command.ts'
import { dayAt, type Day } from '#tests/rules/day.ts'

// Finding the smallest failing day may take long.
vi.setConfig({ testTimeout: 120_000 })

let db: Kysely<Database>
beforeAll(async () => {
  db = openSqlite(':memory:')
  await migrate(db)
  await addHall(db, { id: 'hall', createdAt: 0 })
})
afterAll(async () => await db.destroy())

const orders: fc.Arbitrary<OrderSettings> = fc
  .record({
    rule: fc.constantFrom('share' as const, 'first-come' as const, 'strict' as const, 'ratio' as const),
    mostOvertaken: fc.constantFrom(null, 1, 2, 12),
    fallbackMinutes: fc.constantFrom(null, 0, 15),
    callAtOnce: fc.boolean(),
  })
  .map((changes) => ({ ...standardOrder, ...changes }))

test('from what is stored the rule chooses the same again, for the same reasons', async () => {
  await fc.assert(
    fc.asyncProperty(wishes, orders, async (list, order) => {
      const { events } = play(list, order)
      await store(events)
      const openings = events.flatMap(({ type }, n) => (type === 'day:opened' ? [n + 1] : []))
      let calls = 0
      for (const opening of openings) {
        for await (const { call } of momentsFrom(db, 'hall', opening)) {
          if (!call) continue
          calls += 1
          expect(call.again).toBe(call.reason.rule === 'by-hand' ? 'by-hand' : 'same')
        }
      }
      expect(calls).toBe(events.filter(({ type }) => type === 'ticket:called').length)
    }),
    { numRuns: 200 },
  )
})

async function store(events: readonly HallEvent[]): Promise<void> {
  const rows = events.map((event, n) => toEventRow('hall', { revision: n + 1, event }))
  await db.deleteFrom('events').execute()
  await db.transaction().execute((trx) => appendEvents(trx, rows))
}

/** Any commands, with appointments, out-of-turn tickets and foreign languages among the tickets. */
function play(list: readonly Wish[], order: OrderSettings): Day {
  const profiles = tinyHall.profiles.map((one) =>
    one.id === 'homes' ? { ...one, languages: ['en' as const] } : one,
  )
  const day = dayAt('2026-03-10T21:00', { ...tinyHall, profiles, order })
  const given: string[] = []
  for (const wish of list) {
    day.now += wish.seconds * 1000
    if (wish.clockLooks) day.tick()
    const { by, command } = commandOf(wish, day.hall, given)
    const { type, ...fields } = command
    const meant =
      type === 'ticket:issue'
        ? { ...fields, ...moreOf(wish, day.now) }
        : type === 'hall:configure'
          ? { config: { ...command.config, profiles, order } }
          : fields
    const decision = day.tries(by, type, meant as never)
    if (decision.ok && type === 'ticket:issue') given.push(decision.answer.ticket!)
  }
  return day
}

function moreOf(
  { pick }: Wish,
  now: number,
): Pick<CommandOf<'ticket:issue'>, 'slot' | 'language'> & Partial<CommandOf<'ticket:issue'>> {
  const language = pick % 3 === 0 ? 'en' : 'lt'
  if (pick % 7 === 0) return { class: 'out-of-turn', slot: null, language }
  if (pick % 7 === 1) return { class: 'appointment', slot: now + (pick % 40) * 60_000 - 600_000, language }
  return { slot: null, language }
}
