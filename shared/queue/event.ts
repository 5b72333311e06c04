import type { CallReason } from './call-reason.ts'
import type { Actor, PauseReason } from './command.ts'
import type { HallConfig } from './config.ts'
import type { Promised } from './promise.ts'
import type {
  Binding,
  KeptFor,
  LivingTicket,
  Overtaker,
  Place,
  ServingResult,
  TicketClass,
  TicketFacts,
} from './ticket.ts'

/** Raised when the shape of an event changes; stored with each event. */
export const eventSchema = 4

/** The tickets that a call passed over, by what let it; empty lists are left out. */
export type Overtaken = { readonly [O in Overtaker]?: readonly string[] }

type On = { readonly ticket: string }
type At = { readonly counter: string }
type Seat = At & { readonly clerk: string }

/** Everything that can happen in a hall, by name. No contact, no note, no need: those can be erased, events cannot. */
export interface Events {
  'hall:configured': { readonly config: HallConfig }
  /** Carries the configuration, so that a day can be replayed from here. */
  'day:opened': { readonly date: string; readonly config: HallConfig }
  'day:closed': { readonly date: string }

  'ticket:issued': On & {
    readonly visit: string
    readonly label: string
    readonly series: string
    readonly number: number
    readonly service: string
    readonly class: TicketClass
    /** An appointment's time. */
    readonly slot: number | null
    /**
     * Profiles that speak the visitor's language; null if it makes no difference, which is so in the hall's own and wherever
     * all or none speak it. The language itself is not on record, but where one profile alone speaks one more it can be told.
     */
    readonly speakers: readonly string[] | null
    /** How long the visitor was told that it takes; null if nothing could be said. */
    readonly promised: Promised | null
  }
  'ticket:called': On & Seat & { readonly reason: CallReason; readonly overtaken: Overtaken }
  'ticket:recalled': On
  'ticket:started': On
  'ticket:paused': On
  'ticket:resumed': On
  'ticket:missed': On & { readonly until: number }
  'ticket:reported': On & { readonly place: Place }
  'ticket:returned': On & { readonly place: Place }
  /** Without a place: the own. */
  'ticket:transferred': On & { readonly service: string; readonly bound: Binding; readonly place?: Place }
  'ticket:parked': On & { readonly keptFor: KeptFor; readonly until: number }
  'ticket:taken-up': On & Seat
  'ticket:moved-on': On & { readonly service: string }
  'ticket:changed': On & {
    readonly service: string
    readonly class: TicketClass
    /** As at issue, where the visitor speaks another language than was said; left out: as it was. */
    readonly speakers?: readonly string[] | null
    /** What else was put right about the visitor, and not to what. */
    readonly told?: readonly ('language' | 'needs')[]
  }
  'ticket:bound': On & { readonly bound: Binding }
  /** What its visitor is told is kept with the visit. */
  'ticket:summed-up': On
  'ticket:finished': On & { readonly result: ServingResult; readonly quantity: number }
  'ticket:cancelled': On
  'ticket:lapsed': On
  'ticket:expired': On
  /** Carries the ticket as it ended, since ended tickets are not in the hall. */
  'ticket:restored': On & { readonly place: Place; readonly from: TicketFacts }
  'step:undone': On & At & { readonly before: LivingTicket; readonly overtaken: Overtaken }

  'shift:opened': Seat & { readonly profile: string | null }
  /** `until`: when the clerk means to be back. */
  'shift:paused': At & { readonly reason: string; readonly until: number | null }
  'shift:resumed': At
  'shift:closed': At & { readonly why: 'clerk' | 'supervisor' | 'taken-over' | 'day' }

  'service:paused': {
    readonly service: string
    readonly reason: PauseReason
    readonly until: number | null
  }
  'service:resumed': { readonly service: string }
  /** Until the day ends it gives tickets although their visitors may not be served by closing. */
  'service:cut-off-lifted': { readonly service: string }

  'counter:profile-set': At & { readonly profile: string; readonly until: number }
  'counter:profile-reset': At

  'assistance:asked': { readonly kiosk: string }
  'assistance:cancelled': { readonly kiosk: string }
  'assistance:answered': { readonly kiosk: string }

  'help:asked': Seat
  /** The clerk is who comes. */
  'help:answered': Seat
  'help:cancelled': At
}

export type EventName = keyof Events
export type HallEvent = {
  readonly [N in EventName]: { readonly type: N; readonly at: number; readonly by: Actor } & Events[N]
}[EventName]
export type EventOf<N extends EventName> = Extract<HallEvent, { type: N }>
