import type { CommandOf } from './command.ts'
import type { HallConfig } from './config.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import type { HallEvent } from './event.ts'
import type { Hall } from './hall.ts'
import { refuse } from './refusal.ts'
import type { LivingTicket } from './ticket.ts'

export function openDay(hall: Hall, { date }: CommandOf<'day:open'>, context: Context): Decision {
  if (!hall.config) return refuse('hall/not-configured')
  if (hall.day) return refuse('day/already-open', { date: hall.day.date })
  return accept([happened(context, 'day:opened', { date, config: hall.config })])
}

/** The end of a day: a visitor still at a counter was served, whoever else is there expires, every counter closes. */
export function closeDay(hall: Hall, { date }: CommandOf<'day:close'>, context: Context): Decision {
  if (hall.day?.date !== date) return refuse('day/not-open')
  const events: HallEvent[] = []
  for (const ticket of hall.tickets.values()) {
    events.push(lastEvent(ticket, context))
  }
  for (const counter of hall.shifts.keys())
    events.push(happened(context, 'shift:closed', { counter, why: 'day' }))
  events.push(happened(context, 'day:closed', { date }))
  return accept(events)
}

function lastEvent(living: LivingTicket, context: Context): HallEvent {
  const ticket = living.id
  if (living.state === 'serving')
    return happened(context, 'ticket:finished', { ticket, result: 'done', quantity: 1 })
  const isOver = living.state === 'missed' && living.until <= context.now
  return happened(context, isOver ? 'ticket:lapsed' : 'ticket:expired', { ticket })
}

/** A new configuration takes the place of the old one at once, unless somebody stands on what it lacks. */
export function configure(hall: Hall, { config }: CommandOf<'hall:configure'>, context: Context): Decision {
  const what = stillNeeded(hall, config)
  if (what !== null) return refuse('hall/in-use', { what })
  return accept([happened(context, 'hall:configured', { config })])
}

function stillNeeded(hall: Hall, config: HallConfig): string | null {
  const lacks = (list: readonly { readonly id: string }[], id: string) => !list.some((item) => item.id === id)
  for (const { service, series, label, bound } of hall.tickets.values()) {
    if (lacks(config.services, service)) return `service ${service} (ticket ${label})`
    if (lacks(config.series, series)) return `series ${series} (ticket ${label})`
    const sentTo = bound && 'counter' in bound ? bound.counter : null
    if (sentTo !== null && lacks(config.counters, sentTo)) return `counter ${sentTo} (ticket ${label})`
  }
  for (const { counter, ownProfile: profile } of hall.shifts.values()) {
    if (lacks(config.counters, counter)) return `counter ${counter}`
    if (profile !== null && lacks(config.profiles, profile)) return `profile ${profile} (counter ${counter})`
  }
  for (const [counter, { profile }] of hall.profiles) {
    if (lacks(config.counters, counter)) return `counter ${counter}`
    if (lacks(config.profiles, profile)) return `profile ${profile} (counter ${counter})`
  }
  return null
}
