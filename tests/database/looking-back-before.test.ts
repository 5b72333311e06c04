import { expect, test } from 'vitest'

import { appendEvents } from '#server/db/events.ts'
import { saveHall } from '#server/db/halls.ts'
import { standardOrder } from '#shared/queue/order.ts'
import { hallOf } from '#tests/rules/hall-of.ts'

import { onEachEngine } from './engines.ts'
import { ask } from './scripted-day.ts'
import { ana, kiosk, noon } from './test-hall.ts'

/** The configuration as it was before halls had an order. */
const { order: _order, ...config } = hallOf({ order: standardOrder })

const issued = { visit: 'v', series: 'a', service: 'passports', class: 'ordinary', by: kiosk }
const call = { counter: 'c1', clerk: 'ana', by: ana }

const events: [minutes: number, type: string, data: object][] = [
  [0, 'day:opened', { by: { kind: 'clock', id: 'clock' }, date: '2024-03-04', config }],
  [0, 'shift:opened', { by: ana, counter: 'c1', clerk: 'ana', profile: null }],
  [1, 'ticket:issued', { ...issued, ticket: 'one', label: 'A001', number: 1 }],
  [2, 'ticket:issued', { ...issued, ticket: 'two', label: 'A002', number: 2 }],
  [3, 'ticket:called', { ...call, ticket: 'two', reason: { rule: 'by-hand' }, overtaken: ['one'] }],
  [4, 'ticket:cancelled', { by: ana, ticket: 'two' }],
  [
    5,
    'ticket:called',
    { ...call, ticket: 'one', reason: { rule: 'first-come', waitedMs: 240_000 }, overtaken: [] },
  ],
]

onEachEngine((open) => {
  test('a day from before halls had an order is told as it was, and held against no rule', async () => {
    const rows = events.map(([minutes, type, data], n) => ({
      ...{ hall_id: 'vilnius', revision: n + 1, at: noon + minutes * 60_000, type, schema: 2 },
      data: JSON.stringify(data),
    }))
    await open()
      .transaction()
      .execute(async (trx) => {
        await appendEvents(trx, rows)
        await saveHall(trx, 'vilnius', { revision: rows.length, day: '2024-03-04', day_revision: 1 })
      })

    expect((await ask(open(), 'explain', { ticket: 'A001' })).lines).toEqual([
      'A001 on 2024-03-04',
      '12:01:00  joined: passports, ordinary',
      '12:03:00  passed over by A002 (passports, ordinary), called to counter 1',
      '          why: a clerk chose it',
      '          counted by hand: 1',
      '12:05:00  called to counter 1, waited 4 min',
      '          why: who came first, waited 4 min',
      '          chosen again: no, this call is from before halls had an order',
    ])
    const { lines } = await ask(open(), 'order')
    expect(lines.at(-1)).toBe(
      'chosen again    0 the same, not the same: none, 2 from before halls had an order',
    )
  })
})
