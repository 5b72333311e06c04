import type { DaySums } from './day-sums.ts'
import { halfHourOf, halfHours } from './half-hours.ts'

/** Tickets of the whole day that a half hour's own mean is shrunk by. */
const prior = 8

/** What a service is usually like: means over earlier days. Minutes. */
export class Usual {
  readonly turn: number
  readonly ticketsADay: number
  readonly #wait: number
  readonly #days: number
  readonly #sums: DaySums

  constructor(days: readonly DaySums[]) {
    this.#days = days.length
    this.#sums = added(days)
    const { tickets, waits, calls, turns } = this.#sums
    this.turn = total(turns) / total(calls)
    this.#wait = total(waits) / total(tickets)
    this.ticketsADay = total(tickets) / days.length
  }

  /** Of a ticket issued now. */
  waitAt(minute: number): number {
    const { tickets, waits } = this.#sums
    const half = halfHourOf(minute)
    return (waits[half]! + prior * this.#wait) / (tickets[half]! + prior)
  }

  /** Of a ticket called now: how long it stood at the head of the line. */
  turnAt(minute: number): number {
    const { calls, turns } = this.#sums
    const half = halfHourOf(minute)
    return (turns[half]! + prior * this.turn) / (calls[half]! + prior)
  }

  /** Tickets that are usually issued by now. */
  issuedBy(minute: number): number {
    const { tickets } = this.#sums
    const half = halfHourOf(minute)
    let sum = tickets[half]! * (minute / 30 - half)
    for (let before = 0; before < half; before += 1) sum += tickets[before]!
    return sum / this.#days
  }

  /** Until so many are called from now on, each half hour at its own pace, `times` as slow as usual. */
  minutesFor(people: number, now: number, times: number): number {
    let at = now
    let left = people
    for (let half = halfHourOf(now); half < halfHours - 1; half += 1) {
      const turn = this.turnAt(at) * times
      const end = (half + 1) * 30
      if (left * turn <= end - at) return at + left * turn - now
      left -= (end - at) / turn
      at = end
    }
    return at + left * this.turn * times - now
  }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function added(days: readonly DaySums[]): DaySums {
  const sum = (pick: (day: DaySums) => number[]) =>
    Array.from({ length: halfHours }, (_, half) => total(days.map((day) => pick(day)[half]!)))
  return {
    tickets: sum(({ tickets }) => tickets),
    waits: sum(({ waits }) => waits),
    calls: sum(({ calls }) => calls),
    turns: sum(({ turns }) => turns),
  }
}
