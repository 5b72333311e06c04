import type { Binding, KeptFor, Place, ServingResult, Ticket, TicketFacts } from '#shared/queue/ticket.ts'

import { classWords, clockTime, length } from './hall-words.ts'
import { counterLabel } from './past-call.ts'
import type { Moment } from './past-day.ts'

/** What an event other than a call did to its ticket, which is as the event left it. No clerk is named. */
export function stepInWords({ event, hall }: Moment, ticket: Ticket, timeZone: string): string {
  switch (event.type) {
    case 'ticket:issued':
      return `joined: ${whatFor(ticket, timeZone)}`
    case 'ticket:restored':
      return `restored ${places[event.place]}: ${whatFor(ticket, timeZone)}`
    case 'ticket:recalled':
      return 'called again'
    case 'ticket:started':
      return 'came to the counter'
    case 'ticket:paused':
      return 'the service was paused'
    case 'ticket:resumed':
      return 'the service went on'
    case 'ticket:missed':
      return `did not come, may report until ${clockTime(event.until, timeZone)}`
    case 'ticket:reported':
      return `reported, ${places[event.place]}`
    case 'ticket:returned':
      return event.by.kind === 'clock'
        ? `put aside long enough, ${places[event.place]}`
        : `put back, ${places[event.place]}`
    case 'ticket:transferred':
      return `sent on${event.place === 'end' ? `, ${places.end}` : ''}: ${event.service}${boundTo(event.bound)}`
    case 'ticket:parked':
      return `put aside for ${keepers[event.keptFor]} until ${clockTime(event.until, timeZone)}`
    case 'ticket:taken-up':
      return `taken up again at counter ${counterLabel(hall, event.counter)}`
    case 'ticket:moved-on':
      return `went on to its next service: ${event.service}`
    case 'ticket:changed':
      return `changed: ${event.service}, ${classWords[event.class]}`
    case 'ticket:bound':
      return event.bound === null ? 'waits for any counter again' : `waits${boundTo(event.bound)}`
    case 'ticket:summed-up':
      return 'the visit was summed up'
    case 'ticket:finished':
      return `${resultWords[event.result]}, ${length(ticket.servedMs)} at the counter${times(event.quantity)}`
    case 'ticket:cancelled':
      return 'cancelled'
    case 'ticket:lapsed':
      return 'no-show: did not report in time'
    case 'ticket:expired':
      return 'expired with the day'
    case 'step:undone':
      return `the last step was taken back: ${ticket.state} again`
    default:
      return event.type
  }

  function boundTo(bound: Binding): string {
    if (bound === null) return ''
    return 'clerk' in bound
      ? ', for one clerk only'
      : `, for counter ${counterLabel(hall, bound.counter)} only`
  }
}

const resultWords: { readonly [R in ServingResult]: string } = {
  done: 'served',
  'papers-missing': 'not done, papers are missing',
  'come-another-time': 'asked to come another time',
  left: 'left before the end',
}

function times(quantity: number): string {
  return quantity === 1 ? '' : `, ${quantity} of the service`
}

const places: { readonly [P in Place]: string } = { own: 'at its old place', end: 'at the end of the queue' }

const keepers: { readonly [K in KeptFor]: string } = {
  clerk: 'the same clerk',
  counter: 'the same counter',
  anyone: 'any counter',
}

function whatFor({ service, class: ofClass, slot }: TicketFacts, timeZone: string): string {
  const time = slot === null ? '' : ` for ${clockTime(slot, timeZone)}`
  return `${service}, ${classWords[ofClass]}${time}`
}
