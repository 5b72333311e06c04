import type { ServiceLaw } from './service-law.ts'
import type { Missing } from './twin-input.ts'

/** Sums over the logarithms of how long visits took, ms. */
interface Sums {
  count: number
  logs: number
  squares: number
}

/** What a hall has learned of itself: how long its visits take, who comes when, who is missed. */
export interface Pace {
  /** By service, then by counter. */
  readonly visits: Map<string, Map<string, Sums>>
  /** By service: tickets given in each half hour of the day, over `days` days. */
  readonly arrivals: Map<string, number[]>
  days: number
  calls: number
  /** Who did not come when called, and did not report back. */
  noShows: number
}

export const halfHours = 48
/** Of a service of which nothing is known: ten minutes, and now and then twice or half of it. */
const unknown: ServiceLaw = { logMean: Math.log(10 * 60_000), logSd: 0.6 }
/** How many visits what is known elsewhere weighs as much as: of the service for a counter, of the prior for a service. */
const weightOfService = 15
const weightOfPrior = 5

export function emptyPace(): Pace {
  return { visits: new Map(), arrivals: new Map(), days: 0, calls: 0, noShows: 0 }
}

/** A visit that took so long at a counter, ms. One of less than a second was a slip of the hand. */
export function learnVisit(pace: Pace, service: string, counter: string, ms: number): void {
  if (ms < 1000) return
  const counters = ensured(pace.visits, service, () => new Map<string, Sums>())
  const sums = ensured(counters, counter, () => ({ count: 0, logs: 0, squares: 0 }))
  const log = Math.log(ms)
  sums.count += 1
  sums.logs += log
  sums.squares += log * log
}

/** A ticket given in a half hour of the day, counted from midnight. */
export function learnArrival(pace: Pace, service: string, halfHour: number): void {
  ensured(pace.arrivals, service, () => Array<number>(halfHours).fill(0))[halfHour]! += 1
}

/** How long visits of a service take: as they did, shrunk to what the hall says of it (minutes) if it says anything. */
export function lawOfService(pace: Pace, service: string, saidMinutes: number | null): ServiceLaw {
  const prior = saidMinutes === null ? unknown : { ...unknown, logMean: Math.log(saidMinutes * 60_000) }
  const counters = pace.visits.get(service)
  return counters ? shrunk([...counters.values()].reduce(added, none), prior, weightOfPrior) : prior
}

/** The same at one counter: its own, shrunk to the service's. */
export function lawAt(pace: Pace, service: string, counter: string, ofService: ServiceLaw): ServiceLaw {
  const own = pace.visits.get(service)?.get(counter)
  return own ? shrunk(own, ofService, weightOfService) : ofService
}

/** Visitors of a service per ms in a half hour of the day, or null before a first day is over. */
export function arrivalRate(pace: Pace, service: string, halfHour: number): number | null {
  if (pace.days === 0) return null
  return (pace.arrivals.get(service)?.[halfHour] ?? 0) / pace.days / 1_800_000
}

/** Who is missed: twice as many as never come back, since half do; before that is known, one in seventeen. */
export function missingOf({ calls, noShows }: Pace): Missing {
  return {
    chance: (2 * noShows + 3) / (calls + 50),
    lostMs: 90_000,
    returns: 0.5,
    returnsAfterMs: 600_000,
  }
}

const none: Sums = { count: 0, logs: 0, squares: 0 }

function added(a: Sums, b: Sums): Sums {
  return { count: a.count + b.count, logs: a.logs + b.logs, squares: a.squares + b.squares }
}

function shrunk({ count, logs, squares }: Sums, parent: ServiceLaw, weight: number): ServiceLaw {
  const logMean = (logs + weight * parent.logMean) / (count + weight)
  const around = squares - 2 * logMean * logs + count * logMean * logMean
  const variance = (around + weight * parent.logSd ** 2) / (count + weight)
  return { logMean, logSd: Math.sqrt(variance) }
}

function ensured<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}
