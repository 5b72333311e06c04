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
import { walkDay } from './walk-day.ts'

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

  function left(id: string): void {
    const service = waiting.get(id)
    if (service !== undefined) past.left(service, id)
    waiting.delete(id)
  }

  for (const day of days.filter((one) => one.date === date)) {
    walkDay(day, {
      issued({ service, ticket, issued }) {
        past.issued(service, ticket, issued)
        waiting.set(ticket, service)
      },
      called: ({ ticket }, at) => called(ticket, at),
      left: ({ ticket }) => left(ticket),
    })
  }

  return {
    happened({ event, ticket }) {
      if (!ticket) return
      const at = (event.at - midnight) / minute
      if (event.type === 'ticket:issued') {
        past.issued(event.service, ticket.id, at)
        waiting.set(ticket.id, event.service)
      } else if (event.type === 'ticket:called') called(ticket.id, at)
      else if (ticket.state !== 'waiting') left(ticket.id)
    },
    at(service, now) {
      const features = featuresOf(past, service, (now - midnight) / minute, nothingSeen)
      return { place: placeOf(past, hallId, service, nothingSeen), features }
    },
  }
}
