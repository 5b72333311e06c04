import { comesBefore, type Candidate } from '#shared/queue/candidate.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import type { Forecast } from '#shared/queue/forecast.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { offersOf, type Offer } from '#shared/queue/offering.ts'
import { orderOf, type Order } from '#shared/queue/order.ts'
import type { WaitingTicket } from '#shared/queue/ticket.ts'
import { candidatesOf, waitingTickets } from '#shared/queue/waiting.ts'

import type { Visit } from '../visit-details.ts'

/** A hall at one moment, as every desk looks at it. What is a function is worked out when it is first asked for. */
export interface DeskMoment {
  readonly hall: Hall
  readonly config: HallConfig
  readonly order: Order
  readonly now: number
  readonly forecast: Forecast | null
  readonly visits: ReadonlyMap<string, Visit>
  /** All, in the order in which they came. */
  readonly waiting: () => readonly WaitingTicket[]
  /** The same as the order looks at them, by ticket. */
  readonly candidates: () => ReadonlyMap<string, Candidate>
  /** By counter. */
  readonly offers: () => ReadonlyMap<string, Offer>
}

export function deskMoment(
  hall: Hall,
  config: HallConfig,
  visits: ReadonlyMap<string, Visit>,
  forecast: Forecast | null,
  now: number,
): DeskMoment {
  const waiting = once(() => waitingTickets(hall).sort((a, b) => (comesBefore(a, b) ? -1 : 1)))
  return {
    hall,
    config,
    order: orderOf(config, hall.turn),
    now,
    forecast,
    visits,
    waiting,
    candidates: once(
      () => new Map(candidatesOf(hall, waiting()).map((candidate) => [candidate.id, candidate])),
    ),
    offers: once(() => offersOf(hall, now)),
  }
}

function once<T extends object>(make: () => T): () => T {
  let made: T | null = null
  return () => (made ??= make())
}
