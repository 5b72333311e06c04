import type { Order } from './order.ts'
import type { Back, Binding, TicketClass } from './ticket.ts'

const minute = 60_000

/** A counter with its clerk, the profile they work by, and the services that they take. */
export interface Seat {
  readonly counter: string
  readonly clerk: string
  readonly profile: string | null
  readonly first: readonly string[]
  readonly fallback: readonly string[]
}

/** What decides whether a counter may take one that waits. Times are epoch ms. */
export interface Servable {
  readonly service: string
  readonly class: TicketClass
  /** Where its waiting began; in the future for an appointment that checked in early. */
  readonly since: number
  readonly queuedAt: number
  readonly bound: Binding
  /** When it was bound; null if it is not. */
  readonly boundAt: number | null
  /** When it came back to its old place, if it did. */
  readonly back: Back | null
  /** Profiles that speak its language; null if any does. */
  readonly speakers: readonly string[] | null
  readonly overtaken: { readonly rule: number }
}

/** Why a counter does not take one it could serve. Each ends by itself. */
export interface Exception {
  readonly why: 'bound' | 'just-back' | 'language' | 'fallback'
  /** Null: once nobody waits for a first choice. */
  readonly until: number | null
}

/** Whether a counter could take a ticket at all, be it first choice, fallback, or because it was sent there. */
export function isAble(seat: Seat, { service, bound }: Pick<Servable, 'service' | 'bound'>): boolean {
  return isBoundTo(seat, bound) || seat.first.includes(service) || seat.fallback.includes(service)
}

/**
 * What keeps a counter that could from taking a ticket now, or null. Beside a ticket without an exception no counter
 * may stay idle. The law's out-of-turn tickets wait neither for a language nor for a first choice.
 */
export function exceptionOf(seat: Seat, ticket: Servable, order: Order, now: number): Exception | null {
  const { bound, back, speakers, queuedAt, since, service } = ticket
  const bindingEnds = boundUntil(seat, ticket, order)
  if (now < bindingEnds) return { why: 'bound', until: bindingEnds }
  if (back) {
    const until = back.at + order.justBackSeconds * 1000
    if (now < until) return { why: 'just-back', until }
  }
  if (isBoundTo(seat, bound) || ticket.class === 'out-of-turn') return null
  if (speakers && !speakers.includes(seat.profile ?? '')) {
    const until = queuedAt + order.languageMinutes * minute
    if (now < until) return { why: 'language', until }
  }
  if (!seat.first.includes(service) && !isAtBound(ticket, order)) {
    if (order.fallbackMinutes === null) return { why: 'fallback', until: null }
    // From where the order counts, or one who was sent on could be passed by a later one of the same service.
    const until = since + order.fallbackMinutes * minute
    if (now < until) return { why: 'fallback', until }
  }
  return null
}

/** Whether a clerk may call a ticket by hand: all but one that waits for somebody else by name. */
export function mayCall(seat: Seat, ticket: Servable, order: Order, now: number): boolean {
  return isAble(seat, ticket) && !(now < boundUntil(seat, ticket, order))
}

/** Until when a ticket waits for another counter or clerk, by name. */
function boundUntil(seat: Seat, { bound, boundAt }: Servable, order: Order): number {
  if (bound === null || boundAt === null || isBoundTo(seat, bound)) return -Infinity
  return boundAt + order.boundMinutes * minute
}

/** Whether somebody has been overtaken as often as the hall allows. */
export function isAtBound({ overtaken }: Pick<Servable, 'overtaken'>, order: Order): boolean {
  return order.mostOvertaken !== null && overtaken.rule >= order.mostOvertaken
}

/** Whether one that waits or was put aside is meant for this counter or clerk by name. */
export function isBoundTo(seat: Pick<Seat, 'counter' | 'clerk'>, bound: Binding): boolean {
  if (bound === null) return false
  return 'clerk' in bound ? bound.clerk === seat.clerk : bound.counter === seat.counter
}
