import type { Interval } from './calendar.ts'
import type { PauseReason } from './command.ts'
import type { HallConfig } from './config.ts'
import type { Overtaken } from './event.ts'
import { isAtCounter, type EndedTicket, type LivingTicket, type TicketAtCounter } from './ticket.ts'

/**
 * A hall as it stands: what the events since the day's opening have made of it. Only living tickets are in it.
 * Its parts are values that are replaced, so a copy of the maps is a copy of the hall.
 */
export interface Hall {
  readonly id: string
  /** How many events the hall has seen since it exists. */
  revision: number
  config: HallConfig | null
  day: Day | null
  readonly tickets: Map<string, LivingTicket>
  /** By counter. No entry: closed. */
  readonly shifts: Map<string, Shift>
  /** By counter: what `step:undo` would take back. */
  readonly steps: Map<string, Step>
  /** By series: the last number given today. */
  readonly numbers: Map<string, number>
  /** By service: tickets issued today. */
  readonly issued: Map<string, number>
  /** By service: why it gives no tickets for now, and until when. */
  readonly paused: Map<string, ServicePause>
  /** By counter: what it takes for a while in the place of its own profile. */
  readonly profiles: Map<string, SetProfile>
  /** Services whose tickets are not cut off today. */
  readonly cutOffLifted: Set<string>
  /** The place of the ratio's wheel that comes next. */
  turn: number
  /** By kiosk: a visitor who wants a member of staff. */
  readonly assistance: Map<string, Assistance>
  /** By counter: a clerk who wants a colleague. */
  readonly help: Map<string, Help>
  /** Today's calls, the newest first. A chain, so that a copy of the hall shares it. */
  calls: CalledLabel | null
}

export interface ServicePause {
  readonly reason: PauseReason
  /** Null: until somebody resumes it. */
  readonly until: number | null
}

export interface SetProfile {
  readonly profile: string
  readonly until: number
}

export interface Assistance {
  readonly since: number
  /** Somebody said that they are on their way. */
  readonly coming: boolean
}

export interface Help {
  readonly since: number
  /** Who asks. */
  readonly clerk: string
  /** Who is on the way; null while nobody has said so. */
  readonly coming: string | null
}

export interface Day {
  readonly date: string
  /** When the hall's date changes. */
  readonly endsAt: number
  /** Today's open stretches of the hall, and of each service that has hours of its own. */
  readonly open: readonly Interval[]
  readonly serviceOpen: ReadonlyMap<string, readonly Interval[]>
}

export interface Shift {
  readonly counter: string
  readonly clerk: string
  readonly openedAt: number
  /** What was set for the counter for a while, else the clerk's own profile; null: the counter's. */
  readonly profile: string | null
  /** The clerk's own, whatever is set; null: the counter's. */
  readonly ownProfile: string | null
  readonly pause: Pause | null
  /** Since when it has had no visitor; while one is there, since when it had none before. */
  readonly freeSince: number
}

/** `until`: when the clerk means to be back, if that was said. Nothing happens by itself then. */
export interface Pause {
  readonly reason: string
  readonly since: number
  readonly until: number | null
}

/** The last step of a counter: the ticket before it, and what its call did to others. */
export interface Step {
  readonly kind: string
  readonly clerk: string
  readonly before: LivingTicket
  /** The ticket as the step ended it; null if it lives. */
  readonly ended: EndedTicket | null
  /** Of the step's event. */
  readonly revision: number
  readonly at: number
  readonly overtaken: Overtaken
  /** Of the counter, before the step. */
  readonly freeSince: number
  /** Of the ratio's wheel, before the step and after it. */
  readonly turn: { readonly before: number; readonly after: number }
}

export interface CalledLabel {
  readonly label: string
  readonly at: number
  readonly earlier: CalledLabel | null
}

export function emptyHall(id: string): Hall {
  return {
    id,
    revision: 0,
    config: null,
    day: null,
    tickets: new Map(),
    shifts: new Map(),
    steps: new Map(),
    numbers: new Map(),
    issued: new Map(),
    paused: new Map(),
    profiles: new Map(),
    cutOffLifted: new Set(),
    turn: 0,
    assistance: new Map(),
    help: new Map(),
    calls: null,
  }
}

/** A working copy, to be evolved in place and kept or dropped as a whole. */
export function copyHall(hall: Hall): Hall {
  return {
    ...hall,
    tickets: new Map(hall.tickets),
    shifts: new Map(hall.shifts),
    steps: new Map(hall.steps),
    numbers: new Map(hall.numbers),
    issued: new Map(hall.issued),
    paused: new Map(hall.paused),
    profiles: new Map(hall.profiles),
    cutOffLifted: new Set(hall.cutOffLifted),
    assistance: new Map(hall.assistance),
    help: new Map(hall.help),
  }
}

/** The ticket that is called to or served at a counter: never more than one. */
export function visitorAt(hall: Hall, counter: string): TicketAtCounter | null {
  for (const ticket of hall.tickets.values()) {
    if (isAtCounter(ticket) && ticket.counter === counter) return ticket
  }
  return null
}

export function shiftOf(hall: Hall, clerk: string): Shift | null {
  for (const shift of hall.shifts.values()) if (shift.clerk === clerk) return shift
  return null
}
