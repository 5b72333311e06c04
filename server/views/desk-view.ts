import type { DeskTicket, DeskView } from '#shared/protocol/views.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import { shiftOf, visitorAt, type Shift } from '#shared/queue/hall.ts'
import { mayCall } from '#shared/queue/may-serve.ts'
import { seatOf } from '#shared/queue/seat.ts'
import type { LivingTicket, TicketAtCounter } from '#shared/queue/ticket.ts'

import type { Visit } from '../visit-details.ts'
import { listed, type DeskHall } from './desk-hall.ts'

export interface DeskPerson {
  readonly id: string
  readonly name: string
  readonly rights: readonly string[]
}

/** What one clerk needs: the visitor at the counter, who waits, what was put aside. */
export function deskView(all: DeskHall, me: DeskPerson): DeskView {
  const { hall, config, visits, waiting, order, now } = all
  const shift = shiftOf(hall, me.id)
  const seat = shift && seatOf(config, shift)
  const visitor = shift && visitorAt(hall, shift.counter)
  const step = shift && hall.steps.get(shift.counter)
  const isMine = (ticket: LivingTicket) => seat !== null && mayCall(seat, ticket, order, now)
  const toTicket = (ticket: LivingTicket) => deskTicket(ticket, visits.get(ticket.visit), isMine(ticket))

  return {
    audience: 'desk',
    hall: all.facts,
    me: { ...me, rights: [...me.rights] },
    services: all.services,
    assistance: all.assistance,
    profiles: all.profiles,
    counters: all.counters,
    shift: shift && shiftFacts(config, shift),
    visitor: visitor && { ...toTicket(visitor), ...visitorFacts(visitor, config) },
    waiting: waiting.slice(0, listed).map(toTicket),
    waitingInAll: waiting.length,
    waitingForMe: waiting.filter(isMine).length,
    parked: all.parked.map((ticket) => ({
      ...toTicket(ticket),
      until: ticket.until,
      counter: ticket.counter,
    })),
    missed: all.missed.map((ticket) => ({ ...toTicket(ticket), until: ticket.until })),
    undo: step ? { step: step.kind, label: step.before.label } : null,
  }
}

function deskTicket(ticket: LivingTicket, visit: Visit | undefined, mine: boolean): DeskTicket {
  const { id, label, service, since } = ticket
  return {
    id,
    label,
    service,
    class: ticket.class,
    language: visit?.language ?? 'lt',
    needs: [...(visit?.needs ?? [])],
    notes: [...(visit?.notes ?? [])],
    since,
    mine,
  }
}

function visitorFacts(ticket: TicketAtCounter, config: HallConfig) {
  const { state, servedMs } = ticket
  return ticket.state === 'called'
    ? {
        state,
        servedMs,
        paused: false,
        at: ticket.lastCallAt,
        recallsLeft: config.rules.recalls - ticket.recalls,
      }
    : { state, servedMs, paused: ticket.paused, at: ticket.partAt, recallsLeft: 0 }
}

function shiftFacts(config: HallConfig, { counter, profile, pause }: Shift) {
  const own = config.counters.find(({ id }) => id === counter)?.profile ?? ''
  return { counter, profile: profile ?? own, pause }
}
