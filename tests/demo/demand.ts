import type { HallConfig } from '#shared/queue/config.ts'

import type { Dice } from './dice.ts'

/** What people come for, and how long it takes. */
export interface Demand {
  readonly service: string
  /** Beside the others. */
  readonly weight: number
  /** At the counter, on average. */
  readonly minutes: number
}

/**
 * Arrivals per half hour from 08:00 to 16:00, relative to each other: 125,000 tickets of 12 working days in 19 city
 * offices of Warsaw (the city's open queue feed, collected by HaZdula/kolejkeR).
 */
const halfHours = [
  1.61, 1.08, 1.1, 1.22, 1.42, 1.56, 1.6, 1.64, 1.56, 1.54, 1.45, 1.38, 1.32, 1.21, 0.94, 0.55,
]
const busiest = Math.max(...halfHours)
const average = halfHours.reduce((sum, one) => sum + one, 0) / halfHours.length
const dayMinutes = halfHours.length * 30

/**
 * Halls set their targets at about twice to three times the time at the counter; what is quickly done is asked for
 * more often.
 */
export function demandOf({ services }: HallConfig): Demand[] {
  return services
    .filter(({ series }) => series !== null)
    .map(({ id, targetMinutes, information }) => ({
      service: id,
      weight: 1 / Math.sqrt(targetMinutes),
      minutes: information.minutes ?? 0.43 * targetMinutes,
    }))
}

/** People a minute who keep so many counters busy for this share of the day, with a minute between two visitors. */
export function arrivalsPerMinute(demand: readonly Demand[], counters: number, busy: number): number {
  const weights = demand.reduce((sum, { weight }) => sum + weight, 0)
  const meanMinutes = demand.reduce((sum, { weight, minutes }) => sum + weight * minutes, 0) / weights
  return (counters * busy) / (meanMinutes + 1)
}

/** Minutes at the counter. The spread is that of office services: cv about 0.6. */
export function serviceMinutes(demand: readonly Demand[], service: string, dice: Dice): number {
  const mean = demand.find((one) => one.service === service)?.minutes ?? 5
  return dice.lognormal(mean, 0.6)
}

/**
 * Minutes until the next arrival of a Poisson stream with the day's profile, by thinning: candidates come as often as
 * in the busiest half hour, and count as often as the present one is busy. After eight hours the day begins again.
 * @param at minutes since the doors opened
 */
export function untilNextArrival(at: number, perMinute: number, dice: Dice): number {
  const most = (perMinute * busiest) / average
  for (let waited = 0; ;) {
    waited += dice.exponential(1 / most)
    const halfHour = halfHours[Math.floor(((at + waited) % dayMinutes) / 30)]!
    if (dice.chance(halfHour / busiest)) return waited
  }
}
