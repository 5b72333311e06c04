import { daySums, wholeHall, type DaySums } from './day-sums.ts'
import type { PastDay } from './past-day.ts'
import { Usual } from './usual.ts'

/** Service to what it is usually like; the whole hall under `wholeHall`. */
export type HallUsual = ReadonlyMap<string, Usual>

/** The earlier days of halls. */
export class History {
  readonly #days = new Map<string, Map<string, Map<string, DaySums>>>()

  add(day: PastDay): void {
    const days = this.#days.get(day.hall) ?? new Map<string, Map<string, DaySums>>()
    this.#days.set(day.hall, days)
    days.set(day.date, daySums(day))
  }

  /** `without` leaves a day out: what is learned from a day may not have seen that day. */
  usual(hall: string, without?: string): HallUsual {
    const byService = new Map<string, DaySums[]>([[wholeHall, []]])
    for (const [date, services] of this.#days.get(hall) ?? []) {
      if (date === without) continue
      for (const [service, sums] of services) {
        byService.set(service, [...(byService.get(service) ?? []), sums])
      }
    }
    const known = [...byService].filter(([, days]) => days.length > 0)
    return new Map(known.map(([service, days]) => [service, new Usual(days)]))
  }
}
