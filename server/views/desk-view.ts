import type { DeskView, WaitingDeskTicket } from '#shared/protocol/views.ts'
import { shiftOf } from '#shared/queue/hall.ts'
import { exceptionOf, isAble, type Seat } from '#shared/queue/may-serve.ts'
import { seatOf } from '#shared/queue/seat.ts'
import type { WaitingTicket } from '#shared/queue/ticket.ts'

import type { DeskHall } from './desk-hall.ts'
import { missedFor, parkedFor, waitingFor } from './desk-lists.ts'
import { deskTicket } from './desk-ticket.ts'
import { longestWait } from './longest-wait.ts'
import { offerAt, ownDesk, type AnnouncedOf } from './own-desk.ts'
import { callableAt, countForNext } from './who-may-be-called.ts'

export interface DeskPerson {
  readonly id: string
  readonly name: string
  readonly rights: readonly string[]
}

/** What one clerk needs: the visitor at the counter, who waits, what was put aside. */
export function deskView(all: DeskHall, me: DeskPerson, announcedOf: AnnouncedOf): DeskView {
  const { hall, config } = all
  const waiting = all.waiting()
  const shift = shiftOf(hall, me.id)
  const seat = shift && seatOf(config, shift)
  const forMe = seat ? callableAt(all, seat) : []
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
    ...ownDesk(all, shift, announcedOf),
    waiting: listed.map((ticket) => ({
      ...deskTicket(all, ticket, seat),
      exception: seat && exceptionAt(all, seat, ticket),
      offeredTo: all.offeredTo.get(ticket.id) ?? null,
    })),
    waitingInAll: waiting.length,
    waitingForMe: seat ? countForNext(all, seat, forMe) : 0,
    longest: longestWait(all, forMe),
    parked: parkedFor(all, me, seat),
    missed: missedFor(all, me, seat),
  }
}

function exceptionAt(all: DeskHall, seat: Seat, { id }: WaitingTicket): WaitingDeskTicket['exception'] {
  const candidate = all.candidates().get(id)!
  return isAble(seat, candidate) ? exceptionOf(seat, candidate, all.order, all.now) : null
}
