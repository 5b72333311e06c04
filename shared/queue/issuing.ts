import { isWithin, localDate } from './calendar.ts'
import { call, callOf, named } from './calling.ts'
import { chooseNext } from './choose-next.ts'
import type { CommandOf } from './command.ts'
import type { Service } from './config.ts'
import { lastTickets } from './cut-off.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import type { HallEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { relied, type Forecast } from './forecast.ts'
import { copyHall, type Hall } from './hall.ts'
import { labelOf, nextNumber, whyNotHeld } from './number-series.ts'
import { freeSeats } from './offering.ts'
import { orderOf } from './order.ts'
import { refuse, type Refusal } from './refusal.ts'
import { findService } from './seat.ts'
import type { TicketClass, WaitingTicket } from './ticket.ts'
import { candidatesOf, speakersOf, waitingTickets } from './waiting.ts'

const minute = 60_000

export function issue(hall: Hall, command: CommandOf<'ticket:issue'>, context: Context): Decision {
  const service = findService(hall, command.service)
  if (!service) return refuse('service/unknown')
  const { now, forecast } = context
  const closed = whyNotIssued(hall, service, forecast, now)
  // Who goes ahead, or has a time, is not cut off by the queue of the others.
  if (closed && (closed.code !== 'service/cut-off' || command.class === 'ordinary')) return closed
  const appointment = appointmentOf(hall, command, now)
  if (!appointment.ok) return appointment

  const series = hall.config!.series.find(({ id }) => id === service.series)
  if (!series) return refuse('series/exhausted')
  const held = command.number ?? null
  const notHeld = held === null ? null : whyNotHeld(hall, series, held, now)
  if (notHeld) return notHeld
  const number = held ?? nextNumber(hall, series, now)
  if (number === null) return refuse('series/exhausted')

  // It is foreseen of somebody who waits in the ordinary order, and said to nobody else.
  const foreseen = relied(forecast, now)?.services.get(service.id)
  const waits = command.counter === null
  const promised = waits && appointment.class === 'ordinary' ? (foreseen?.promised ?? null) : null
  const ticket = context.newId()
  const label = labelOf(series, number)
  const issued = happened(context, 'ticket:issued', {
    ticket,
    visit: context.newId(),
    label,
    series: series.id,
    number,
    service: service.id,
    class: appointment.class,
    slot: appointment.slot,
    speakers: speakersOf(hall.config!, command.language),
    promised,
  })
  const answer = {
    ticket,
    label,
    ...(appointment.class !== command.class && { class: appointment.class }),
    ...(promised && { promised }),
  }
  if (command.counter === null) return accept([issued, ...calledAtOnce(hall, issued, context)], answer)
  const called = calledHere(hall, issued, command.counter, context)
  return called.ok ? accept([issued, ...called.events], { ...answer, ...called.answer }) : called
}

/** Who stands at the counter already is called to it at once: by the clerk's choice, and on record as such. */
function calledHere(hall: Hall, issued: HallEvent, counter: string, context: Context): Decision {
  const joined = copyHall(hall)
  const { id: ticket } = evolve(joined, issued) as WaitingTicket
  return call(joined, { type: 'ticket:call', counter, ticket }, context)
}

/** An appointment that comes too late keeps its time on record and joins as anybody else. */
function appointmentOf(
  hall: Hall,
  { class: asked, slot }: CommandOf<'ticket:issue'>,
  now: number,
): { ok: true; class: TicketClass; slot: number | null } | Refusal {
  if (asked !== 'appointment') {
    return slot === null ? { ok: true, class: asked, slot } : refuse('ticket/not-appointment')
  }
  const at = slot ?? now
  const date = localDate(at, hall.config!.timeZone)
  if (date !== hall.day!.date) return refuse('appointment/another-day', { date })
  const isLate = now > at + hall.config!.order.lateMinutes * minute
  return { ok: true, class: isLate ? 'ordinary' : 'appointment', slot: at }
}

/** Where the hall wants it, the call to the first free counter at which the new ticket is the next. */
function calledAtOnce(hall: Hall, issued: HallEvent, context: Context): HallEvent[] {
  if (!hall.config!.order.callAtOnce) return []
  const joined = copyHall(hall)
  const ticket = evolve(joined, issued) as WaitingTicket
  const order = orderOf(hall.config!, hall.turn)
  const waiting = waitingTickets(joined)
  const candidates = candidatesOf(joined, waiting)
  for (const seat of freeSeats(joined)) {
    const choice = chooseNext(candidates, seat, order, context.now)
    if (!choice || waiting[choice.chosen] !== ticket) continue
    return [callOf(ticket, choice.reason, named(choice.overtaken, waiting, choice.reason), seat, context)]
  }
  return []
}

export type WhyNotIssued =
  | 'service/no-ticket'
  | 'day/not-open'
  | 'hall/closed'
  | 'service/closed'
  | 'service/paused'
  | 'service/full'
  | 'service/cut-off'

/** Why a service gives no ticket now, or null if it does. The kiosk shows the same beforehand. */
export function whyNotIssued(
  hall: Hall,
  service: Service,
  forecast: Forecast | null,
  now: number,
): Refusal<WhyNotIssued> | null {
  if (service.series === null) return refuse('service/no-ticket')
  if (!hall.day) return refuse('day/not-open')
  if (!isWithin(hall.day.open, now)) return refuse('hall/closed')
  const own = hall.day.serviceOpen.get(service.id)
  if (own && !isWithin(own, now)) return refuse('service/closed')
  const pause = hall.paused.get(service.id)
  if (pause) return refuse('service/paused', { reason: pause.reason })
  const given = hall.issued.get(service.id) ?? 0
  if (service.dailyLimit !== null && given >= service.dailyLimit) return refuse('service/full')
  if (lastTickets(hall, service, forecast, now)?.left === 0) return refuse('service/cut-off')
  return null
}
