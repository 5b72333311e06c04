import type { CommandOf } from './command.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import { findOwnTicket, findTicket } from './finding.ts'
import type { Hall } from './hall.ts'
import { refuse } from './refusal.ts'

const minute = 60_000

/** The visitor has come to the counter. */
export function start(hall: Hall, { ticket }: CommandOf<'ticket:start'>, context: Context): Decision {
  const found = findOwnTicket(hall, ticket, ['called'], context)
  return found.ok ? accept([happened(context, 'ticket:started', { ticket })]) : found
}

export function pause(hall: Hall, { ticket }: CommandOf<'ticket:pause'>, context: Context): Decision {
  const found = findOwnTicket(hall, ticket, ['serving'], context)
  if (!found.ok) return found
  if (found.ticket.paused) return refuse('ticket/wrong-state', { state: 'paused' })
  return accept([happened(context, 'ticket:paused', { ticket })])
}

export function resume(hall: Hall, { ticket }: CommandOf<'ticket:resume'>, context: Context): Decision {
  const found = findOwnTicket(hall, ticket, ['serving'], context)
  if (!found.ok) return found
  if (!found.ticket.paused) return refuse('ticket/wrong-state', { state: 'serving' })
  return accept([happened(context, 'ticket:resumed', { ticket })])
}

/** Called, and nobody came. */
export function miss(hall: Hall, { ticket }: CommandOf<'ticket:miss'>, context: Context): Decision {
  const found = findOwnTicket(hall, ticket, ['called'], context)
  if (!found.ok) return found
  const until = context.now + hall.config!.rules.reportMinutes * minute
  return accept([happened(context, 'ticket:missed', { ticket, until })])
}

/** A missed visitor is here after all: the old place once and within the term, else the end of the queue. */
export function report(hall: Hall, { ticket }: CommandOf<'ticket:report'>, context: Context): Decision {
  const found = findTicket(hall, ticket, ['missed'])
  if (!found.ok) return found
  const { reports, until } = found.ticket
  const place = reports === 0 && context.now < until ? 'own' : 'end'
  return accept([happened(context, 'ticket:reported', { ticket, place })])
}
