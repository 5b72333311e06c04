import { startOfDay } from '#shared/queue/calendar.ts'
import type { HallConfig } from '#shared/queue/config.ts'

import type { Happened } from '../projection.ts'
import { placeOf } from './examples.ts'
import { featuresOf } from './features.ts'
import { History } from './history.ts'
import { dayFacts, nothingSeen } from './own-days.ts'
import type { PastDay } from './past-day.ts'
import type { Place } from './place.ts'
import { QueuePast } from './queue-past.ts'

const minute = 60_000

/** What the learned part knows of a hall's day so far, from its events. */
export interface OwnPast {
  readonly happened: (happened: Happened) => void
  /** Of a ticket for a service that would be issued at a moment, epoch ms. */
  readonly at: (service: string, now: number) => { readonly place: Place; readonly features: Float64Array }
}

/** `days` are those before the date, and of that date so far. */
export function ownPast(hallId: string, config: HallConfig, date: string, days: readonly PastDay[]): OwnPast {
  const history = new History()
  for (const day of days) if (day.date < date) history.add(day)
  const past = new QueuePast(dayFacts(config, date), history.usual(hallId))
  const midnight = startOfDay(date, config.timeZone)
  const waiting = new Map<string, string>()

  function called(id: string, at: number): void {
    const service = waiting.get(id)
    if (service !== undefined) past.called(service, id, at)
    waiting.delete(id)
  }

  for (const { tickets } of days.filter((day) => day.date === date)) {
    for (const { ticket, service, issued } of tickets) {
      past.issued(service, ticket, issued)
      waiting.set(ticket, service)
    }
    const calls = tickets.filter((ticket) => ticket.called !== null).sort((a, b) => a.called! - b.called!)
    for (const one of calls) called(one.ticket, one.called!)
  }

  return {
    happened({ event, ticket }) {
      if (!ticket) return
      const at = (event.at - midnight) / minute
      if (event.type === 'ticket:issued') {
        past.issued(event.service, ticket.id, at)
        waiting.set(ticket.id, event.service)
      } else if (event.type === 'ticket:called') called(ticket.id, at)
      else if (waiting.has(ticket.id) && ticket.state !== 'waiting') {
        past.left(waiting.get(ticket.id)!, ticket.id)
        waiting.delete(ticket.id)
      }
    },
    at(service, now) {
      const features = featuresOf(past, service, (now - midnight) / minute, nothingSeen)
      return { place: placeOf(past, hallId, service, nothingSeen), features }
    },
  }
}
