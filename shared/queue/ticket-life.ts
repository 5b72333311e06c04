import type { HallEvent } from './event.ts'
import { boundTo, issued, nextLeg, rejoined } from './joining.ts'
import {
  deskOf,
  isAtCounter,
  servedMsAt,
  type EndedTicket,
  type EndState,
  type LivingTicket,
  type Ticket,
  type TicketFacts,
} from './ticket.ts'

/** What happens to a ticket itself. */
export type TicketEvent = Exclude<Extract<HallEvent, { ticket: string }>, { type: 'ticket:summed-up' }>
type ChangeEvent = Exclude<TicketEvent, { type: 'ticket:issued' | 'ticket:restored' | 'step:undone' }>

/**
 * What an event makes of a ticket: the table of a ticket's life. `before` is null for one that is issued or was ended;
 * `revision` is the event's. Throws where the event does not fit the state.
 */
export function becomeTicket(before: LivingTicket | null, event: TicketEvent, revision: number): Ticket {
  switch (event.type) {
    case 'ticket:issued':
      return issued(event, revision)
    case 'ticket:restored':
      return rejoined({ ...event.from, changed: revision }, event.place, event.at)
    case 'step:undone':
      return { ...event.before, changed: revision }
    default: {
      if (before === null) throw misfit(event, 'no living ticket')
      return changed(before, event, revision)
    }
  }
}

function changed(before: LivingTicket, event: ChangeEvent, revision: number): Ticket {
  const { at } = event
  const facts = { ...factsOf(before), changed: revision }
  switch (event.type) {
    case 'ticket:called': {
      const { counter, clerk, reason } = event
      const calledAt = facts.calledAt ?? at
      return { ...facts, calledAt, state: 'called', counter, clerk, reason, lastCallAt: at, recalls: 0 }
    }
    case 'ticket:recalled':
      if (before.state !== 'called') throw misfit(event, before.state)
      return { ...before, changed: revision, lastCallAt: at, recalls: before.recalls + 1 }
    case 'ticket:started': {
      if (before.state !== 'called') throw misfit(event, before.state)
      const { counter, clerk, reason } = before
      const startedAt = facts.startedAt ?? at
      return { ...facts, startedAt, state: 'serving', counter, clerk, reason, paused: false, partAt: at }
    }
    case 'ticket:taken-up': {
      const { counter, clerk } = event
      const startedAt = facts.startedAt ?? at
      return {
        ...facts,
        startedAt,
        state: 'serving',
        counter,
        clerk,
        reason: null,
        paused: false,
        partAt: at,
      }
    }
    case 'ticket:paused':
    case 'ticket:resumed': {
      if (before.state !== 'serving') throw misfit(event, before.state)
      const paused = event.type === 'ticket:paused'
      return { ...before, changed: revision, servedMs: servedMsAt(before, at), paused, partAt: at }
    }
    case 'ticket:missed':
      if (before.state !== 'called') throw misfit(event, before.state)
      return { ...facts, state: 'missed', counter: before.counter, missedAt: at, until: event.until }
    case 'ticket:reported':
      return rejoined({ ...facts, reports: facts.reports + 1 }, event.place, at)
    case 'ticket:returned':
      return rejoined({ ...facts, servedMs: servedMsAt(before, at) }, event.place, at)
    case 'ticket:parked': {
      if (!isAtCounter(before)) throw misfit(event, before.state)
      const { counter, clerk } = before
      const { keptFor, until } = event
      return { ...facts, servedMs: servedMsAt(before, at), state: 'parked', counter, clerk, keptFor, until }
    }
    case 'ticket:transferred': {
      const leg = nextLeg(before, facts, event.service, 'transferred', at)
      const since = event.place === 'end' ? at : leg.since
      return { ...leg, since, ...boundTo(event.bound, at) }
    }
    case 'ticket:moved-on':
      return nextLeg(before, facts, event.service, 'served', at)
    case 'ticket:changed': {
      const { service, speakers = before.speakers } = event
      return { ...before, changed: revision, service, class: event.class, speakers }
    }
    case 'ticket:bound':
      return { ...before, changed: revision, ...boundTo(event.bound, at) }
    case 'ticket:finished':
      return {
        ...ended(before, facts, 'served', at),
        result: event.result,
        quantity: event.quantity,
      }
    case 'ticket:cancelled':
      return ended(before, facts, 'cancelled', at)
    case 'ticket:lapsed':
      return ended(before, facts, 'no-show', at)
    case 'ticket:expired':
      return ended(before, facts, 'expired', at)
  }
}

function ended(before: LivingTicket, facts: TicketFacts, state: EndState, at: number): EndedTicket {
  const servedMs = servedMsAt(before, at)
  return { ...facts, servedMs, state, endedAt: at, ...deskOf(before), result: null, quantity: null }
}

/** A ticket without what only its state knows. */
export function factsOf(ticket: Ticket): TicketFacts {
  const { id, visit, label, series, number, issuedAt, order, leg, service, queuedAt, calledAt, startedAt } =
    ticket
  const { servedMs, earlier, slot, since, back, bound, boundAt, speakers, overtaken, reports, changed } =
    ticket
  return {
    id,
    visit,
    label,
    series,
    number,
    class: ticket.class,
    issuedAt,
    order,
    leg,
    service,
    queuedAt,
    calledAt,
    startedAt,
    servedMs,
    earlier,
    slot,
    since,
    back,
    bound,
    boundAt,
    speakers,
    promised: ticket.promised,
    overtaken,
    reports,
    changed,
  }
}

function misfit(event: TicketEvent, state: string): Error {
  return new Error(`The event ${event.type} does not fit a ticket that is ${state}.`)
}
