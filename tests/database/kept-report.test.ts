import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'

import { addHall } from '#server/db/halls.ts'
import { migrate } from '#server/db/migrate.ts'
import { openSqlite } from '#server/db/open.ts'
import { addPromises } from '#server/db/promises.ts'
import type { Database, PromiseRow } from '#server/db/schema.ts'
import { upsertTickets } from '#server/db/tickets.ts'
import { openKept } from '#server/kept.ts'
import { keptFacts } from '#shared/protocol/kept.ts'
import { isKept } from '#shared/queue/promise.ts'

import { onEachEngine } from './engines.ts'
import { range, ticket } from './rows.ts'
import { config, noon } from './test-hall.ts'

const minute = 60_000
const today = '2024-03-04'

/** A promise of 5 to 10 minutes, of today, to somebody who found one waiting. */
interface Given {
  readonly service?: string
  readonly day?: string
  readonly waiting?: number
  /** Minutes until the first call; null for who left. */
  readonly waited: number | null
}

onEachEngine((open) => {
  let last = 0

  async function give(db: Kysely<Database>, all: readonly Given[]): Promise<void> {
    const rows = all.map(({ service = 'information', day = today, waiting = 1, waited }): PromiseRow => ({
      ticket_id: `t${(last += 1)}`,
      hall_id: 'vilnius',
      day,
      service,
      issued_at: noon,
      low_minutes: 5,
      high_minutes: 10,
      waiting_at_issue: waiting,
      called_at: waited === null ? null : noon + waited * minute,
      outcome: waited === null ? 'gone' : isKept({ low: 5, high: 10 }, waited * minute),
    }))
    await db.transaction().execute(async (trx) => {
      await upsertTickets(
        trx,
        rows.map(({ ticket_id }) => ticket(ticket_id)),
      )
      await addPromises(trx, rows)
    })
  }

  const report = (db: Kysely<Database>) => openKept({ db, hallId: 'vilnius', now: () => noon })(config)

  test('counts what was called, by service and in all, and how far it was from the middle', async () => {
    const db = open()
    await give(db, [
      { waited: 3, waiting: 0 },
      { waited: 7.5 },
      { waited: 10 },
      { waited: 17.5 },
      { waited: null },
      { service: 'payments', waited: 6, waiting: 0 },
    ])
    const facts = keptFacts.parse(await report(db))
    expect(facts).toMatchObject({ from: '2024-02-26', on: today, hall: { languages: config.languages } })
    expect(facts.today).toEqual(facts.week)
    const information = {
      given: 5,
      all: { called: 4, inside: 2, early: 1, late: 1 },
      queued: { called: 3, inside: 2, early: 0, late: 1 },
      // 4.5, 0, 2.5 and 10 minutes.
      offMinutes: 4.3,
    }
    const payments = {
      given: 1,
      all: { called: 1, inside: 1, early: 0, late: 0 },
      queued: { called: 0, inside: 0, early: 0, late: 0 },
      offMinutes: 1.5,
    }
    expect(facts.week.services).toEqual([
      { id: 'information', name: serviceName('information'), ...information },
      { id: 'payments', name: serviceName('payments'), ...payments },
    ])
    expect(facts.week.total).toEqual({
      given: 6,
      all: { called: 5, inside: 3, early: 1, late: 1 },
      queued: { called: 3, inside: 2, early: 0, late: 1 },
      offMinutes: 3.7,
    })
  })

  test('looks at today and the seven days before it, and at no other hall', async () => {
    const db = open()
    await give(db, [{ waited: 6 }, { day: '2024-02-26', waited: 60 }, { day: '2024-02-25', waited: 60 }])
    const { week, today } = await report(db)
    expect(week.total.all).toEqual({ called: 2, inside: 1, early: 0, late: 1 })
    expect(today.total.all).toEqual({ called: 1, inside: 1, early: 0, late: 0 })
    const elsewhere = await openKept({ db, hallId: 'kaunas', now: () => noon })(config)
    expect(elsewhere.week.total.given).toBe(0)
  })

  test('the worst comes first, and where nobody was called yet last', async () => {
    const db = open()
    await give(db, [
      { service: 'gone', waited: null },
      { service: 'good', waited: 6 },
      { service: 'early', waited: 6 },
      { service: 'early', waited: 1 },
      { service: 'late', waited: 6 },
      { service: 'late', waited: 11 },
      { service: 'bad', waited: 11 },
    ])
    const { week } = await report(db)
    expect(week.services.map(({ id }) => id)).toEqual(['bad', 'late', 'early', 'good', 'gone'])
    expect(week.services.at(-1)).toMatchObject({ name: null, given: 1, offMinutes: null })
  })

  test('a hall without promises has none to tell', async () => {
    const { week } = await report(open())
    expect(week).toEqual({
      total: {
        given: 0,
        all: { called: 0, inside: 0, early: 0, late: 0 },
        queued: { called: 0, inside: 0, early: 0, late: 0 },
        offMinutes: null,
      },
      services: [],
    })
  })

  test('however many ask, the promises are counted once in a while', async () => {
    const db = open()
    let now = noon
    const kept = openKept({ db, hallId: 'vilnius', now: () => now })
    await give(db, [{ waited: 6 }])
    expect((await kept(config)).today.total.given).toBe(1)
    await give(db, [{ waited: 6 }])
    expect((await kept(config)).today.total.given).toBe(1)
    now += 10_000
    expect((await kept(config)).today.total.given).toBe(2)
  })
})

test('many promises are counted before anybody has to wait for it', { timeout: 60_000 }, async () => {
  const db = openSqlite(':memory:')
  await migrate(db)
  await addHall(db, { id: 'vilnius', createdAt: 1 })
  const ids = range(50_000)
  await db.transaction().execute(async (trx) => {
    await upsertTickets(
      trx,
      ids.map((n) => ticket(`t${n}`)),
    )
    await addPromises(
      trx,
      ids.map((n) => ({
        ticket_id: `t${n}`,
        hall_id: 'vilnius',
        day: `2024-03-0${1 + (n % 4)}`,
        service: `s${n % 37}`,
        issued_at: noon,
        low_minutes: 5,
        high_minutes: 10,
        waiting_at_issue: n % 3,
        called_at: noon + 6 * minute,
        outcome: 'inside',
      })),
    )
  })
  const before = performance.now()
  const { week } = await openKept({ db, hallId: 'vilnius', now: () => noon })(config)
  expect(week.total.given).toBe(50_000)
  expect(performance.now() - before).toBeLessThan(1_000)
  await db.destroy()
})

function serviceName(id: string) {
  return config.services.find((service) => service.id === id)!.name
}
