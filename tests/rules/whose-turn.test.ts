import { expect, test } from 'vitest'
import type { CallReason } from '#shared/queue/call-reason.ts'
import type { Candidate } from '#shared/queue/candidate.ts'
import { chooseNext } from '#shared/queue/choose-next.ts'
import type { OrderSettings } from '#shared/queue/order.ts'
import { minute, one, orderWith, papers } from './candidate.ts'

/** Minutes of waiting, at minute 100. */
const now = 100 * minute
const waiting = (service: string, minutes: number, changes: Partial<Candidate> = {}) =>
  one(service, now - minutes * minute, changes)
const times = (rule: number) => ({ overtaken: { rule } })

const table: readonly {
  says: string
  order?: Partial<OrderSettings>
  turn?: number
  queue: readonly Candidate[]
  chosen: number
  reason: CallReason
}[] = [
  {
    says: 'the larger share of the target goes before the longer wait',
    queue: [waiting('passports', 20), waiting('licences', 8)],
    chosen: 1,
    reason: { rule: 'share', waitedMs: 8 * minute, targetMs: 10 * minute, weight: 1 },
  },
  {
    says: 'of equal shares who came first',
    queue: [waiting('licences', 5), waiting('passports', 15)],
    chosen: 1,
    reason: { rule: 'share', waitedMs: 15 * minute, targetMs: 30 * minute, weight: 1 },
  },
  {
    says: 'a weight multiplies the share',
    order: { weights: { passports: 2 } },
    queue: [waiting('licences', 8), waiting('passports', 15)],
    chosen: 1,
    reason: { rule: 'share', waitedMs: 15 * minute, targetMs: 30 * minute, weight: 2 },
  },
  {
    says: 'priority goes ahead from half of its own target on',
    queue: [waiting('licences', 25), waiting('passports', 7.5, { class: 'priority' })],
    chosen: 1,
    reason: { rule: 'priority', waitedMs: 7.5 * minute, targetMs: 15 * minute },
  },
  {
    says: 'before that it goes by its share, of the shorter target',
    queue: [waiting('licences', 4), waiting('passports', 7, { class: 'priority' })],
    chosen: 1,
    reason: { rule: 'share', waitedMs: 7 * minute, targetMs: 15 * minute, weight: 1 },
  },
  {
    says: 'and not before a larger share',
    queue: [waiting('licences', 5), waiting('passports', 7, { class: 'priority' })],
    chosen: 0,
    reason: { rule: 'share', waitedMs: 5 * minute, targetMs: 10 * minute, weight: 1 },
  },
  {
    says: 'never ahead, where the hall wants that',
    order: { aheadFrom: null },
    queue: [waiting('licences', 25), waiting('passports', 14, { class: 'priority' })],
    chosen: 0,
    reason: { rule: 'share', waitedMs: 25 * minute, targetMs: 10 * minute, weight: 1 },
  },
  {
    says: 'an appointment goes ahead five minutes after its time',
    queue: [
      waiting('licences', 25),
      waiting('passports', 5, { class: 'appointment', slot: now - 5 * minute }),
    ],
    chosen: 1,
    reason: { rule: 'appointment', slot: now - 5 * minute, early: false },
  },
  {
    says: 'of those ahead the larger share of the own target',
    queue: [
      waiting('passports', 9, { class: 'priority' }),
      waiting('passports', 8, { class: 'appointment', slot: now - 8 * minute }),
    ],
    chosen: 1,
    reason: { rule: 'appointment', slot: now - 8 * minute, early: false },
  },
  {
    says: 'an early appointment waits for its time while anybody else is there',
    queue: [
      waiting('passports', -10, { class: 'appointment', slot: now + 10 * minute }),
      waiting('addresses', 0),
    ],
    chosen: 1,
    reason: { rule: 'share', waitedMs: 0, targetMs: 20 * minute, weight: 1 },
  },
  {
    says: 'and is taken when nobody else is',
    queue: [waiting('passports', -10, { class: 'appointment', slot: now + 10 * minute })],
    chosen: 0,
    reason: { rule: 'appointment', slot: now + 10 * minute, early: true },
  },
  {
    says: 'who was overtaken as often as allowed goes before all shares and those ahead',
    queue: [
      waiting('licences', 25),
      waiting('passports', 14, { class: 'priority' }),
      waiting('passports', 2, times(12)),
    ],
    chosen: 2,
    reason: { rule: 'overtaken', times: 12 },
  },
  {
    says: 'of several such who came first',
    queue: [waiting('licences', 3, times(14)), waiting('passports', 4, times(12))],
    chosen: 1,
    reason: { rule: 'overtaken', times: 12 },
  },
  {
    says: 'behind the first of its own service and class',
    queue: [waiting('passports', 3, times(12)), waiting('passports', 4)],
    chosen: 1,
    reason: { rule: 'overtaken', times: 12 },
  },
  {
    says: 'once only is enough, where the hall wants that',
    order: { mostOvertaken: 1 },
    queue: [waiting('licences', 9), waiting('passports', 2, times(1))],
    chosen: 1,
    reason: { rule: 'overtaken', times: 1 },
  },
  {
    says: 'without a bound nobody goes before for having been overtaken',
    order: { mostOvertaken: null },
    queue: [waiting('licences', 9), waiting('passports', 2, times(99))],
    chosen: 0,
    reason: { rule: 'share', waitedMs: 9 * minute, targetMs: 10 * minute, weight: 1 },
  },
  {
    says: 'only the out-of-turn goes before those at the bound',
    queue: [waiting('passports', 40, times(12)), waiting('licences', 0, { class: 'out-of-turn' })],
    chosen: 1,
    reason: { rule: 'out-of-turn', waitedMs: 0 },
  },
  {
    says: 'out of turn goes first in a fallback service as well',
    queue: [waiting('passports', 40), waiting('addresses', 1, { class: 'out-of-turn' })],
    chosen: 1,
    reason: { rule: 'out-of-turn', waitedMs: minute },
  },
  {
    says: 'a fallback counts like a first choice once it has waited its term',
    queue: [waiting('passports', 15), waiting('addresses', 15)],
    chosen: 1,
    reason: { rule: 'share', waitedMs: 15 * minute, targetMs: 20 * minute, weight: 1 },
  },
  {
    says: 'and not before',
    queue: [waiting('passports', 1), waiting('addresses', 14)],
    chosen: 0,
    reason: { rule: 'share', waitedMs: minute, targetMs: 30 * minute, weight: 1 },
  },
  {
    says: 'and when it was overtaken as often as allowed',
    order: { fallbackMinutes: null },
    queue: [waiting('passports', 1), waiting('addresses', 1, times(12))],
    chosen: 1,
    reason: { rule: 'overtaken', times: 12 },
  },
  {
    says: 'strict: priority goes before all, however short it waits',
    order: { rule: 'strict' },
    queue: [waiting('licences', 25), waiting('passports', 0, { class: 'priority' })],
    chosen: 1,
    reason: { rule: 'priority', waitedMs: 0, targetMs: 15 * minute },
  },
  {
    says: 'strict: then who came first, whatever the targets',
    order: { rule: 'strict' },
    queue: [waiting('licences', 19), waiting('passports', 20)],
    chosen: 1,
    reason: { rule: 'first-come', waitedMs: 20 * minute },
  },
  {
    says: 'ratio: the class that is next',
    order: { rule: 'ratio' },
    turn: 1,
    queue: [
      waiting('passports', 20),
      waiting('passports', 9, { class: 'priority' }),
      waiting('licences', 1, { class: 'appointment', slot: now - minute }),
    ],
    chosen: 2,
    reason: { rule: 'ratio', class: 'appointment', turn: 1, waitedMs: minute },
  },
  {
    says: 'ratio: a class without anybody loses its place',
    order: { rule: 'ratio' },
    turn: 0,
    queue: [waiting('passports', 20), waiting('licences', 21)],
    chosen: 1,
    reason: { rule: 'ratio', class: 'ordinary', turn: 2, waitedMs: 21 * minute },
  },
  {
    says: 'ratio: the wheel begins anew after its last place',
    order: { rule: 'ratio' },
    turn: 5,
    queue: [waiting('passports', 20), waiting('passports', 9, { class: 'priority' })],
    chosen: 1,
    reason: { rule: 'ratio', class: 'priority', turn: 0, waitedMs: 9 * minute },
  },
  {
    says: 'first come: whatever class and target',
    order: { rule: 'first-come' },
    queue: [waiting('licences', 19, { class: 'priority' }), waiting('passports', 20)],
    chosen: 1,
    reason: { rule: 'first-come', waitedMs: 20 * minute },
  },
]

test.each(table)('$says', ({ order, turn, queue, chosen, reason }) => {
  const choice = chooseNext(queue, papers, orderWith(order, turn), now)
  expect(choice).toMatchObject({ chosen, reason })
})

test('a service without a target is an error, not a turn of its own', () => {
  const order = { ...orderWith(), targetsMs: new Map() }
  expect(() => chooseNext([waiting('passports', 1)], papers, order, now)).toThrow('passports')
})
