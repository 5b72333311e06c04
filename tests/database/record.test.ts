import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'

import type { Database } from '#server/db/schema.ts'
import { searchRecord } from '#server/record/search.ts'
import { writeAct } from '#server/record/write-act.ts'
import { recordQuery, type RecordEntry } from '#shared/protocol/record.ts'
import { readSources } from '#tests/setup/imports.ts'

import { onEachEngine } from './engines.ts'
import { ana, bob, config, freshId, kiosk, noon, operator, staffedHall, type TestHall } from './test-hall.ts'

const day = 24 * 60 * 60_000
let daysOn = 0

onEachEngine((open) => {
  /** A hall on a day of its own: what another test put on record is there for good. */
  async function aDay() {
    const db = open()
    daysOn += 7
    const hall = await staffedHall(db, { ms: noon + daysOn * day })
    const today = new Date(hall.clock.ms).toISOString().slice(0, 10)
    return {
      db,
      hall,
      today,
      search: (query: object = {}) => search(db, hall, { from: today, to: today, ...query }),
    }
  }

  async function search(db: Kysely<Database>, hall: TestHall, query: object) {
    const parts = { db, hallId: 'vilnius', config: hall.authority.hall().config }
    return await searchRecord(parts, recordQuery.parse(query))
  }

  const told = ({ entries }: { readonly entries: readonly RecordEntry[] }) => entries.map(({ act }) => act)

  function write(db: Kysely<Database>, hall: TestHall, by = operator, name = 'Rita') {
    const parts = { hallId: 'vilnius', newId: freshId, now: () => hall.clock.ms, by }
    return writeAct(db, parts, { act: 'pin:set', subject: { kind: 'account', id: 'rita', name } })
  }

  test('tells of a ticket what each step changed, the newest first', async () => {
    const { hall, search } = await aDay()
    const ticket = await hall.issue()
    hall.clock.ms += 1_000
    await hall.does(ana, { type: 'ticket:call-next', counter: 'counter-1' })
    await hall.does(ana, { type: 'ticket:start', ticket })
    await hall.does(ana, { type: 'step:undo', counter: 'counter-1' })

    const { entries } = await search({ kind: 'tickets' })
    expect(entries.map(({ act, changes }) => [act, changes])).toEqual([
      ['step:undone', [{ fact: 'state', before: 'serving', after: 'called' }]],
      ['ticket:started', [{ fact: 'state', before: 'called', after: 'serving' }]],
      [
        'ticket:called',
        [
          { fact: 'state', before: 'waiting', after: 'called' },
          { fact: 'counter', before: null, after: 'counter-1' },
          { fact: 'clerk', before: null, after: 'ana' },
        ],
      ],
      [
        'ticket:issued',
        [
          { fact: 'state', before: null, after: 'waiting' },
          { fact: 'service', before: null, after: 'information' },
          { fact: 'class', before: null, after: 'ordinary' },
        ],
      ],
    ])
    const { by, subject } = entries.at(-1)!
    expect([by, subject]).toEqual([
      { ...kiosk, name: null },
      { kind: 'ticket', id: ticket, name: expect.stringMatching(/^[A-ZŠŽ]+\d+$/) },
    ])
  })

  test('tells what is said at a step: the result of serving, who was chosen, for whom and to which place', async () => {
    const { hall, search } = await aDay()
    const [one, other] = [await hall.issue(), await hall.issue()]
    await hall.does(ana, { type: 'ticket:call', counter: 'counter-1', ticket: other })
    await hall.does(ana, { type: 'ticket:park', ticket: other, keptFor: 'counter', minutes: 5, note: '' })
    await hall.does(ana, { type: 'ticket:return', ticket: other, place: 'end' })
    await hall.does(ana, { type: 'ticket:call-next', counter: 'counter-1', service: null })
    await hall.does(ana, { type: 'ticket:start', ticket: one })
    const finish = { type: 'ticket:finish', ticket: one, result: 'papers-missing', quantity: 3 } as const
    await hall.does(ana, finish)

    const { entries } = await search({ kind: 'tickets', by: 'staff' })
    const told = entries.map(({ act, changes }) => [
      act,
      ...changes.flatMap(({ fact, after }) =>
        ['state', 'counter', 'clerk'].includes(fact) ? [] : [`${fact} ${after}`],
      ),
    ])
    expect(told).toEqual([
      ['ticket:finished', 'result papers-missing', 'quantity 3'],
      ['ticket:started'],
      ['ticket:called'],
      ['ticket:returned', 'place end'],
      ['ticket:parked', 'keptFor counter', `until ${hall.clock.ms + 5 * 60_000}`],
      ['ticket:called', 'byHand true'],
    ])
  })

  test('events and what is no event are one list, and its pages tell all of it once', async () => {
    const { db, hall, search } = await aDay()
    for (let n = 0; n < 4; n += 1) {
      await hall.issue()
      await write(db, hall)
      hall.clock.ms += n < 2 ? 0 : 1_000
    }
    const all = await search()
    expect(all.next).toBeNull()
    expect(all.entries.filter(({ act }) => act === 'pin:set')).toHaveLength(4)
    expect(all.entries.map(({ at }) => at)).toEqual(all.entries.map(({ at }) => at).toSorted((a, b) => b - a))

    const paged: RecordEntry[] = []
    let after: string | null = null
    do {
      const page = await search({ limit: 3, ...(after !== null && { after }) })
      paged.push(...page.entries)
      after = page.next
    } while (after !== null)
    expect(paged).toEqual(all.entries)
  })

  test('is searched by who it was, one person or all of a kind', async () => {
    const { db, hall, search } = await aDay()
    await hall.issue()
    await hall.does(bob, { type: 'ticket:call-next', counter: 'counter-2' })
    await write(db, hall, bob)
    expect(told(await search({ by: 'staff', id: 'bob' }))).toEqual([
      'pin:set',
      'ticket:called',
      'shift:opened',
    ])
    expect(told(await search({ by: 'staff', id: 'bo' }))).toEqual([])
    expect(told(await search({ by: 'device' }))).toEqual(['ticket:issued'])
    expect(told(await search({ by: 'clock' }))).toEqual(['day:opened'])
  })

  test('is searched by what was done', async () => {
    const { db, hall, search } = await aDay()
    await hall.does(ana, { type: 'service:pause', service: 'information', reason: 'staff' })
    await write(db, hall)
    expect(told(await search({ kind: 'counters' }))).toEqual(['shift:opened', 'shift:opened'])
    expect((await search({ kind: 'services' })).entries).toMatchObject([
      { act: 'service:paused', changes: [{ fact: 'reason', before: null, after: 'staff' }] },
    ])
    expect(told(await search({ kind: 'accounts' }))).toEqual(['pin:set'])
    expect(told(await search({ kind: 'settings' }))).toEqual(['day:opened', 'hall:configured'])
    expect(told(await search({ kind: 'notices' }))).toEqual([])
  })

  test('is searched by what it is about: a label, a part of a name', async () => {
    const { db, hall, search } = await aDay()
    const [one, other] = [await hall.issue(), await hall.issue()]
    const label = hall.authority.hall().tickets.get(one)!.label
    await hall.does(ana, { type: 'ticket:cancel', ticket: other })
    await hall.does(ana, { type: 'ticket:cancel', ticket: one })
    await write(db, hall, ana, 'Rita Ąžuolė')

    const ofTicket = await search({ about: ` ${label.toLowerCase()} ` })
    expect(told(ofTicket)).toEqual(['ticket:cancelled', 'ticket:issued'])
    expect(ofTicket.entries.every(({ subject }) => subject.id === one)).toBe(true)
    expect(told(await search({ about: 'ąžuol' }))).toEqual(['pin:set'])
    const { label: counter } = config.counters.find(({ id }) => id === 'counter-1')!
    expect(told(await search({ about: counter, kind: 'counters' }))).toEqual(['shift:opened'])
    expect(told(await search({ about: 'nieko tokio' }))).toEqual([])
    // What stands for anything in a search of the database stands for itself.
    expect(told(await search({ about: '%' }))).toEqual([])
  })

  test('says of the settings what was changed, by names and values', async () => {
    const { hall, search } = await aDay()
    hall.clock.ms += 1
    const changed = {
      ...config,
      rules: { ...config.rules, recallSeconds: 33 },
      services: config.services.map((one) =>
        one.id === 'information' ? { ...one, targetMinutes: 77 } : one,
      ),
    }
    await hall.does(operator, { type: 'hall:configure', config: changed })
    const [entry] = (await search({ kind: 'settings' })).entries
    const name = config.services.find(({ id }) => id === 'information')!.name.lt
    expect(entry!.changes).toEqual([
      { fact: 'services', before: [name], after: [name] },
      {
        fact: 'rules',
        before: [`recallSeconds: ${config.rules.recallSeconds}`],
        after: ['recallSeconds: 33'],
      },
    ])
  })

  test('says that language and needs of a visitor were changed, and not to what', async () => {
    const { hall, search } = await aDay()
    const change = { type: 'ticket:change', ticket: await hall.issue(), service: null, class: null } as const
    await hall.does(ana, { ...change, language: 'uk' })
    hall.clock.ms += 1
    await hall.does(ana, { ...change, needs: ['hearing'] })
    hall.clock.ms += 1
    await hall.does(ana, { ...change, class: 'priority' })
    const { entries } = await search({ kind: 'tickets' })
    const changed = entries.filter(({ act }) => act === 'ticket:changed').map(({ changes }) => changes)
    expect(changed).toEqual([
      [{ fact: 'class', before: 'ordinary', after: 'priority' }],
      [{ fact: 'told', before: null, after: ['needs'] }],
      [{ fact: 'told', before: null, after: ['language'] }],
    ])
  })

  test('a day is the hall’s own, and a longer period has its days', async () => {
    const { db, hall, today } = await aDay()
    hall.clock.ms += 10 * 60 * 60_000
    await write(db, hall)
    hall.clock.ms += 3 * 60 * 60_000
    await write(db, hall)
    const next = new Date(Date.parse(today) + day).toISOString().slice(0, 10)
    const count = async (from: string, to: string) =>
      (await search(db, hall, { from, to, kind: 'accounts' })).entries.length
    expect([await count(today, today), await count(next, next), await count(today, next)]).toEqual([1, 1, 2])
  })
})

test('no part of the program changes or deletes what is on record', () => {
  const sources = [...readSources(new URL('../../', import.meta.url), ['server'])]
  const changing = /(updateTable|deleteFrom|replaceInto)\(\s*['"](events|acts)['"]/
  expect(sources.length).toBeGreaterThan(100)
  expect(sources.filter(([, source]) => changing.test(source)).map(([path]) => path)).toEqual([])
})
