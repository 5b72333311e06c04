import { sql, type Kysely } from 'kysely'
import { expect, test } from 'vitest'

import { appendEvents, lastRevision } from '#server/db/events.ts'
import type { Database } from '#server/db/schema.ts'
import type { Committed } from '#server/hall.ts'
import type { CommandOf } from '#shared/queue/command.ts'

import { onEachEngine } from './engines.ts'
import {
  ana,
  bob,
  config,
  freshId,
  hallOn,
  information,
  kiosk,
  noon,
  operator,
  staffedHall,
} from './test-hall.ts'
import { event, range } from './rows.ts'

const next: CommandOf<'ticket:call-next'> = {
  type: 'ticket:call-next',
  counter: 'counter-1',
  service: null,
}

onEachEngine((open) => {
  test('commands that come together are one transaction, of 256 at most', async () => {
    await staffedHall(open())
    const { db, transactions } = counting(open())
    const hall = await hallOn(db)
    await Promise.all(range(50).map(() => hall.issue()))
    expect(transactions()).toBe(1)
    await Promise.all(range(257).map(() => hall.issue()))
    expect(transactions()).toBe(3)
    expect(hall.authority.hall().tickets.size).toBe(307)
  })

  test('a command that cannot be stored fails alone, whole and leaving no gap in the numbers', async () => {
    const db = open()
    const hall = await staffedHall(db)
    await hall.issue({ language: 'ru' })
    const before = hall.authority.hall().revision
    await sql`create unique index one_russian on visits (language) where language = 'ru'`.execute(db)
    const bad = freshId()
    const outcomes = await Promise.allSettled([
      hall.ask(kiosk, information),
      hall.ask(kiosk, { ...information, language: 'ru' }, bad),
      hall.ask(kiosk, { ...information, language: 'en' }),
    ])
    await sql`drop index one_russian`.execute(db)

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const labels = [...hall.authority.hall().tickets.values()].map(({ label }) => label)
    expect(labels).toEqual(['A001', 'A002', 'A003'])
    expect(await lastRevision(db, 'vilnius')).toBe(before + 2)
    expect(hall.authority.hall().revision).toBe(before + 2)
    for (const table of ['tickets', 'visits', 'legs'] as const) {
      expect(await db.selectFrom(table).selectAll().execute()).toHaveLength(3)
    }
    expect(await hall.ask(kiosk, { ...information, language: 'ru' }, bad)).toMatchObject({
      answer: { label: 'A004' },
    })
  })

  test('a command sent twice at once, later or after reopening happens once and has one answer', async () => {
    const db = open()
    const hall = await staffedHall(db)
    const id = freshId()
    const [first, ...others] = await Promise.all([
      hall.ask(kiosk, information, id),
      hall.ask(kiosk, information, id),
    ])
    others.push(await hall.ask(kiosk, information, id))
    const reopened = await hallOn(db)
    others.push(await reopened.ask(kiosk, information, id))

    expect(first).toMatchObject({ ok: true, answer: { label: 'A001' } })
    for (const other of others) expect(other).toEqual(first)
    expect(reopened.authority.hall().tickets.size).toBe(1)
    expect(await reopened.ask(ana, information, id)).toMatchObject({ answer: { label: 'A002' } })
  })

  test('what is sent again among others has its answer, and they are one transaction without it', async () => {
    await staffedHall(open())
    const { db, transactions } = counting(open())
    const hall = await hallOn(db)
    const [issued, called] = [freshId(), freshId()]
    const first = await hall.ask(kiosk, information, issued)
    const call = await hall.ask(ana, next, called)
    const before = transactions()
    const outcomes = await Promise.all([
      hall.ask(kiosk, information),
      hall.ask(kiosk, information, issued),
      hall.ask(ana, next, called),
      hall.ask(kiosk, information),
      hall.ask(ana, next),
    ])

    expect(outcomes).toMatchObject([
      { answer: { label: 'A002' } },
      first,
      call,
      { answer: { label: 'A003' } },
      { ok: false, code: 'counter/busy' },
    ])
    expect(transactions() - before).toBe(2)
    expect(hall.authority.hall().tickets.size).toBe(3)
  })

  test('a refusal is not kept and is no event', async () => {
    const hall = await staffedHall(open())
    const { revision } = hall.authority.hall()
    const id = freshId()
    expect(await hall.ask(ana, next, id)).toMatchObject({ ok: false, code: 'queue/empty' })
    expect(await lastRevision(open(), 'vilnius')).toBe(revision)
    await hall.issue()
    expect(await hall.ask(ana, next, id)).toMatchObject({ answer: { label: 'A001' } })
  })

  test('a hall is reopened as it was: tickets, shifts, steps, calls, numbers and what visitors told', async () => {
    const db = open()
    const hall = await staffedHall(db)
    const [one, two] = [await hall.issue(), await hall.issue({ language: 'ru', needs: ['hearing'] })]
    await hall.does(ana, next)
    await hall.does(ana, { type: 'ticket:start', ticket: one })
    await hall.does(bob, { ...next, counter: 'counter-2' })
    await hall.does(bob, { type: 'ticket:start', ticket: two })
    hall.clock.ms += 60_000
    const to = { service: 'tourism', note: 'wants a map' }
    await hall.does(bob, { type: 'ticket:transfer', ticket: two, bound: { counter: 'counter-1' }, ...to })
    await hall.does(bob, { type: 'shift:pause', counter: 'counter-2', reason: 'lunch' })

    const reopened = await hallOn(db)
    expect(reopened.authority.hall()).toEqual(hall.authority.hall())
    expect(reopened.authority.visits()).toEqual(hall.authority.visits())
    expect([...hall.authority.visits().values()]).toMatchObject([
      { language: 'lt', needs: [], notes: [] },
      { language: 'ru', needs: ['hearing'], notes: ['wants a map'] },
    ])
    await reopened.does(ana, { type: 'step:undo', counter: 'counter-1' })
    expect(reopened.authority.hall().tickets.get(one)).toMatchObject({ state: 'called' })
  })

  test('a note is there with the step that it was written with, and goes when that is taken back', async () => {
    const hall = await staffedHall(open())
    const ticket = await hall.issue()
    const notes = () => [...hall.authority.visits().values()].map((visit) => visit.notes)
    await hall.does(ana, next)
    await hall.does(ana, { type: 'ticket:park', ticket, keptFor: 'clerk', minutes: null, note: 'a photo' })
    expect(notes()).toEqual([['a photo']])
    await hall.does(ana, { type: 'ticket:take-up', ticket, counter: 'counter-1' })
    hall.clock.ms += 60_000
    await hall.does(ana, { type: 'ticket:next-leg', ticket, service: 'tourism', note: 'a map' })
    expect(notes()).toEqual([['a photo', 'a map']])
    await hall.does(ana, { type: 'step:undo', counter: 'counter-1' })
    expect(notes()).toEqual([['a photo']])
    await hall.does(ana, { type: 'ticket:next-leg', ticket, service: 'payments', note: 'two maps' })
    expect(notes()).toEqual([['a photo', 'two maps']])
  })

  test('a day of more events than are read at once is replayed to its end', async () => {
    const db = open()
    const hall = await staffedHall(db)
    const from = hall.authority.hall().revision
    const by = ana
    const pauses = range(5_001).map((n) => {
      const [type, facts] = n % 2 === 1 ? ['shift:paused', { reason: `pause ${n}` }] : ['shift:resumed', {}]
      return event(from + n, { at: noon, type, data: JSON.stringify({ by, counter: 'counter-1', ...facts }) })
    })
    await db.transaction().execute((trx) => appendEvents(trx, pauses))

    const { authority } = await hallOn(db)
    expect(authority.hall().revision).toBe(from + 5_001)
    expect(authority.hall().shifts.get('counter-1')?.pause).toMatchObject({ reason: 'pause 5001' })
  })

  test('of two authorities on one database, the one that is behind catches up and loses nothing', async () => {
    const db = open()
    const one = await staffedHall(db)
    const other = await hallOn(db)
    const heard: Committed[] = []
    other.authority.onCommitted((committed) => heard.push(committed))

    await one.issue({ language: 'ru' })
    expect(other.authority.hall().tickets.size).toBe(0)
    const outcomes = await Promise.all([other.ask(kiosk, information), other.ask(kiosk, information)])
    expect(outcomes).toMatchObject([{ answer: { label: 'A002' } }, { answer: { label: 'A003' } }])

    expect(heard[0]?.happened).toMatchObject([{ event: { type: 'ticket:issued', label: 'A001' } }])
    expect([...other.authority.visits().values()].map(({ language }) => language)).toEqual(['ru', 'lt', 'lt'])
    expect(other.authority.hall()).toEqual((await hallOn(db)).authority.hall())
  })

  test('a single command that met the writing of another process is decided again on what is now', async () => {
    const db = open()
    const one = await staffedHall(db)
    const other = await hallOn(db)
    await one.issue()
    expect(await other.ask(kiosk, information)).toMatchObject({ answer: { label: 'A002' } })
  })

  test('a listener hears each commit once, in order, until it stops listening', async () => {
    const hall = await staffedHall(open())
    const heard: number[] = []
    const stop = hall.authority.onCommitted(({ happened }) => heard.push(happened.length))
    await Promise.all([hall.issue(), hall.issue()])
    await hall.issue()
    stop()
    await hall.issue()
    expect(heard).toEqual([2, 1])
  })

  test('settled waits for everything that was submitted', async () => {
    const hall = await staffedHall(open())
    const answered: unknown[] = []
    for (const _ of range(300)) void hall.ask(kiosk, information).then((outcome) => answered.push(outcome))
    await hall.authority.settled()
    expect(answered).toHaveLength(300)
  })

  test('a configuration without what is in use is refused, and taken when it is not', async () => {
    const hall = await staffedHall(open())
    const ticket = await hall.issue()
    const without = {
      ...config,
      services: config.services.filter(({ id }) => id !== 'information'),
      profiles: config.profiles.map((profile) => ({
        ...profile,
        first: profile.first.filter((id) => id !== 'information'),
        fallback: profile.fallback.filter((id) => id !== 'information'),
      })),
    }
    const configure = { type: 'hall:configure', config: without } as const
    expect(await hall.ask(operator, configure)).toMatchObject({
      ok: false,
      code: 'hall/in-use',
      details: { what: 'service information (ticket A001)' },
    })
    expect(hall.authority.hall().config).toEqual(config)
    await hall.does(ana, { type: 'ticket:cancel', ticket })
    await hall.does(operator, configure)
    expect((await hallOn(open())).authority.hall().config).toEqual(without)
  })
})

/** The same database, with a count of the transactions begun on it. */
function counting(db: Kysely<Database>): { db: Kysely<Database>; transactions: () => number } {
  let count = 0
  const counted = new Proxy(db, {
    get(target, name) {
      if (name === 'transaction') count += 1
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
  return { db: counted, transactions: () => count }
}
