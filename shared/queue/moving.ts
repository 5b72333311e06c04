import type { CommandOf } from './command.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import { findOwnTicket, findTicket } from './finding.ts'
import type { Hall } from './hall.ts'
import { refuse, type Refusal } from './refusal.ts'
import { findCounter, findService } from './seat.ts'
import type { Binding, ParkedTicket } from './ticket.ts'
import { speakersOf } from './waiting.ts'

const minute = 60_000

/** Back into the queue: by the clerk at whose counter it is, or from where it was put aside. */
export function putBack(
  hall: Hall,
  { ticket, place }: CommandOf<'ticket:return'>,
  context: Context,
): Decision {
  const found =
    hall.tickets.get(ticket)?.state === 'parked'
      ? findParked(hall, ticket, context)
      : findOwnTicket(hall, ticket, ['called', 'serving'], context)
  return found.ok ? accept([happened(context, 'ticket:returned', { ticket, place })]) : found
}

export function transfer(hall: Hall, command: CommandOf<'ticket:transfer'>, context: Context): Decision {
  const { ticket, service, bound, place = 'own' } = command
  const found = findOwnTicket(hall, ticket, ['called', 'serving'], context)
  if (!found.ok) return found
  const missing = whyNotServed(hall, service)
  if (missing) return missing
  const transferred = happened(context, 'ticket:transferred', { ticket, service, bound, place })
  return whyNotBound(hall, bound) ?? accept([transferred])
}

/** The visitor goes on to another service with the same number. */
export function nextLeg(hall: Hall, command: CommandOf<'ticket:next-leg'>, context: Context): Decision {
  const { ticket, service } = command
  const found = findOwnTicket(hall, ticket, ['serving'], context)
  if (!found.ok) return found
  const missing = whyNotServed(hall, service)
  if (missing) return missing
  return accept([happened(context, 'ticket:moved-on', { ticket, service })])
}

export function park(hall: Hall, command: CommandOf<'ticket:park'>, context: Context): Decision {
  const { ticket, keptFor } = command
  const found = findOwnTicket(hall, ticket, ['called', 'serving'], context)
  if (!found.ok) return found
  const until = context.now + (command.minutes ?? hall.config!.rules.parkMinutes) * minute
  return accept([happened(context, 'ticket:parked', { ticket, keptFor, until })])
}

/** Of one that waits, or of the clerk's own visitor: the same leg goes on. */
export function change(hall: Hall, command: CommandOf<'ticket:change'>, context: Context): Decision {
  const { ticket, place = null } = command
  const state = hall.tickets.get(ticket)?.state
  const isHere = state === 'called' || state === 'serving'
  const found = isHere
    ? findOwnTicket(hall, ticket, ['called', 'serving'], context)
    : findTicket(hall, ticket, place === null ? ['waiting'] : ['waiting', 'parked'])
  if (!found.ok) return found
  const service = command.service ?? found.ticket.service
  const missing = whyNotServed(hall, service)
  if (missing) return missing
  // Who waits in the own place has nowhere to go back to, and a visitor at the counter stays there.
  const moves = !isHere && (place === 'end' || (place === 'own' && state === 'parked'))
  const returned = moves ? [happened(context, 'ticket:returned', { ticket, place })] : []
  const told = (['language', 'needs'] as const).filter((one) => command[one] != null)
  const changed = {
    ...{ ticket, service, class: command.class ?? found.ticket.class },
    ...(command.language && { speakers: speakersOf(hall.config!, command.language) }),
    ...(told.length > 0 && { told }),
  }
  return accept([...returned, happened(context, 'ticket:changed', changed)])
}

export function bind(hall: Hall, { ticket, bound }: CommandOf<'ticket:bind'>, context: Context): Decision {
  const found = findTicket(hall, ticket, ['waiting'])
  if (!found.ok) return found
  return whyNotBound(hall, bound) ?? accept([happened(context, 'ticket:bound', { ticket, bound })])
}

/** The clock returns a parked ticket when its term is over, not before. */
function findParked(hall: Hall, id: string, context: Context): { ok: true; ticket: ParkedTicket } | Refusal {
  const found = findTicket(hall, id, ['parked'])
  if (found.ok && context.by.kind === 'clock' && context.now < found.ticket.until)
    return refuse('ticket/not-due')
  return found
}

/** A ticket can be moved only to a service that counters serve. */
function whyNotServed(hall: Hall, id: string): Refusal | null {
  const service = findService(hall, id)
  if (!service) return refuse('service/unknown')
  return service.series === null ? refuse('service/no-ticket') : null
}

function whyNotBound(hall: Hall, bound: Binding): Refusal | null {
  const isUnknown = bound !== null && 'counter' in bound && !findCounter(hall, bound.counter)
  return isUnknown ? refuse('counter/unknown') : null
}
