import { sql } from 'kysely'
import { afterEach, expect, test, vi } from 'vitest'

import { startClock } from '#server/clock.ts'
import { openSqlite } from '#server/db/open.ts'
import { migrate } from '#server/db/migrate.ts'
import { addHall } from '#server/db/halls.ts'

import { onEachEngine } from './engines.ts'
import {
  ana,
  config,
  freshId,
  hallOn,
  midnight,
  noon,
  operator,
  staffedHall,
  type TestHall,
} from './test-hall.ts'

const minute = 60_000
const day = 24 * 60 * minute

onEachEngine((open) => {
  const daysIn = async () =>
    (await open().selectFrom('events').select(['type', 'at']).where('type', 'like', 'day:%').execute()).map(
      ({ type, at }) => [type, at],
    )

  async function called(hall: TestHall): Promise<string> {
    return (await hall.does(ana, { type: 'ticket:call-next', counter: 'counter-1' })).ticket!
  }

  test('a hall without a configuration opens no day; with one the clock opens it', async () => {
    const hall = await hallOn(open())
    await hall.tick()
    expect(hall.authority.hall()).toMatchObject({ day: null, revision: 0 })
    await hall.does(operator, { type: 'hall:configure', config })
    await hall.tick()
    expect(hall.authority.hall().day).toMatchObject({ date: '2024-03-04', endsAt: midnight })
  })

  test('a missed ticket lapses when its term is over and not before', async () => {
    const hall = await staffedHall(open())
    const ticket = await hall.issue()
    await called(hall)
    await hall.does(ana, { type: 'ticket:miss', ticket })
    hall.clock.ms = noon + 15 * minute - 1
    await hall.tick()
    expect(hall.authority.hall().tickets.get(ticket)).toMatchObject({ state: 'missed' })
    hall.clock.ms += 1
    await hall.tick()
    expect(hall.authority.hall().tickets.has(ticket)).toBe(false)
    expect(await open().selectFrom('tickets').select('outcome').execute()).toEqual([{ outcome: 'no-show' }])
  })

  test('a parked ticket goes back to its old place when its term is over and not before', async () => {
    const hall = await staffedHall(open())
    const ticket = await hall.issue()
    await called(hall)
    hall.clock.ms += minute
    await hall.does(ana, { type: 'ticket:park', ticket, keptFor: 'clerk', minutes: 7 })
    hall.clock.ms += 7 * minute - 1
    await hall.tick()
    expect(hall.authority.hall().tickets.get(ticket)).toMatchObject({ state: 'parked' })
    hall.clock.ms += 1
    await hall.tick()
    expect(hall.authority.hall().tickets.get(ticket)).toMatchObject({ state: 'waiting', since: noon })
  })

  test('at midnight in Vilnius, and not before, the day turns: served, expired, closed, numbers from one', async () => {
    const db = open()
    const hall = await staffedHall(db)
    const [served] = [await hall.issue(), await hall.issue()]
    await called(hall)
    await hall.does(ana, { type: 'ticket:start', ticket: served })
    hall.clock.ms = midnight - 1
    await hall.tick()
    expect(hall.authority.hall().day?.date).toBe('2024-03-04')

    hall.clock.ms = midnight
    await hall.tick()
    const { day, tickets, shifts } = hall.authority.hall()
    expect({ date: day?.date, tickets: tickets.size, shifts: shifts.size }).toEqual({
      date: '2024-03-05',
      tickets: 0,
      shifts: 0,
    })
    const outcomes = db.selectFrom('tickets').select(['label', 'day', 'outcome', 'ended_at']).orderBy('label')
    expect(await outcomes.execute()).toEqual([
      { label: 'A001', day: '2024-03-04', outcome: 'served', ended_at: midnight },
      { label: 'A002', day: '2024-03-04', outcome: 'expired', ended_at: midnight },
    ])
    const closed = await db.selectFrom('shifts').select('closed_at').execute()
    expect(closed).toEqual([{ closed_at: midnight }, { closed_at: midnight }])
    const ticket = await hall.issue()
    expect(hall.authority.hall().tickets.get(ticket)).toMatchObject({ label: 'A001' })
    expect((await hallOn(db)).authority.hall()).toEqual(hall.authority.hall())
  })

  test('a new day forgets the sessions that ended more than a day ago', async () => {
    const db = open()
    const hall = await staffedHall(db)
    const [createdAt, updatedAt] = ['2024-03-01T08:00:00.000Z', '2024-03-01T08:00:00.000Z']
    const person = {
      id: 'ana',
      name: 'Ana',
      email: 'ana@eile.invalid',
      username: 'ana',
      createdAt,
      updatedAt,
    }
    await db.insertInto('user').values(person).execute()
    for (const [id, endedAgo] of [
      ['old', day + 1],
      ['kept', day],
    ] as const) {
      const expiresAt = new Date(midnight - endedAgo).toISOString()
      await sql`insert into session (id, "expiresAt", token, "createdAt", "updatedAt", "userId")
        values (${id}, ${expiresAt}, ${id}, ${createdAt}, ${updatedAt}, 'ana')`.execute(db)
    }
    hall.clock.ms = midnight
    await hall.tick()
    expect(await db.selectFrom('session').select('id').execute()).toEqual([{ id: 'kept' }])
  })

  test('a hall that was off for a week closes the old day and opens the day that it is', async () => {
    const hall = await staffedHall(open())
    await hall.issue()
    const later = await hallOn(open(), { ms: noon + 7 * 24 * 60 * minute })
    await later.tick()
    expect(later.authority.hall()).toMatchObject({ day: { date: '2024-03-11' }, tickets: new Map() })
  })

  test('two clocks that strike at once turn the day once', async () => {
    const hall = await staffedHall(open())
    hall.clock.ms = midnight
    await Promise.all([hall.tick(), hall.tick()])
    expect(await daysIn()).toEqual([
      ['day:opened', noon],
      ['day:closed', midnight],
      ['day:opened', midnight],
    ])
  })

  test('a ticket of yesterday is not restored into the new day, not even in the moment of its turning', async () => {
    const hall = await staffedHall(open())
    const ticket = await hall.issue()
    await hall.does(ana, { type: 'ticket:cancel', ticket })
    hall.clock.ms = midnight
    const [, outcome] = await Promise.all([
      hall.tick(),
      hall.ask(ana, { type: 'ticket:restore', ticket, place: 'own' }),
    ])
    expect(outcome).toMatchObject({ ok: false, code: 'ticket/unknown' })
    expect(await hall.ask(ana, { type: 'ticket:restore', ticket, place: 'own' })).toMatchObject({ ok: false })
  })
})

afterEach(() => void vi.useRealTimers())

test('a clock whose hall cannot store anything tries again with patience', async () => {
  const db = openSqlite(':memory:')
  await migrate(db)
  await addHall(db, { id: 'vilnius', createdAt: noon })
  const { authority, clock } = await staffedHall(db)
  clock.ms = midnight
  await db.destroy()

  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const onError = vi.fn()
  const stop = startClock({ authority, db, now: () => clock.ms, newId: freshId, onError })
  await vi.advanceTimersByTimeAsync(5_000)
  stop()
  expect(onError.mock.calls.length).toBeGreaterThan(0)
  expect(onError.mock.calls.length).toBeLessThan(10)
})
