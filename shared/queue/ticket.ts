import type { CallReason } from './call-reason.ts'
import type { Promised } from './promise.ts'

export type TicketClass = 'ordinary' | 'priority' | 'out-of-turn' | 'appointment'

/** Who alone may call a ticket; null means any counter that takes its service. */
export type Binding = { readonly clerk: string } | { readonly counter: string } | null

/** Where a ticket that comes back into the queue stands. */
export type Place = 'own' | 'end'

/** When a ticket came back to its old place, and the revision of that event. */
export interface Back {
  readonly at: number
  readonly revision: number
}

/**
 * What let others be called before one that waits: the hall's rule (only this is bounded), a clerk's choice, the law's
 * out-of-turn tickets, or those that came back to their old place.
 */
export const overtakers = ['rule', 'byHand', 'outOfTurn', 'back'] as const
export type Overtaker = (typeof overtakers)[number]
export type OvertakenCounts = { readonly [O in Overtaker]: number }
export const notOvertaken: OvertakenCounts = { rule: 0, byHand: 0, outOfTurn: 0, back: 0 }

/** How serving ended, as the clerk says: done, papers are missing, asked to come another time, or the visitor left. */
export const servingResults = ['done', 'papers-missing', 'come-another-time', 'left'] as const
export type ServingResult = (typeof servingResults)[number]

/** A service within the visit that is over. */
export interface EndedLeg {
  readonly leg: number
  readonly service: string
  readonly queuedAt: number
  readonly calledAt: number | null
  readonly startedAt: number | null
  readonly endedAt: number
  readonly servedMs: number
  readonly counter: string | null
  readonly clerk: string | null
  readonly outcome: LegOutcome
}

export type LegOutcome = 'served' | 'transferred' | EndState

/** What a ticket has in every state. Times are epoch ms, durations ms. */
export interface TicketFacts {
  readonly id: string
  readonly visit: string
  readonly label: string
  readonly series: string
  readonly number: number
  readonly class: TicketClass
  readonly issuedAt: number
  /** The revision at which it joined the queue where it stands: settles ties in the order. */
  readonly order: number

  /** The current leg: one service, from 1. */
  readonly leg: number
  readonly service: string
  /** Where waiting begins: for an appointment not before its time. */
  readonly queuedAt: number
  /** First call in this leg: where waiting ends. */
  readonly calledAt: number | null
  readonly startedAt: number | null
  /** Finished parts of serving in this leg. */
  readonly servedMs: number
  readonly earlier: readonly EndedLeg[]

  /** An appointment's time. */
  readonly slot: number | null
  /** The clock that the order looks at: `queuedAt`, less what was waited in earlier legs. */
  readonly since: number
  /** When it came back to its old place, if it did since it joined the queue. */
  readonly back: Back | null
  readonly bound: Binding
  /** When it was bound; null if it is not. */
  readonly boundAt: number | null
  /** Profiles that speak the visitor's language; null if that makes no difference. */
  readonly speakers: readonly string[] | null
  /** How long its visitor was told at issue that it takes. */
  readonly promised: Promised | null
  /** How often others were called before it since it last joined the queue. */
  readonly overtaken: OvertakenCounts
  /** How often it was missed and reported back. */
  readonly reports: number
  /** The revision of the last event that was about this ticket. */
  readonly changed: number
}

export interface WaitingTicket extends TicketFacts {
  readonly state: 'waiting'
}

export interface CalledTicket extends TicketFacts {
  readonly state: 'called'
  readonly counter: string
  readonly clerk: string
  /** Why it was called; null if that is not known. */
  readonly reason: CallReason | null
  readonly lastCallAt: number
  readonly recalls: number
}

export interface ServingTicket extends TicketFacts {
  readonly state: 'serving'
  readonly counter: string
  readonly clerk: string
  /** Of the call that it came upon; null once it was put aside and taken up. */
  readonly reason: CallReason | null
  readonly paused: boolean
  /** When the running or paused part began. */
  readonly partAt: number
}

export interface ParkedTicket extends TicketFacts {
  readonly state: 'parked'
  readonly counter: string
  readonly clerk: string
  readonly keptFor: KeptFor
  readonly until: number
}

/** Who may take up a parked ticket. */
export type KeptFor = 'clerk' | 'counter' | 'anyone'

export interface MissedTicket extends TicketFacts {
  readonly state: 'missed'
  readonly counter: string
  readonly missedAt: number
  /** Until when it may report back. */
  readonly until: number
}

export type EndState = 'served' | 'no-show' | 'cancelled' | 'expired'

export interface EndedTicket extends TicketFacts {
  readonly state: EndState
  readonly endedAt: number
  readonly counter: string | null
  readonly clerk: string | null
  /** What came of the serving and how many of the service were done; null where it was not finished at a counter. */
  readonly result: ServingResult | null
  readonly quantity: number | null
}

export type LivingTicket = WaitingTicket | CalledTicket | ServingTicket | ParkedTicket | MissedTicket
export type Ticket = LivingTicket | EndedTicket

/** A ticket that stands at a counter: the counter is taken by it. */
export type TicketAtCounter = CalledTicket | ServingTicket

export function isLiving(ticket: Ticket): ticket is LivingTicket {
  switch (ticket.state) {
    case 'waiting':
    case 'called':
    case 'serving':
    case 'parked':
    case 'missed':
      return true
    case 'served':
    case 'no-show':
    case 'cancelled':
    case 'expired':
      return false
  }
}

export function isAtCounter(ticket: Ticket): ticket is TicketAtCounter {
  return ticket.state === 'called' || ticket.state === 'serving'
}

/** The counter and clerk that have to do with a ticket now, if any. */
export function deskOf(ticket: Ticket): { counter: string | null; clerk: string | null } {
  switch (ticket.state) {
    case 'waiting':
      return { counter: null, clerk: null }
    case 'missed':
      return { counter: ticket.counter, clerk: null }
    default:
      return { counter: ticket.counter, clerk: ticket.clerk }
  }
}

/** When a ticket was called for the first time, whatever became of it since. */
export function firstCallOf({ earlier, calledAt }: Pick<TicketFacts, 'earlier' | 'calledAt'>): number | null {
  return earlier[0] ? earlier[0].calledAt : calledAt
}

/** What was waited in a leg: until its first call, or until `end` if there was none. Nothing before an appointment's time. */
export function waitedMs(leg: { queuedAt: number; calledAt: number | null }, end: number): number {
  return Math.max(0, (leg.calledAt ?? end) - leg.queuedAt)
}

/** Serving adds up its parts: those finished, and the one that runs. */
export function servedMsAt(ticket: Ticket, now: number): number {
  const running = ticket.state === 'serving' && !ticket.paused
  return ticket.servedMs + (running ? now - ticket.partAt : 0)
}
