import { isDeepStrictEqual } from 'node:util'

import type { CallReason } from '#shared/queue/call-reason.ts'
import { named } from '#shared/queue/calling.ts'
import { chooseNext } from '#shared/queue/choose-next.ts'
import type { EventOf, Overtaken } from '#shared/queue/event.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { isAble } from '#shared/queue/may-serve.ts'
import { orderOf, targetMsOf } from '#shared/queue/order.ts'
import { seatOf } from '#shared/queue/seat.ts'
import { overtakers, type LivingTicket, type Overtaker, type WaitingTicket } from '#shared/queue/ticket.ts'
import { candidatesOf, waitingTickets } from '#shared/queue/waiting.ts'

/** A call as it was, and as the rule would have it from the hall just hall. */
export interface PastCall {
  readonly at: number
  /** As it waited. */
  readonly ticket: LivingTicket
  readonly targetMs: number
  /** As people see it. */
  readonly counter: string
  readonly reason: CallReason
  readonly passedOver: readonly PassedOver[]
  /** How often the rule might overtake somebody then. */
  readonly mostOvertaken: number | null
  /** Whom the rule chooses from the same hall. */
  readonly chosen: Chosen | null
  readonly again: Again
}

export interface PassedOver {
  readonly ticket: LivingTicket
  readonly by: Overtaker
  /** Counters without a break that could have served it, this one among them. */
  readonly counters: number
}

export interface Chosen {
  readonly ticket: WaitingTicket
  readonly reason: CallReason
  readonly overtaken: Overtaken
}

/**
 * Whether the rule chooses the same for the same reason, passing over the same. It is not held against what a clerk
 * chose, nor against calls from before halls had an order, which other code decided.
 */
export type Again = 'same' | 'differs' | 'by-hand' | 'older'

const firstSchemaWithOrder = 3

/** A call in the hall as it was just before, which it leaves as it is. */
export function pastCall(hall: Hall, event: EventOf<'ticket:called'>, schema: number): PastCall {
  const { at, counter, reason, overtaken } = event
  const ticket = hall.tickets.get(event.ticket)!
  const order = orderOf(hall.config!, hall.turn)
  const chosen = chosenIn(hall, counter, at)
  const isSame =
    chosen?.ticket.id === ticket.id &&
    isDeepStrictEqual(chosen.reason, reason) &&
    isDeepStrictEqual(chosen.overtaken, overtaken)
  const judged: Again = isSame ? 'same' : 'differs'
  return {
    at,
    ticket,
    targetMs: targetMsOf(order, ticket),
    counter: counterLabel(hall, counter),
    reason,
    passedOver: passedOverIn(hall, overtaken),
    mostOvertaken: order.mostOvertaken,
    chosen,
    again: schema < firstSchemaWithOrder ? 'older' : reason.rule === 'by-hand' ? 'by-hand' : judged,
  }
}

export function counterLabel({ config }: Hall, id: string): string {
  return config?.counters.find((counter) => counter.id === id)?.label ?? id
}

function chosenIn(hall: Hall, counter: string, now: number): Chosen | null {
  const config = hall.config!
  const waiting = waitingTickets(hall)
  const seat = seatOf(config, hall.shifts.get(counter)!)
  const choice = chooseNext(candidatesOf(hall, waiting), seat, orderOf(config, hall.turn), now)
  if (!choice) return null
  const { chosen, reason, overtaken } = choice
  return { ticket: waiting[chosen]!, reason, overtaken: named(overtaken, waiting, reason) }
}

function passedOverIn(hall: Hall, overtaken: Overtaken): PassedOver[] {
  const open = [...hall.shifts.values()].filter(({ pause }) => !pause)
  const seats = open.map((shift) => seatOf(hall.config!, shift))
  return overtakers.flatMap((by) =>
    (overtaken[by] ?? []).map((id) => {
      const ticket = hall.tickets.get(id)!
      return { ticket, by, counters: seats.filter((seat) => isAble(seat, ticket)).length }
    }),
  )
}
