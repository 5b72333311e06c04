import { expect, test } from 'vitest'

import { asOfNow, ticketAsOfNow } from '#server/older-events.ts'
import { eventSchema, type HallEvent } from '#shared/queue/event.ts'
import { notOvertaken } from '#shared/queue/ticket.ts'

import { config } from './test-hall.ts'

const old = { id: 't', label: 'A001', since: 1, bound: { clerk: 'ana' }, overtaken: 3 }
const now = {
  ...old,
  slot: null,
  back: null,
  boundAt: null,
  speakers: null,
  promised: null,
  overtaken: { ...notOvertaken, rule: 3 },
}

const table: readonly { type: HallEvent['type']; then: object; now: object }[] = [
  {
    type: 'ticket:issued',
    then: { ticket: 't' },
    now: { ticket: 't', slot: null, speakers: null, promised: null },
  },
  {
    type: 'ticket:called',
    then: { reason: { rule: 'first-come', waitedMs: 5 }, overtaken: ['u'] },
    now: { reason: { rule: 'first-come', waitedMs: 5 }, overtaken: { rule: ['u'] } },
  },
  {
    type: 'ticket:called',
    then: { reason: { rule: 'by-hand' }, overtaken: ['u', 'v'] },
    now: { reason: { rule: 'by-hand' }, overtaken: { byHand: ['u', 'v'] } },
  },
  {
    type: 'ticket:called',
    then: { reason: { rule: 'by-hand' }, overtaken: [] },
    now: { reason: { rule: 'by-hand' }, overtaken: {} },
  },
  { type: 'ticket:restored', then: { place: 'own', from: old }, now: { place: 'own', from: now } },
  {
    type: 'step:undone',
    then: { before: old, overtaken: ['u'] },
    now: { before: now, overtaken: { rule: ['u'] } },
  },
  { type: 'ticket:missed', then: { until: 9 }, now: { until: 9 } },
  { type: 'ticket:finished', then: {}, now: { result: 'done', quantity: 1 } },
  { type: 'shift:paused', then: { reason: 'lunch' }, now: { reason: 'lunch', until: null } },
]

test.each(table)('a $type of before is read as one of now', ({ type, then, now }) => {
  const event = (facts: object) =>
    ({ type, at: 1, by: { kind: 'clock', id: 'clock' }, ...facts }) as unknown as HallEvent
  expect(asOfNow(event(then), 2)).toEqual(event(now))
  expect(asOfNow(event(now), eventSchema)).toEqual(event(now))
})

test('an event from when nobody said what came of serving keeps all else that it knew', () => {
  const by = { kind: 'staff', id: 'ana' } as const
  const promised = { low: 5, high: 10 }
  const issued = { type: 'ticket:issued', at: 1, by, slot: 7, speakers: ['homes'], promised } as never
  expect(asOfNow(issued, 3)).toEqual(issued)
  const finished = { type: 'ticket:finished', at: 1, by, ticket: 't' } as never
  expect(asOfNow(finished, 3)).toEqual({ ...(finished as object), result: 'done', quantity: 1 })
})

test('a finish of now keeps what came of it', () => {
  const by = { kind: 'staff', id: 'ana' } as const
  const finished = { type: 'ticket:finished', at: 1, by, ticket: 't', result: 'left', quantity: 3 } as const
  expect(asOfNow(finished, eventSchema)).toEqual(finished)
})

test('a pause of before had no end, and one that has an end keeps it', () => {
  const event = (facts: object) =>
    ({ type: 'service:paused', at: 1, by: { kind: 'staff', id: 'sue' }, service: 's', ...facts }) as HallEvent
  for (const schema of [2, 3])
    expect(asOfNow(event({ reason: 'staff' }), schema)).toEqual(event({ reason: 'staff', until: null }))
  expect(asOfNow(event({ reason: 'staff', until: 9 }), eventSchema)).toEqual(
    event({ reason: 'staff', until: 9 }),
  )
})

test('a hall configured before there was a voice speaks, and one that has set it is left as it is', () => {
  const { voice: _voice, ...before } = config
  for (const type of ['hall:configured', 'day:opened'] as const) {
    const event = (config: object) => ({ type, at: 1, config }) as unknown as HallEvent
    expect(asOfNow(event(before), eventSchema)).toEqual(
      event({ ...before, voice: { speaks: true, saysZone: false } }),
    )
    const silent = { ...config, voice: { speaks: false, saysZone: true } }
    expect(asOfNow(event(silent), eventSchema)).toEqual(event(silent))
  }
})

test('a hall configured before its alerts could be set has those of before', () => {
  const { alerts: _alerts, ...before } = config
  const event = (config: object) => ({ type: 'day:opened', at: 1, config }) as never
  const usual = { attentionPercent: 100, stopPercent: 200, waitMinutes: null }
  expect(asOfNow(event(before), eventSchema)).toEqual(event({ ...before, alerts: usual }))
  const own = { ...config, alerts: { attentionPercent: 80, stopPercent: 120, waitMinutes: 20 } }
  expect(asOfNow(event(own), eventSchema)).toEqual(event(own))
  const { waitMinutes: _waitMinutes, ...percents } = own.alerts
  expect(asOfNow(event({ ...config, alerts: percents }), eventSchema)).toEqual(
    event({ ...config, alerts: { ...percents, waitMinutes: null } }),
  )
})

test('a hall configured before it could name a translator has none', () => {
  const { translator: _translator, ...before } = config
  const event = (config: object) => ({ type: 'day:opened', at: 1, config }) as never
  expect(asOfNow(event(before), eventSchema)).toEqual(event({ ...before, translator: null }))
  const own = { ...config, translator: 'https://translate.example/' }
  expect(asOfNow(event(own), eventSchema)).toEqual(event(own))
})

test('a hall configured before counters called by themselves waits ten seconds, one that has set it as it did', () => {
  const { autoCallSeconds: _autoCallSeconds, ...before } = config.rules
  const event = (rules: object) => ({ type: 'day:opened', at: 1, config: { ...config, rules } }) as never
  expect(asOfNow(event(before), eventSchema)).toEqual(event({ ...before, autoCallSeconds: 10 }))
  const own = { ...before, autoCallSeconds: 3 }
  expect(asOfNow(event(own), eventSchema)).toEqual(event(own))
})

test('a hall configured before screens hung over counters names nobody there, and one that does is left as it is', () => {
  const { showClerk: _showClerk, ...rules } = config.rules
  const event = (config: object) => ({ type: 'hall:configured', at: 1, config }) as unknown as HallEvent
  expect(asOfNow(event({ ...config, rules }), eventSchema)).toEqual(
    event({ ...config, rules: { ...rules, showClerk: false } }),
  )
  const named = { ...config, rules: { ...rules, showClerk: true } }
  expect(asOfNow(event(named), eventSchema)).toEqual(event(named))
})

test('a ticket stored since then is left as it is', () => {
  const ticket = { ...now, slot: 7, overtaken: { ...notOvertaken, back: 1 } }
  expect(ticketAsOfNow(ticket)).toBe(ticket)
})
