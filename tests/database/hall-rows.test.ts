import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'

import type { Database } from '#server/db/schema.ts'
import { deskOf, type LivingTicket } from '#shared/queue/ticket.ts'
import { plainSummary } from '#tests/rules/plain-summary.ts'

import { onEachEngine } from './engines.ts'
import { ana, bob, kiosk, midnight, noon, staffedHall, type TestHall } from './test-hall.ts'

const minute = 60_000
const secret = 'the visitor is called Ona Onaitė'

onEachEngine((open) => {
  /** Ana takes the next ticket and begins. */
  async function serves(hall: TestHall): Promise<string> {
    const { ticket } = await hall.does(ana, { type: 'ticket:call-next', counter: 'counter-1' })
    await hall.does(ana, { type: 'ticket:start', ticket: ticket! })
    return ticket!
  }

  test('through a whole life, step by step, the rows say what the hall says', async () => {
    const db = open()
    const hall = await staffedHall(db)
    const [first, second] = [await hall.issue(), await hall.issue(), await hall.issue()]
    const undo = { type: 'step:undo', counter: 'counter-1' } as const
    const onFirst = { ticket: first! }
    const steps: (() => Promise<unknown>)[] = [
      () => hall.does(ana, { type: 'ticket:call-next', counter: 'counter-1' }),
      () => hall.does(ana, { type: 'ticket:recall', ...onFirst }),
      () => hall.does(ana, { type: 'ticket:start', ...onFirst }),
      () => hall.does(ana, { type: 'ticket:pause', ...onFirst }),
      () => hall.does(ana, { type: 'ticket:resume', ...onFirst }),
      () =>
        hall.does(ana, {
          type: 'ticket:transfer',
          ...onFirst,
          service: 'payments',
          bound: null,
          note: secret,
        }),
      () => hall.does(ana, undo),
      () => hall.does(ana, { type: 'ticket:next-leg', ...onFirst, service: 'documents', note: '' }),
      () => hall.does(bob, { type: 'ticket:call', counter: 'counter-2', ...onFirst }),
      () => hall.does(bob, { type: 'ticket:start', ...onFirst }),
      () =>
        hall.does(bob, { type: 'ticket:park', ...onFirst, keptFor: 'anyone', minutes: null, note: secret }),
      () => hall.does(ana, { type: 'ticket:take-up', counter: 'counter-1', ...onFirst }),
      () => hall.does(ana, { type: 'ticket:finish', ...onFirst }),
      () => hall.does(ana, { type: 'ticket:restore', ...onFirst, place: 'end' }),
      () => hall.does(ana, { type: 'ticket:change', ...onFirst, service: 'information', class: 'priority' }),
      () => hall.does(ana, { type: 'ticket:call-next', counter: 'counter-1' }),
      () => hall.does(ana, { type: 'ticket:miss', ticket: second }),
      () => hall.does(ana, { type: 'ticket:report', ticket: second }),
      () => hall.does(ana, { type: 'ticket:cancel', ticket: second }),
      () => hall.does(bob, { type: 'shift:close', counter: 'counter-2' }),
    ]
    for (const step of steps) {
      hall.clock.ms += minute
      await step()
      await rowsAgree(db, hall)
    }
    expect(await db.selectFrom('tickets').select(['label', 'outcome']).orderBy('label').execute()).toEqual([
      { label: 'A001', outcome: null },
      { label: 'A002', outcome: 'cancelled' },
      { label: 'A003', outcome: null },
    ])
  })

  test('a leg says how long was waited and served, and how it ended', async () => {
    const db = open()
    const hall = await staffedHall(db)
    const ticket = await hall.issue()
    hall.clock.ms += 5 * minute
    await serves(hall)
    hall.clock.ms += 3 * minute
    await hall.does(ana, { type: 'ticket:next-leg', ticket, service: 'payments', note: '' })
    hall.clock.ms += 2 * minute
    await serves(hall)
    hall.clock.ms += minute
    await hall.does(ana, { type: 'ticket:finish', ticket, result: 'papers-missing', quantity: 3 })

    const at = { ticket_id: ticket, counter: 'counter-1', clerk: 'ana', outcome: 'served' }
    expect(await db.selectFrom('legs').selectAll().orderBy('leg').execute()).toEqual([
      {
        ...at,
        leg: 1,
        service: 'information',
        queued_at: noon,
        called_at: noon + 5 * minute,
        started_at: noon + 5 * minute,
        ended_at: noon + 8 * minute,
        waited_ms: 5 * minute,
        served_ms: 3 * minute,
        result: 'done',
        quantity: 1,
      },
      {
        ...at,
        leg: 2,
        service: 'payments',
        queued_at: noon + 8 * minute,
        called_at: noon + 10 * minute,
        started_at: noon + 10 * minute,
        ended_at: noon + 11 * minute,
        waited_ms: 2 * minute,
        served_ms: minute,
        result: 'papers-missing',
        quantity: 3,
      },
    ])
  })

  test('what came of serving is not said of a leg that lasts, nor of one that nobody was served in', async () => {
    const db = open()
    const hall = await staffedHall(db)
    const results = async () => await db.selectFrom('legs').select(['result', 'quantity']).execute()
    const ticket = await hall.issue()
    await serves(hall)
    await hall.does(ana, { type: 'ticket:finish', ticket, result: 'come-another-time', quantity: 2 })
    expect(await results()).toEqual([{ result: 'come-another-time', quantity: 2 }])
    await hall.does(ana, { type: 'step:undo', counter: 'counter-1' })
    expect(await results()).toEqual([{ result: null, quantity: null }])
    await hall.does(ana, { type: 'ticket:return', ticket, place: 'own' })
    await hall.does(ana, { type: 'ticket:cancel', ticket })
    expect(await results()).toEqual([{ result: null, quantity: null }])
  })

  test('a step taken back and done again in one transaction leaves its leg behind', async () => {
    const db = open()
    const hall = await staffedHall(db)
    const ticket = await hall.issue()
    await serves(hall)
    await hall.does(ana, { type: 'ticket:next-leg', ticket, service: 'payments', note: '' })
    await Promise.all([
      hall.does(ana, { type: 'step:undo', counter: 'counter-1' }),
      hall.does(ana, { type: 'ticket:next-leg', ticket, service: 'documents', note: '' }),
    ])
    await rowsAgree(db, hall)
  })

  test('a shift has a row from its opening to its close, also when it is taken over', async () => {
    const db = open()
    const hall = await staffedHall(db)
    hall.clock.ms += minute
    await hall.does(bob, { type: 'shift:close', counter: 'counter-2' })
    hall.clock.ms += minute
    await hall.does(bob, { type: 'shift:open', counter: 'counter-1', profile: null, takeOver: true })
    const at = ['counter', 'clerk', 'opened_at', 'closed_at'] as const
    expect(
      await db.selectFrom('shifts').select(at).orderBy('opened_at').orderBy('counter').execute(),
    ).toEqual([
      { counter: 'counter-1', clerk: 'ana', opened_at: noon, closed_at: noon + 2 * minute },
      { counter: 'counter-2', clerk: 'bob', opened_at: noon, closed_at: noon + minute },
      { counter: 'counter-1', clerk: 'bob', opened_at: noon + 2 * minute, closed_at: null },
    ])
  })

  test('what visitors tell and colleagues write stays out of the events, and goes with the day', async () => {
    const db = open()
    const hall = await staffedHall(db)
    const ticket = await hall.issue({ language: 'uk', needs: ['small-child', 'hearing'] })
    await serves(hall)
    await hall.does(ana, { type: 'ticket:transfer', ticket, service: 'payments', bound: null, note: secret })
    await serves(hall)
    await hall.does(ana, { type: 'ticket:sum-up', ticket, summary: { ...plainSummary, words: secret } })
    await hall.does(ana, { type: 'ticket:park', ticket, keptFor: 'clerk', minutes: null, note: ` ${secret}` })
    expect([...hall.authority.visits().values()]).toMatchObject([
      { notes: [secret, secret], summary: { words: secret } },
    ])

    const events = await db.selectFrom('events').selectAll().execute()
    const issued = events.find(({ type }) => type === 'ticket:issued')!
    expect(Object.keys(JSON.parse(issued.data) as object).sort()).toEqual([
      'by',
      'class',
      'label',
      'number',
      'promised',
      'series',
      'service',
      'slot',
      'speakers',
      'ticket',
      'visit',
    ])
    const kept = await Promise.all(
      (['events', 'tickets', 'legs', 'answers', 'shifts'] as const).map((table) =>
        db.selectFrom(table).selectAll().execute(),
      ),
    )
    for (const word of [secret, 'Onait', 'small-child', 'hearing', '"uk"']) {
      expect(JSON.stringify(kept).includes(word)).toBe(false)
    }
    expect(await db.selectFrom('notes').select(['text', 'by']).execute()).toEqual([
      { text: secret, by: 'ana' },
      { text: secret, by: 'ana' },
    ])

    hall.clock.ms = midnight
    await hall.tick()
    expect(await db.selectFrom('visits').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('notes').selectAll().execute()).toEqual([])
    expect(hall.authority.visits().size).toBe(0)
    expect(await db.selectFrom('tickets').select('outcome').execute()).toEqual([{ outcome: 'expired' }])
  })

  test('visitors of the new day are not forgotten with those of the day before', async () => {
    const db = open()
    const hall = await staffedHall(db)
    await hall.issue()
    hall.clock.ms = midnight
    await Promise.all([hall.tick(), hall.ask(kiosk, { ...issueIn('en'), service: 'payments' })])
    expect(await db.selectFrom('visits').select('language').execute()).toEqual([{ language: 'en' }])
    expect([...hall.authority.visits().values()]).toMatchObject([{ language: 'en' }])
  })
})

function issueIn(language: 'lt' | 'en') {
  return {
    type: 'ticket:issue',
    service: 'information',
    class: 'ordinary',
    slot: null,
    language,
    needs: [],
  } as const
}

/** The rows of living tickets, their legs and the open shifts are what the hall has; ended ones are not in the hall. */
async function rowsAgree(db: Kysely<Database>, { authority }: TestHall): Promise<void> {
  const hall = authority.hall()
  const living = [...hall.tickets.values()]
  const rows = await db.selectFrom('tickets').selectAll().where('ended_at', 'is', null).execute()
  const byId = <T extends { id: string }>(list: readonly T[]) =>
    list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect(byId(rows)).toMatchObject(
    byId(living).map(({ id, label, service, state, changed, ...ticket }) => ({
      id,
      label,
      service,
      state,
      class: ticket.class,
      revision: changed,
      day: hall.day!.date,
      outcome: null,
      ...deskOf({ id, label, service, state, changed, ...ticket } as LivingTicket),
    })),
  )
  for (const { id, leg, service, earlier, queuedAt } of living) {
    const legs = await db.selectFrom('legs').selectAll().where('ticket_id', '=', id).orderBy('leg').execute()
    expect(legs.map((row) => [row.leg, row.service, row.queued_at, row.outcome])).toEqual([
      ...earlier.map((ended) => [ended.leg, ended.service, ended.queuedAt, ended.outcome]),
      [leg, service, queuedAt, null],
    ])
  }
  const open = await db
    .selectFrom('shifts')
    .select(['counter', 'clerk'])
    .where('closed_at', 'is', null)
    .execute()
  expect(open).toHaveLength(hall.shifts.size)
  for (const { counter, clerk } of open) expect(hall.shifts.get(counter)?.clerk).toBe(clerk)
  const stored = await db.selectFrom('halls').select(['revision', 'day']).executeTakeFirstOrThrow()
  expect(stored).toEqual({ revision: hall.revision, day: hall.day!.date })
}
