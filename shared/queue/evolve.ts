import { dayAfter, openIntervals, startOfDay } from './calendar.ts'
import type { HallConfig } from './config.ts'
import type { HallEvent } from './event.ts'
import type { Day, Hall, Step } from './hall.ts'
import { countOvertakes, forgetSteps, keepStep, servedLast } from './steps.ts'
import { becomeTicket, type TicketEvent } from './ticket-life.ts'
import { isAtCounter, isLiving, type Ticket } from './ticket.ts'

/**
 * Lets one event happen to a hall, in place. The same events in the same order make the same hall.
 * Returns the ticket that the event was about as it is now, ended or living, or null if it was about none.
 * Throws if the event does not fit the hall: such an event was never decided here.
 */
export function evolve(hall: Hall, event: HallEvent): Ticket | null {
  hall.revision += 1
  switch (event.type) {
    case 'hall:configured':
      hall.config = event.config
      if (hall.day) hall.day = dayOf(event.config, hall.day.date)
      return null
    case 'day:opened':
      hall.config = event.config
      hall.day = dayOf(event.config, event.date)
      return null
    case 'day:closed':
      hall.day = null
      hall.tickets.clear()
      hall.steps.clear()
      hall.numbers.clear()
      hall.issued.clear()
      hall.paused.clear()
      hall.profiles.clear()
      hall.cutOffLifted.clear()
      hall.turn = 0
      hall.assistance.clear()
      hall.help.clear()
      hall.calls = null
      return null
    case 'shift:opened': {
      const { counter, clerk, profile: ownProfile, at } = event
      const profile = hall.profiles.get(counter)?.profile ?? ownProfile
      const opened = { openedAt: at, pause: null, freeSince: at }
      hall.shifts.set(counter, { counter, clerk, profile, ownProfile, ...opened })
      return null
    }
    case 'shift:paused':
      hall.shifts.set(event.counter, {
        ...known(hall.shifts.get(event.counter), event),
        pause: { reason: event.reason, since: event.at, until: event.until },
      })
      return null
    case 'shift:resumed':
      hall.shifts.set(event.counter, {
        ...known(hall.shifts.get(event.counter), event),
        pause: null,
        freeSince: event.at,
      })
      return null
    case 'shift:closed':
      hall.shifts.delete(event.counter)
      hall.steps.delete(event.counter)
      hall.help.delete(event.counter)
      return null
    case 'service:paused':
      hall.paused.set(event.service, { reason: event.reason, until: event.until })
      return null
    case 'service:resumed':
      hall.paused.delete(event.service)
      return null
    case 'service:cut-off-lifted':
      hall.cutOffLifted.add(event.service)
      return null
    case 'counter:profile-set': {
      const { counter, profile, until } = event
      hall.profiles.set(counter, { profile, until })
      const shift = hall.shifts.get(counter)
      if (shift) hall.shifts.set(counter, { ...shift, profile })
      return null
    }
    case 'counter:profile-reset': {
      hall.profiles.delete(event.counter)
      const shift = hall.shifts.get(event.counter)
      if (shift) hall.shifts.set(event.counter, { ...shift, profile: shift.ownProfile })
      return null
    }
    case 'assistance:asked':
      hall.assistance.set(event.kiosk, { since: event.at, coming: false })
      return null
    case 'assistance:answered':
      hall.assistance.set(event.kiosk, { ...known(hall.assistance.get(event.kiosk), event), coming: true })
      return null
    case 'assistance:cancelled':
      hall.assistance.delete(event.kiosk)
      return null
    case 'help:asked':
      hall.help.set(event.counter, { since: event.at, clerk: event.clerk, coming: null })
      return null
    case 'help:answered':
      hall.help.set(event.counter, { ...known(hall.help.get(event.counter), event), coming: event.clerk })
      return null
    case 'help:cancelled':
      hall.help.delete(event.counter)
      return null
    // Not a step that could be taken back, nor one after which the last cannot be.
    case 'ticket:summed-up':
      return known(hall.tickets.get(event.ticket) ?? servedLast(hall, event.ticket), event)
    default:
      return evolveTicket(hall, event)
  }
}

function evolveTicket(hall: Hall, event: TicketEvent): Ticket {
  const before = hall.tickets.get(event.ticket) ?? null
  const after = becomeTicket(before, event, hall.revision)

  const turnBefore = hall.turn
  const undone = event.type === 'step:undone' ? hall.steps.get(event.counter) : undefined
  if (event.type !== 'ticket:issued') forgetSteps(hall, event.ticket)
  if (event.type === 'ticket:issued') countIssue(hall, event)
  if (event.type === 'ticket:called') {
    countOvertakes(hall, event.overtaken, +1)
    if (event.reason.rule === 'ratio') hall.turn = event.reason.turn + 1
  }
  if (event.type === 'step:undone') {
    countOvertakes(hall, event.overtaken, -1)
    if (undone) putBack(hall, undone, event.counter)
  } else if (before) {
    keepStep(hall, event, before, after, turnBefore)
    if (isAtCounter(before) && !isAtCounter(after)) leaveFree(hall, before.counter, event.at)
  }
  if (event.type === 'ticket:called' || event.type === 'ticket:recalled') {
    hall.calls = { label: after.label, at: event.at, earlier: hall.calls }
  }

  if (isLiving(after)) hall.tickets.set(after.id, after)
  else hall.tickets.delete(after.id)
  return after
}

/** The wheel turns back unless somebody else has been called by it since. */
function putBack(hall: Hall, { freeSince, turn }: Step, counter: string): void {
  leaveFree(hall, counter, freeSince)
  if (hall.turn === turn.after) hall.turn = turn.before
}

function leaveFree(hall: Hall, counter: string, at: number): void {
  const shift = hall.shifts.get(counter)
  if (shift) hall.shifts.set(counter, { ...shift, freeSince: at })
}

function countIssue(hall: Hall, { series, number, service }: Extract<HallEvent, { type: 'ticket:issued' }>) {
  hall.numbers.set(series, Math.max(number, hall.numbers.get(series) ?? number))
  hall.issued.set(service, (hall.issued.get(service) ?? 0) + 1)
}

/** The day's open stretches, worked out once and not at each ticket. */
function dayOf(config: HallConfig, date: string): Day {
  const own = config.services.filter((service) => service.hours !== null)
  return {
    date,
    endsAt: startOfDay(dayAfter(date), config.timeZone),
    open: openIntervals(config.hours, date, config.timeZone),
    serviceOpen: new Map(own.map(({ id, hours }) => [id, openIntervals(hours!, date, config.timeZone)])),
  }
}

function known<T>(value: T | undefined, event: HallEvent): T {
  if (value === undefined) throw new Error(`The event ${event.type} does not fit the hall.`)
  return value
}
