import type { SupervisorView } from '#shared/protocol/views.ts'
import type { Line } from '#shared/ui/line.svelte.ts'

import { Orders } from '../orders.svelte.ts'
import { shareOf } from '../share.ts'
import { alertsOf } from './alerts.ts'

/** What the page of the whole hall needs of its line. */
export type WatchLine = Pick<
  Line<SupervisorView>,
  'view' | 'status' | 'code' | 'lostAt' | 'seenAt' | 'now' | 'send' | 'close'
>
export type WatchedService = SupervisorView['services'][number]
export type WatchedCounter = SupervisorView['counters'][number]

/** Rows that jump at each change cannot be read. */
const sortEvery = 10_000

/** What a supervisor sees of the hall, in an order that holds still. */
export class Watch {
  readonly line: WatchLine
  readonly orders: Orders
  /** The server's time, as of the last tick. */
  now = $state(0)
  /** The counter that is about to be changed, by id. */
  changing = $state<string | null>(null)

  /** The ids of services, the worst first, as of the last sorting. */
  #order = $state.raw<readonly string[]>([])
  #sortedAt = -Infinity

  readonly live = $derived.by(() => this.orders.live)
  readonly services = $derived.by(() => {
    const placeOf = ({ id }: WatchedService) => {
      const place = this.#order.indexOf(id)
      return place === -1 ? this.#order.length : place
    }
    return (this.line.view?.services ?? []).toSorted((one, other) => placeOf(one) - placeOf(other))
  })
  /** What is seen was so then: now, or when the line was lost. */
  readonly asOf = $derived.by(() => (this.live ? this.now : (this.line.seenAt ?? this.now)))
  readonly alerts = $derived.by(() => (this.line.view ? alertsOf(this.line.view, this.asOf) : []))

  constructor(line: WatchLine) {
    this.line = line
    this.orders = new Orders(line)
    this.tick()
  }

  tick(): void {
    this.now = this.line.now()
    if (this.line.view && this.now - this.#sortedAt >= sortEvery) this.sort()
  }

  /** The largest share of a target first, then the longest queue; equals as the hall has them. */
  sort(): void {
    this.#sortedAt = this.now
    const worst = (this.line.view?.services ?? []).toSorted(
      (one, other) =>
        shareOf(other.longest, this.now) - shareOf(one.longest, this.now) || other.waiting - one.waiting,
    )
    this.#order = worst.map(({ id }) => id)
  }

  readonly changed = $derived.by(
    () => this.line.view?.counters.find(({ id }) => id === this.changing) ?? null,
  )

  may(right: string): boolean {
    return this.line.view?.me.rights.includes(right) ?? false
  }

  /** Asks what is to be done at a counter; null: nothing more. */
  change(counter: string | null): void {
    this.changing = counter
    this.orders.dismiss()
  }
}
