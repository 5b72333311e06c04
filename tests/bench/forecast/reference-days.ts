import { between, measured, median, noMoreThan, type Row } from '../table.ts'
import { referenceHall } from '../order/reference-hall.ts'
import type { Beliefs } from './reference-twin.ts'
import { twinDays, type Arrival } from './twin-days.ts'

const minute = 60_000
const knowing: Beliefs = { means: 1, knowsBreaks: true }
/** What the twin may be told wrong. On a part of the arrivals: how much worse it gets is soon seen. */
const wrong: readonly (readonly [string, Beliefs])[] = [
  ['means 15 % too long', { ...knowing, means: 1.15 }],
  ['means 15 % too short', { ...knowing, means: 0.85 }],
  ['breaks unknown', { ...knowing, knowsBreaks: false }],
]
const everyNth = 5

const say = (text: string) => process.stderr.write(`${text}\n`)

/** The twin on days of the reference hall, on those who found no idle counter that could have served them. */
export function referenceDays(seed: string, days: number): Row[] {
  say(`playing ${days} days`)
  const arrivals = twinDays(seed, days, knowing)
  const widths = arrivals.map(({ foreseen: { low, high } }) => (high - low) / minute)
  return [
    measured('arrivals', arrivals.length, 'tickets'),
    measured('mean wait', mean(arrivals.map(({ wait }) => wait / minute)), 'min'),
    noMoreThan('twin mae', meanError(arrivals, twin), 'min', 4.2),
    measured('last wait mae', meanError(arrivals, lastWait), 'min'),
    measured('people ahead mae', meanError(arrivals, peopleAhead), 'min'),
    between('twin coverage 80', coverage(arrivals), '%', 77, 83),
    noMoreThan('twin median width', median(widths), 'min', 8),
    ...wrong.flatMap(([what, beliefs]) => {
      say(`playing them again: ${what}`)
      const misled = twinDays(seed, days, beliefs, everyNth)
      return [
        measured(`twin mae, ${what}`, meanError(misled, twin), 'min'),
        measured(`twin coverage 80, ${what}`, coverage(misled), '%'),
      ]
    }),
  ]
}

type Predictor = (arrival: Arrival) => number

const twin: Predictor = ({ foreseen, joinedAt, since }) => Math.max(0, foreseen.mid - (since - joinedAt))

/** As long as the last one of the same service and class. */
const lastWait: Predictor = ({ lastWait }) => lastWait ?? 0

/** The usual product: people ahead, times the mean visit, by the counters. */
const peopleAhead: Predictor = ({ service, ahead, counters }) => {
  const { meanMinutes } = referenceHall.services.find(({ id }) => id === service)!
  return ((ahead + 1) * meanMinutes * minute) / Math.max(1, counters)
}

function meanError(arrivals: readonly Arrival[], predict: Predictor): number {
  return mean(arrivals.map((arrival) => Math.abs(predict(arrival) - arrival.wait) / minute))
}

function coverage(arrivals: readonly Arrival[]): number {
  const inside = arrivals.filter(({ foreseen: { low, high }, joinedAt, calledAt }) => {
    const took = calledAt - joinedAt
    return took >= low && took <= high
  })
  return (100 * inside.length) / arrivals.length
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
