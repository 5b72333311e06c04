import type { HallEvent } from './event.ts'
import {
  deskOf,
  notOvertaken,
  servedMsAt,
  waitedMs,
  type Binding,
  type EndedLeg,
  type LegOutcome,
  type LivingTicket,
  type Place,
  type TicketFacts,
  type WaitingTicket,
} from './ticket.ts'

/** A new ticket, with the revision of its event. */
export function issued(
  event: Extract<HallEvent, { type: 'ticket:issued' }>,
  revision: number,
): WaitingTicket {
  const { ticket: id, visit, label, series, number, service, slot, speakers, promised, at } = event
  // An appointment's waiting begins at its time.
  const queuedAt = Math.max(at, slot ?? at)
  return {
    state: 'waiting',
    id,
    visit,
    label,
    series,
    number,
    class: event.class,
    issuedAt: at,
    order: revision,
    leg: 1,
    service,
    queuedAt,
    calledAt: null,
    startedAt: null,
    servedMs: 0,
    earlier: [],
    slot,
    since: queuedAt,
    back: null,
    ...boundTo(null, at),
    speakers,
    promised,
    overtaken: notOvertaken,
    reports: 0,
    changed: revision,
  }
}

/** Back in the queue: in its old place, or behind everybody who is there now. */
export function rejoined(facts: TicketFacts, place: Place, at: number): WaitingTicket {
  const waiting: WaitingTicket = { ...facts, state: 'waiting' }
  return place === 'own'
    ? { ...waiting, back: { at, revision: facts.changed } }
    : { ...waiting, since: at, order: facts.changed, back: null, promised: null, overtaken: notOvertaken }
}

/** The clock of a new leg starts with the minutes already waited, not those served. */
export function nextLeg(
  before: LivingTicket,
  facts: TicketFacts,
  service: string,
  outcome: LegOutcome,
  at: number,
): WaitingTicket {
  const earlier = [...facts.earlier, endedLeg(before, outcome, at)]
  const waited = earlier.reduce((sum, leg) => sum + waitedMs(leg, leg.endedAt), 0)
  return {
    ...facts,
    state: 'waiting',
    leg: facts.leg + 1,
    service,
    queuedAt: at,
    calledAt: null,
    startedAt: null,
    servedMs: 0,
    earlier,
    since: at - waited,
    order: facts.changed,
    back: null,
    ...boundTo(null, at),
    overtaken: notOvertaken,
  }
}

/** Who alone may call it, from a moment on. */
export function boundTo(bound: Binding, at: number) {
  return { bound, boundAt: bound === null ? null : at }
}

function endedLeg(ticket: LivingTicket, outcome: LegOutcome, at: number): EndedLeg {
  const { leg, service, queuedAt, calledAt, startedAt } = ticket
  const servedMs = servedMsAt(ticket, at)
  return { leg, service, queuedAt, calledAt, startedAt, endedAt: at, servedMs, ...deskOf(ticket), outcome }
}
