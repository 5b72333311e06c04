import { expect, test } from 'vitest'

import { featureNames, featuresOf, type FeatureName } from '#server/forecast/features.ts'
import { firstDayRange } from '#tests/bench/forecast/first-day-range.ts'
import { firstDayForecast } from '#server/forecast/first-day.ts'
import { History } from '#server/forecast/history.ts'
import type { PastDay } from '#server/forecast/past-day.ts'
import { QueuePast } from '#server/forecast/queue-past.ts'
import { seeded } from '#shared/queue/twin/random.ts'
import { walkDay } from '#server/forecast/walk-day.ts'
import { madeUpDay, unseen } from './forecast-day.ts'

const day = { weekday: 1, closes: 1080 }

function featureOf(past: QueuePast, name: FeatureName, service: string, now: number): number {
  return featuresOf(past, service, now, unseen)[featureNames.indexOf(name)]!
}

/** The features of each ticket at its issue. */
function allFeatures(of: PastDay, history: History): Map<string, number[]> {
  const past = new QueuePast(of, history.usual(of.hall))
  const features = new Map<string, number[]>()
  walkDay(of, {
    issued({ service, ticket, issued, seen }) {
      features.set(`${service}/${ticket}`, [...featuresOf(past, service, issued, seen)])
      past.issued(service, ticket, issued)
    },
    called: ({ service, ticket }, at) => void past.called(service, ticket, at),
  })
  return features
}

test('a forecast knows nothing of what comes after the issue', () => {
  const history = new History()
  for (const n of [1, 2, 3]) history.add(madeUpDay(n))
  const real = madeUpDay(4)
  const known = allFeatures(real, history)
  const random = seeded(7)
  for (const now of [500, 620, 777, 900]) {
    const other = {
      ...real,
      tickets: real.tickets
        .filter(({ issued }) => issued <= now || random() < 0.5)
        .map((ticket) => ({
          ...ticket,
          issued: ticket.issued <= now ? ticket.issued : ticket.issued + 30 * random(),
          called:
            ticket.called! <= now ? ticket.called : random() < 0.2 ? null : ticket.called! + 90 * random(),
        }))
        .sort((a, b) => a.issued - b.issued),
    }
    const changed = allFeatures(other, history)
    const before = real.tickets.filter(({ issued }) => issued <= now)
    expect(before.length).toBeGreaterThan(0)
    for (const { service, ticket } of before) {
      expect(changed.get(`${service}/${ticket}`)).toEqual(known.get(`${service}/${ticket}`))
    }
  }
})

test('at the same minute, what was called before counts and a ticket of its own minute does not', () => {
  const past = (tickets: PastDay['tickets']) => {
    const order: string[] = []
    walkDay(
      { ...day, hall: 'h', date: 'd', tickets },
      {
        issued: ({ ticket }) => void order.push(`issued ${ticket}`),
        called: ({ ticket }) => void order.push(`called ${ticket}`),
      },
    )
    return order
  }
  const ticket = (name: string, issued: number, called: number) => ({
    service: 'papers',
    ticket: name,
    issued,
    called,
    seen: unseen,
  })
  expect(past([ticket('a', 1, 5), ticket('b', 5, 5), ticket('c', 5, 9)])).toEqual([
    'issued a',
    'called a',
    'issued b',
    'issued c',
    'called b',
    'called c',
  ])
})

test('waits and turns of the last called, the age of the line and its length are told', () => {
  const past = new QueuePast(day, new Map())
  for (const [n, at] of [500, 501, 502, 510].entries()) past.issued('papers', String(n), at)
  expect(past.called('papers', '0', 503)).toBe(3)
  expect(past.called('papers', '1', 511)).toBe(10)
  expect(past.called('papers', 'nobody', 512)).toBe(null)
  expect(featureOf(past, 'ahead', 'papers', 515)).toBe(2)
  expect(featureOf(past, 'headWaits', 'papers', 515)).toBe(13)
  expect(featureOf(past, 'lastWait', 'papers', 515)).toBe(10)
  expect(featureOf(past, 'lastWaits', 'papers', 515)).toBe(6.5)
  expect(featureOf(past, 'turnToday', 'papers', 515)).toBe((3 + 8) / 2)
  expect(featureOf(past, 'calls30', 'papers', 535)).toBe(1)
  past.left('papers', '2')
  expect(featureOf(past, 'ahead', 'papers', 515)).toBe(1)
  expect(featureOf(past, 'usualTurn', 'papers', 515)).toBe(NaN)
})

test('a wait is the sum of the turns of all ahead and of its own', () => {
  const past = new QueuePast(day, new Map())
  for (const [n, at] of [500, 502, 503].entries()) past.issued('papers', String(n), at)
  past.called('papers', '0', 504)
  past.called('papers', '1', 509)
  past.called('papers', '2', 511)
  expect(past.line('papers').past.turns).toEqual([4, 5, 2])
})

test('what a hall is usually like leaves out the day that is learned from', () => {
  const history = new History()
  for (const n of [1, 2]) history.add(madeUpDay(n))
  const second = new History()
  second.add(madeUpDay(2))
  const [left, alone] = [history.usual('hall', madeUpDay(1).date), second.usual('hall')]
  expect(left.get('papers')!.turn).toBe(alone.get('papers')!.turn)
  expect(left.get('papers')!.turn).not.toBe(history.usual('hall').get('papers')!.turn)
  expect(history.usual('elsewhere').size).toBe(0)
})

test('a line is served at the usual pace of each half hour it takes', () => {
  const history = new History()
  history.add(madeUpDay(1))
  const usual = history.usual('hall').get('homes')!
  expect(usual.minutesFor(1, 600, 1)).toBeCloseTo(usual.turnAt(600))
  const [few, many] = [usual.minutesFor(5, 600, 1), usual.minutesFor(10, 600, 1)]
  expect(many).toBeGreaterThan(few)
  expect(usual.minutesFor(5, 600, 1.5)).toBeGreaterThan(few)
})

test('on its first day a hall is forecast from the pace that it shows', () => {
  const past = new QueuePast(day, new Map())
  expect(firstDayForecast(past, 'papers')).toBe(0.5)
  const forecast = (turn: number) => {
    const own = new QueuePast(day, new Map())
    for (let n = 0; n < 200; n += 1) own.issued('papers', String(n), 480)
    for (let n = 0; n < 190; n += 1) own.called('papers', String(n), 480 + turn * (n + 1))
    return firstDayForecast(own, 'papers')
  }
  expect(forecast(2)).toBeGreaterThan(15)
  expect(forecast(2)).toBeLessThan(25)
  expect(forecast(4)).toBeGreaterThan(1.7 * forecast(2))
})

test('a first day’s range lies about its middle, and is the wider beside it the shorter the line', () => {
  const past = new QueuePast(day, new Map())
  const ratio = () => {
    const { low, mid, high } = firstDayRange(past, 'papers')
    expect(low).toBeLessThan(mid)
    expect(mid).toBeLessThan(high)
    return (1 + high) / (1 + low)
  }
  const ratios: number[] = []
  for (let n = 0; n <= 12; n += 1) {
    ratios.push(ratio())
    past.issued('papers', String(n), 480)
  }
  for (const [shorter, longer] of [
    [1, 3],
    [3, 10],
  ] as const) {
    expect(ratios[shorter]).toBeGreaterThan(ratios[longer]!)
  }
})
