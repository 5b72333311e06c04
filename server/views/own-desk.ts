import type { DeskView } from '#shared/protocol/views.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import { shiftOf, visitorAt, type Shift } from '#shared/queue/hall.ts'
import { seatOf } from '#shared/queue/seat.ts'
import type { EndedTicket, TicketAtCounter, WaitingTicket } from '#shared/queue/ticket.ts'
import { undoableStep } from '#shared/queue/undoing.ts'

import type { DeskMoment } from './desk-moment.ts'
import { deskTicket } from './desk-ticket.ts'
import { callableAt, countForNext } from './who-may-be-called.ts'
import { informationFor, isSpoken, profileOf, visitorFacts } from './visitor-at-desk.ts'

/** How the last call of a ticket was heard, if that is known. */
export type AnnouncedOf = (ticket: string) => NonNullable<DeskView['visitor']>['announced']

type OwnDesk = Pick<DeskView, 'shift' | 'visitor' | 'information' | 'offer' | 'undo' | 'servedLast'>

/** What a step at a desk changes there: who is before the clerk, who is next, and what can be taken back. */
export function ownDesk(at: DeskMoment, shift: Shift | null, announcedOf: AnnouncedOf): OwnDesk {
  const { hall, config } = at
  if (!shift) return nobodysDesk
  const visitor = visitorAt(hall, shift.counter)
  const undoable = undoableStep(hall, shift)
  const offer = visitor ? null : offerAt(at, shift.counter)
  const ended = hall.steps.get(shift.counter)?.ended
  return {
    shift: shiftFacts(config, shift),
    visitor: visitor && visitorAtDesk(at, visitor, shift, announcedOf),
    information: visitor && informationFor(config, visitor, languageOf(at, visitor)),
    offer: offer && { label: offer.label, service: offer.service },
    undo: undoable && { step: undoable.kind, label: undoable.before.label },
    servedLast: ended?.state === 'served' ? servedFacts(at, ended) : null,
  }
}

const nobodysDesk: OwnDesk = {
  shift: null,
  visitor: null,
  information: null,
  offer: null,
  undo: null,
  servedLast: null,
}

/** What of its view a desk is shown first after a step of its own: the lists can wait, and so can the hall. */
export function firstOfDesk(at: DeskMoment, clerk: string, announcedOf: AnnouncedOf): Partial<DeskView> {
  const shift = shiftOf(at.hall, clerk)
  const own = ownDesk(at, shift, announcedOf)
  if (!shift || own.visitor) return own
  const seat = seatOf(at.config, shift)
  return { ...own, waitingForMe: countForNext(at, seat, callableAt(at, seat)) }
}

/** Where another counter is offered whom this one would be given, that counter comes first: nothing is said here. */
export function offerAt(at: DeskMoment, counter: string): WaitingTicket | null {
  const offer = at.offers().get(counter)
  return offer?.isNext() ? offer.ticket : null
}

function visitorAtDesk(
  at: DeskMoment,
  visitor: TicketAtCounter,
  shift: Shift,
  announcedOf: AnnouncedOf,
): DeskView['visitor'] {
  const { config, visits } = at
  const visit = visits.get(visitor.visit)
  return {
    ...deskTicket(at, visitor, seatOf(config, shift)),
    ...visitorFacts(visitor, config),
    notes: [...(visit?.notes ?? [])],
    summary: visit?.summary ?? null,
    spoken: isSpoken(config, shift, languageOf(at, visitor)),
    announced: visitor.state === 'called' ? announcedOf(visitor.id) : null,
  }
}

function languageOf({ visits }: DeskMoment, { visit }: TicketAtCounter) {
  return visits.get(visit)?.language ?? 'lt'
}

function shiftFacts(config: HallConfig, shift: Shift): DeskView['shift'] {
  const { counter, pause } = shift
  return { counter, profile: profileOf(config, shift), pause }
}

function servedFacts({ visits }: DeskMoment, ended: EndedTicket): DeskView['servedLast'] {
  const { id, label, service, visit } = ended
  const { language = 'lt', summary = null } = visits.get(visit) ?? {}
  return { id, label, service, language, summary }
}
