import type { TicketClass } from './ticket.ts'

/** Why a ticket was called, as data. Times are epoch ms, durations ms. */
export type CallReason =
  /** Who came first. */
  | { readonly rule: 'first-come'; readonly waitedMs: number }
  /** The largest share of the service's target was used; `weight` is the hall's multiplier of the service. */
  | {
      readonly rule: 'share'
      readonly waitedMs: number
      readonly targetMs: number
      readonly weight: number
    }
  /** A priority ticket that goes ahead. */
  | { readonly rule: 'priority'; readonly waitedMs: number; readonly targetMs: number }
  /** An appointment that goes ahead, or one that came early and found nobody else waiting. */
  | { readonly rule: 'appointment'; readonly slot: number; readonly early: boolean }
  /** Its class was the next of the hall's ratio; `turn` is the wheel's place. */
  | { readonly rule: 'ratio'; readonly class: TicketClass; readonly turn: number; readonly waitedMs: number }
  /** It, or one behind it in its own queue, has been overtaken as often as the hall allows. */
  | { readonly rule: 'overtaken'; readonly times: number }
  /** By law, at the next free counter. */
  | { readonly rule: 'out-of-turn'; readonly waitedMs: number }
  /** A clerk chose it. */
  | { readonly rule: 'by-hand' }
