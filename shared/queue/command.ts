import type { HallConfig, Language } from './config.ts'
import type { Summary } from './summary.ts'
import type { Binding, KeptFor, Place, ServingResult, TicketClass } from './ticket.ts'

/** Who sends a command. Its id is unique within its kind; together they are the sender of the command's id. */
export type Actor =
  | { readonly kind: 'staff'; readonly id: string }
  | { readonly kind: 'device'; readonly id: string }
  | { readonly kind: 'ticket'; readonly id: string }
  /** What falls due: the hall's clock is a client like the others. */
  | { readonly kind: 'clock'; readonly id: string }
  /** The person who runs the server, at its command line. */
  | { readonly kind: 'operator'; readonly id: string }

/** What the desk should know before the visitor comes; kept outside the events, so that it can be erased. */
export const knownNeeds = ['mobility', 'hearing', 'sign-language', 'sight', 'small-child'] as const
export type Need = (typeof knownNeeds)[number]

/** Why a service gives no tickets for now; said to visitors in their language. */
export const pauseReasons = ['technical', 'staff', 'unforeseen'] as const
export type PauseReason = (typeof pauseReasons)[number]

type On = { readonly ticket: string }
type At = { readonly counter: string }

/** Everything that can be asked of a hall, by name. */
export interface Commands {
  'hall:configure': { readonly config: HallConfig }
  'day:open': { readonly date: string }
  /** Of that date only: said twice, it does not close the next one. */
  'day:close': { readonly date: string }

  'ticket:issue': {
    readonly service: string
    readonly class: TicketClass
    /** An appointment's time, epoch ms; null means now. */
    readonly slot: number | null
    /** Of the slip that the visitor tore off a paper roll; null or left out: the next of the series. */
    readonly number?: number | null
    readonly language: Language
    readonly needs: readonly Need[]
    /** The sender's own counter, to which the visitor is called at once; null: waits as everybody does. */
    readonly counter: string | null
  }
  /** `service` null: whose turn it is; else the next of that service, by the clerk's choice. */
  'ticket:call-next': At & { readonly service: string | null }
  'ticket:call': At & On
  'ticket:recall': On
  'ticket:start': On
  'ticket:pause': On
  'ticket:resume': On
  'ticket:miss': On
  'ticket:report': On
  'ticket:return': On & { readonly place: Place }
  /** `place` left out: the own, by the time already waited. */
  'ticket:transfer': On & {
    readonly service: string
    readonly bound: Binding
    readonly place?: Place
    readonly note: string
  }
  /** `minutes` null: the hall's own term. */
  'ticket:park': On & { readonly keptFor: KeptFor; readonly minutes: number | null; readonly note: string }
  'ticket:take-up': At & On
  'ticket:next-leg': On & { readonly service: string; readonly note: string }
  /**
   * Of a waiting ticket, of the visitor at the sender's counter, or by its place of one that was put aside; null or left
   * out leaves it as it is.
   */
  'ticket:change': On & {
    readonly service: string | null
    readonly class: TicketClass | null
    readonly place?: Place | null
    readonly needs?: readonly Need[] | null
    readonly language?: Language | null
  }
  'ticket:bind': On & { readonly bound: Binding }
  'ticket:sum-up': On & { readonly summary: Summary }
  /** `quantity`: how many of the service were done, such as certificates. */
  'ticket:finish': On & { readonly result: ServingResult; readonly quantity: number }
  'ticket:cancel': On
  'ticket:restore': On & { readonly place: Place }
  /** The term of a missed ticket is over. */
  'ticket:lapse': On
  'step:undo': At

  /** `takeOver`: from a clerk who forgot to close it. */
  'shift:open': At & { readonly profile: string | null; readonly takeOver: boolean }
  /** `minutes`: how long it is meant to last; null if that is not known. */
  'shift:pause': At & { readonly reason: string; readonly minutes: number | null }
  'shift:resume': At
  'shift:close': At

  /** Until then, epoch ms; null: until somebody resumes it, or the day ends. */
  'service:pause': {
    readonly service: string
    readonly reason: PauseReason
    readonly until: number | null
  }
  'service:resume': { readonly service: string }
  /** It gives tickets until it closes, today. */
  'service:lift-cut-off': { readonly service: string }

  /** For a while the counter takes other services, whatever its clerk has chosen. */
  'counter:set-profile': At & { readonly profile: string; readonly until: number }
  'counter:reset-profile': At

  /** From a kiosk: a visitor wants a member of staff to come. */
  'assistance:ask': object
  'assistance:cancel': object
  'assistance:answer': { readonly kiosk: string }
  'help:ask': { readonly counter: string }
  'help:answer': { readonly counter: string }
  'help:cancel': { readonly counter: string }
}

export type CommandName = keyof Commands
export type Command = { readonly [N in CommandName]: { readonly type: N } & Commands[N] }[CommandName]
export type CommandOf<N extends CommandName> = Extract<Command, { type: N }>
