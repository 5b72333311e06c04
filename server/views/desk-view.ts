import type { DeskTicket, DeskView, WaitingDeskTicket } from '#shared/protocol/views.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import { shiftOf, visitorAt, type Shift } from '#shared/queue/hall.ts'
import { mayTake } from '#shared/queue/choose-next.ts'
import { exceptionOf, isAble, mayCall, type Seat } from '#shared/queue/may-serve.ts'
import { targetMsOf } from '#shared/queue/order.ts'
import { lateness, promisedUntil } from '#shared/queue/lateness.ts'
import { seatOf } from '#shared/queue/seat.ts'
import { undoableStep } from '#shared/queue/undoing.ts'
import type { EndedTicket, LivingTicket, WaitingTicket } from '#shared/queue/ticket.ts'

import type { DeskHall } from './desk-hall.ts'
import { missedFor, parkedFor, waitingFor } from './desk-lists.ts'
import { longestWait } from './longest-wait.ts'
import { informationFor, isSpoken, profileOf, visitorFacts } from './visitor-at-desk.ts'

export interface DeskPerson {
  readonly id: string
  readonly name: string
  readonly rights: readonly string[]
}

/** How the last call of a ticket was heard, if that is known. */
export type AnnouncedOf = (ticket: string) => NonNullable<DeskView['visitor']>['announced']

/** What one clerk needs: the visitor at the counter, who waits, what was put aside. */
export function deskView(all: DeskHall, me: DeskPerson, announcedOf: AnnouncedOf): DeskView {
  const { hall, config, waiting, order, now } = all
  const shift = shiftOf(hall, me.id)
  const seat = shift && seatOf(config, shift)
  const visitor = shift && visitorAt(hall, shift.counter)
  const language = (visitor && all.visits.get(visitor.visit)?.language) ?? 'lt'
  const step = shift && hall.steps.get(shift.counter)
  const undoable = shift && undoableStep(hall, shift)
  const isMine = (ticket: LivingTicket) => seat !== null && mayCall(seat, ticket, order, now)
  const toTicket = (ticket: LivingTicket) => deskTicket(all, ticket, isMine(ticket))
  const forMe = waiting.filter(isMine)
  const offer = shift && offerAt(all, shift.counter)
  const listed = me.rights.includes('queue:see') ? waitingFor(waiting, offer ? [offer, ...forMe] : forMe) : []

  return {
    audience: 'desk',
    hall: all.facts,
    me: { ...me, rights: [...me.rights] },
    parkMinutes: config.rules.parkMinutes,
    translator: config.translator,
    autoCallSeconds: config.rules.autoCallSeconds,
    services: all.services.map((service) => ({
      ...service,
      mine: seat !== null && isAble(seat, { service: service.id, bound: null }),
    })),
    assistance: all.assistance,
    help: all.help,
    profiles: all.profiles,
    counters: all.counters,
    shift: shift && shiftFacts(config, shift),
    visitor: visitor && {
      ...toTicket(visitor),
      ...visitorFacts(visitor, config),
      notes: [...(all.visits.get(visitor.visit)?.notes ?? [])],
      summary: all.visits.get(visitor.visit)?.summary ?? null,
      spoken: isSpoken(config, shift, language),
      announced: visitor.state === 'called' ? announcedOf(visitor.id) : null,
    },
    information: visitor ? informationFor(config, visitor, language) : null,
    offer: offer && { label: offer.label, service: offer.service },
    waiting: listed.map((ticket) => ({
      ...toTicket(ticket),
      exception: seat && exceptionAt(all, seat, ticket),
      offeredTo: all.offeredTo.get(ticket.id) ?? null,
    })),
    waitingInAll: waiting.length,
    waitingForMe: seat
      ? forMe.filter((one) => !isHeldBack(one) || mayTake(seat, all.candidates.get(one.id)!, order, now))
          .length
      : 0,
    longest: longestWait(all, forMe),
    parked: parkedFor(all, me, seat),
    missed: missedFor(all, me, seat),
    undo: undoable && { step: undoable.kind, label: undoable.before.label },
    servedLast: step?.ended?.state === 'served' ? servedFacts(all, step.ended) : null,
  }
}

function servedFacts({ visits }: DeskHall, ended: EndedTicket): DeskView['servedLast'] {
  const { id, label, service, visit } = ended
  const { language = 'lt', summary = null } = visits.get(visit) ?? {}
  return { id, label, service, language, summary }
}

function deskTicket(all: DeskHall, ticket: LivingTicket, mine: boolean): DeskTicket {
  const { id, label, service, since, slot, bound, overtaken } = ticket
  const visit = all.visits.get(ticket.visit)
  return {
    id,
    label,
    service,
    class: ticket.class,
    language: visit?.language ?? 'lt',
    needs: [...(visit?.needs ?? [])],
    bound,
    since,
    targetMs: targetMsOf(all.order, ticket),
    slot,
    overtaken,
    promised: promiseOf(all, ticket),
    mine,
  }
}

/** Something besides a desk's first choice may keep it from being called there now. */
function isHeldBack({ bound, back, speakers }: WaitingTicket): boolean {
  return bound !== null || back !== null || speakers !== null
}

export function promiseOf({ hall, forecast, now }: DeskHall, ticket: LivingTicket): DeskTicket['promised'] {
  const until = promisedUntil(ticket)
  if (until === null || ticket.state !== 'waiting') return null
  return { until, kept: lateness(hall, ticket, forecast, now) === null }
}

function exceptionAt(all: DeskHall, seat: Seat, { id }: WaitingTicket): WaitingDeskTicket['exception'] {
  const candidate = all.candidates.get(id)!
  return isAble(seat, candidate) ? exceptionOf(seat, candidate, all.order, all.now) : null
}

/** Where another counter is offered whom this one would be given, that counter comes first: nothing is said here. */
function offerAt(all: DeskHall, counter: string): WaitingTicket | null {
  const offer = all.offers.get(counter)
  return offer?.isNext() ? offer.ticket : null
}

function shiftFacts(config: HallConfig, shift: Shift) {
  const { counter, pause } = shift
  return { counter, profile: profileOf(config, shift), pause }
}
