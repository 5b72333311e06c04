import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'

import { promisesOfDay } from '#server/db/promises.ts'
import type { Database, EventRow } from '#server/db/schema.ts'

import { onEachEngine } from './engines.ts'
import { promisingHall } from './promising-hall.ts'
import { ana, bob, hallOn, midnight, noon, type TestHall } from './test-hall.ts'

const minute = 60_000
const undo = { type: 'step:undo', counter: 'counter-1' } as const

onEachEngine((open) => {
  const callNext = (hall: TestHall) => hall.does(ana, { type: 'ticket:call-next', counter: 'counter-1' })
  const outcomes = async (db: Kysely<Database>) =>
    (await promisesOfDay(db, 'vilnius', '2024-03-04')).map(({ outcome }) => outcome)

  test('what was promised is kept with the ticket, and how many waited for its service', async () => {
    const db = open()
    const hall = await promisingHall(db)
    const first = await hall.issue()
    await hall.issue({ service: 'payments' })
    hall.clock.ms += minute
    hall.promise({ low: 10, high: 20 })
    const third = await hall.issue()
    hall.promise(null)
    await hall.issue()

    const rows = await promisesOfDay(db, 'vilnius', '2024-03-04')
    expect(rows).toHaveLength(3)
    const open_ = { hall_id: 'vilnius', day: '2024-03-04', called_at: null, outcome: null }
    expect(rows.find(({ ticket_id }) => ticket_id === first)).toEqual({
      ...open_,
      ticket_id: first,
      service: 'information',
      issued_at: noon,
      low_minutes: 5,
      high_minutes: 10,
      waiting_at_issue: 0,
    })
    expect(rows.find(({ ticket_id }) => ticket_id === third)).toEqual({
      ...open_,
      ticket_id: third,
      service: 'information',
      issued_at: noon + minute,
      low_minutes: 10,
      high_minutes: 20,
      waiting_at_issue: 1,
    })
  })

  test('tickets given at the same moment count those before them', async () => {
    const db = open()
    const hall = await promisingHall(db)
    await Promise.all([hall.issue(), hall.issue(), hall.issue()])
    const rows = await promisesOfDay(db, 'vilnius', '2024-03-04')
    expect(rows.map(({ waiting_at_issue }) => waiting_at_issue).sort()).toEqual([0, 1, 2])
  })

  test.each([
    [4.9, 'early'],
    [5, 'inside'],
    [10, 'inside'],
    [10.1, 'late'],
  ] as const)('a call after %f minutes is %s', async (minutes, outcome) => {
    const db = open()
    const hall = await promisingHall(db)
    await hall.issue()
    hall.clock.ms += minutes * minute
    await callNext(hall)
    const [row] = await promisesOfDay(db, 'vilnius', '2024-03-04')
    expect(row).toMatchObject({ called_at: hall.clock.ms, outcome })
  })

  test('a call that is taken back opens the promise again', async () => {
    const db = open()
    const hall = await promisingHall(db)
    await hall.issue()
    hall.clock.ms += 6 * minute
    await callNext(hall)
    await hall.does(ana, undo)
    expect(await promisesOfDay(db, 'vilnius', '2024-03-04')).toMatchObject([
      { called_at: null, outcome: null },
    ])
    hall.clock.ms += 6 * minute
    await callNext(hall)
    expect(await outcomes(db)).toEqual(['late'])
  })

  test('in one transaction too, steps are followed in their order', async () => {
    const db = open()
    const hall = await promisingHall(db)
    await hall.issue()
    hall.clock.ms += 6 * minute
    await Promise.all([callNext(hall), hall.does(ana, undo), callNext(hall)])
    expect(await outcomes(db)).toEqual(['inside'])
  })

  test('only the first call counts, whatever becomes of the ticket', async () => {
    const db = open()
    const hall = await promisingHall(db)
    const ticket = await hall.issue()
    hall.clock.ms += 6 * minute
    await callNext(hall)
    await hall.does(ana, { type: 'ticket:miss', ticket })
    await hall.does(ana, { type: 'ticket:report', ticket })
    hall.clock.ms += 60 * minute
    await callNext(hall)
    await hall.does(ana, { type: 'ticket:start', ticket })
    await hall.does(ana, { type: 'ticket:next-leg', ticket, service: 'payments', note: '' })
    await hall.does(bob, { type: 'ticket:call', counter: 'counter-2', ticket })
    await hall.does(bob, { type: 'step:undo', counter: 'counter-2' })
    await hall.does(ana, { type: 'ticket:cancel', ticket })
    expect(await promisesOfDay(db, 'vilnius', '2024-03-04')).toMatchObject([
      { service: 'information', called_at: noon + 6 * minute, outcome: 'inside' },
    ])
  })

  test('a ticket that ends before a call is gone, and open again when it comes back to its place', async () => {
    const db = open()
    const hall = await promisingHall(db)
    const ticket = await hall.issue()
    await hall.does(ana, { type: 'ticket:cancel', ticket })
    expect(await outcomes(db)).toEqual(['gone'])
    hall.clock.ms += 3 * minute
    await hall.does(ana, { type: 'ticket:restore', ticket, place: 'own' })
    expect(await outcomes(db)).toEqual([null])
    hall.clock.ms += 3 * minute
    await callNext(hall)
    expect(await outcomes(db)).toEqual(['inside'])
  })

  test('who lets the others go first gives up what was promised', async () => {
    const db = open()
    const hall = await promisingHall(db)
    const ticket = await hall.issue()
    await hall.does(ana, { type: 'ticket:change', ticket, service: null, class: null, place: 'end' })
    expect(await outcomes(db)).toEqual(['gone'])
  })

  test('at the end of the queue nobody was promised anything', async () => {
    const db = open()
    const hall = await promisingHall(db)
    const ticket = await hall.issue()
    await hall.does(ana, { type: 'ticket:cancel', ticket })
    await hall.does(ana, { type: 'ticket:restore', ticket, place: 'end' })
    hall.clock.ms += 60 * minute
    await callNext(hall)
    await hall.does(ana, undo)
    await callNext(hall)
    expect(await promisesOfDay(db, 'vilnius', '2024-03-04')).toMatchObject([
      { called_at: null, outcome: 'gone' },
    ])
  })

  test('a promise keeps the service that it was given for', async () => {
    const db = open()
    const hall = await promisingHall(db)
    const ticket = await hall.issue()
    await hall.does(ana, { type: 'ticket:change', ticket, service: 'payments', class: 'ordinary' })
    await hall.does(ana, { type: 'ticket:call', counter: 'counter-1', ticket })
    expect(await promisesOfDay(db, 'vilnius', '2024-03-04')).toMatchObject([
      { service: 'information', outcome: 'early' },
    ])
  })

  test('when the day is over whoever still waits is gone, and who was called is not', async () => {
    const db = open()
    const hall = await promisingHall(db)
    await hall.issue()
    hall.clock.ms += minute
    await hall.issue()
    await callNext(hall)
    hall.clock.ms = midnight
    await hall.tick()
    expect(await outcomes(db)).toEqual(['early', 'gone'])
    expect(await promisesOfDay(db, 'vilnius', '2024-03-05')).toEqual([])
  })

  test('tickets from before promises were kept have none, and go on as they are', async () => {
    const db = open()
    const before = await promisingHall(db)
    const ticket = await before.issue()
    await db.deleteFrom('promises').execute()
    await asBefore(db)
    const hall = await hallOn(db, before.clock)
    expect(hall.authority.hall().tickets.get(ticket)?.promised).toBeNull()
    await callNext(hall)
    await hall.does(ana, undo)
    await hall.does(ana, { type: 'ticket:cancel', ticket })
    expect(await db.selectFrom('promises').selectAll().execute()).toEqual([])
  })
})

/** The stored tickets as events wrote them before anything was promised. */
async function asBefore(db: Kysely<Database>): Promise<void> {
  const rows: EventRow[] = await db
    .selectFrom('events')
    .selectAll()
    .where('type', '=', 'ticket:issued')
    .execute()
  for (const { revision, data } of rows) {
    const { promised: _promised, ...old } = JSON.parse(data) as Record<string, unknown>
    await db
      .updateTable('events')
      .set({ schema: 2, data: JSON.stringify(old) })
      .where('revision', '=', revision)
      .execute()
  }
}
