import { expect, test } from 'vitest'
import type { OrderSettings } from '#shared/queue/order.ts'
import { foresee } from '#shared/queue/twin/twin.ts'
import type { TwinInput } from '#shared/queue/twin/twin-input.ts'
import { lawOf } from '#shared/queue/twin/service-law.ts'
import { minute, one, orderWith, papers } from './candidate.ts'

const now = 1_000 * minute
/** Visits of ten minutes, nearly all alike. */
const laws = new Map([['passports', lawOf(10 * minute, 0.01)]])

function hallWith(changes: Partial<TwinInput>, order: Partial<OrderSettings> = {}, turn = 0): TwinInput {
  const seat = { seat: papers, busy: null, from: 0, pausedSince: null, breaks: [], laws }
  return {
    now,
    order: orderWith(order, turn),
    seats: [seat],
    waiting: [],
    services: ['passports'],
    flows: [],
    flowSd: 0,
    booked: [],
    missing: { chance: 0, lostMs: 0, returns: 0, returnsAfterMs: minute },
    walkMs: 0,
    ...changes,
  }
}

const waiting = (count: number, ticketClass: 'ordinary' | 'priority' = 'ordinary') =>
  Array.from({ length: count }, (_, n) =>
    one('passports', now - (count - n) * 1_000, { class: ticketClass, order: n }),
  )
const minutesOf = ({ mid }: { mid: number }) => Math.round(mid / minute)

test('who waits is called one after another, and who comes now after them, taking nobody’s turn', () => {
  const { waiting: calls, services } = foresee(hallWith({ waiting: waiting(3) }), 1)
  expect(calls.map(minutesOf)).toEqual([0, 10, 20])
  expect(services.map(minutesOf)).toEqual([30])
})

test('who is being served has the rest of a visit, and a break is waited for', () => {
  const [seat] = hallWith({}).seats
  const busy = { ...seat!, busy: { service: 'passports', since: now - 4 * minute } }
  expect(foresee(hallWith({ seats: [busy] }), 1).services.map(minutesOf)).toEqual([6])
  const breaks = [{ from: now + 5 * minute, to: now + 35 * minute }]
  const { waiting: calls } = foresee(hallWith({ seats: [{ ...seat!, breaks }], waiting: waiting(2) }), 1)
  expect(calls.map(minutesOf)).toEqual([0, 35])
})

test('the ratio’s wheel turns in the twin as in the hall', () => {
  const both = [...waiting(12), ...waiting(12, 'priority')]
  const ratio = { rule: 'ratio', ratio: { priority: 1, appointment: 1, ordinary: 3 } } as const
  const { waiting: calls } = foresee(hallWith({ waiting: both }, ratio), 1)
  expect([calls[0], calls[1], calls[12], calls[13]].map((call) => minutesOf(call!))).toEqual([10, 20, 0, 40])
})

test('without a counter nobody is foreseen to be called', () => {
  expect(foresee(hallWith({ seats: [], waiting: waiting(1) }), 1).waiting[0]).toMatchObject({ mid: Infinity })
})

test('the same hall and seed give the same forecast', () => {
  const hall = hallWith({
    waiting: waiting(5),
    missing: { chance: 0.3, lostMs: minute, returns: 0.5, returnsAfterMs: minute },
  })
  expect(foresee(hall, 3)).toEqual(foresee(hall, 3))
  expect(foresee(hall, 3)).not.toEqual(foresee(hall, 4))
})
