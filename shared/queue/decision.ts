import type { CallReason } from './call-reason.ts'
import type { Actor } from './command.ts'
import type { EventName, EventOf, HallEvent } from './event.ts'
import type { Forecast } from './forecast.ts'
import type { Promised } from './promise.ts'
import type { Refusal } from './refusal.ts'
import type { EndedTicket, TicketClass } from './ticket.ts'

/** What a decision needs besides the hall and the command. */
export interface Context {
  readonly by: Actor
  /** The sender may act on what is at others' counters. */
  readonly mayActForOthers: boolean
  readonly now: number
  /** A new id that nobody can guess. */
  readonly newId: () => string
  /** For `ticket:restore`: the ended ticket of that id and day, if there is one. */
  readonly ended: EndedTicket | null
  /** What is foreseen of the hall, if anything is. */
  readonly forecast: Forecast | null
}

/** What the sender is told beyond "accepted". */
export interface Answer {
  readonly ticket?: string
  readonly label?: string
  /** Of a ticket just issued, where it is not as asked: an appointment that came too late. */
  readonly class?: TicketClass
  /** Of a ticket just issued: how long its visitor is told that it takes. */
  readonly promised?: Promised
  readonly reason?: CallReason
}

export interface Acceptance {
  readonly ok: true
  readonly events: readonly HallEvent[]
  readonly answer: Answer
}

export type Decision = Acceptance | Refusal

export function accept(events: readonly HallEvent[], answer: Answer = {}): Acceptance {
  return { ok: true, events, answer }
}

/** An event of now, by the sender of the command. */
export function happened<N extends EventName>(
  context: Context,
  type: N,
  facts: Omit<EventOf<N>, 'type' | 'at' | 'by'>,
): HallEvent {
  return { type, at: context.now, by: context.by, ...facts } as unknown as HallEvent
}
