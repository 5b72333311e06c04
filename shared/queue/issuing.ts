import { isWithin } from './calendar.ts'
import type { CommandOf } from './command.ts'
import type { Service } from './config.ts'
import { accept, happened, type Context, type Decision } from './decision.ts'
import type { Hall } from './hall.ts'
import { labelOf, nextNumber } from './number-series.ts'
import { refuse, type Refusal } from './refusal.ts'
import { findService } from './seat.ts'

export function issue(hall: Hall, command: CommandOf<'ticket:issue'>, context: Context): Decision {
  const service = findService(hall, command.service)
  if (!service) return refuse('service/unknown')
  const closed = whyNotIssued(hall, service, context.now)
  if (closed) return closed

  const series = hall.config!.series.find(({ id }) => id === service.series)
  const number = series ? nextNumber(hall, series, context.now) : null
  if (!series || number === null) return refuse('series/exhausted')

  const ticket = context.newId()
  const label = labelOf(series, number)
  const issued = happened(context, 'ticket:issued', {
    ticket,
    visit: context.newId(),
    label,
    series: series.id,
    number,
    service: service.id,
    class: command.class,
  })
  return accept([issued], { ticket, label })
}

export type WhyNotIssued =
  'service/no-ticket' | 'day/not-open' | 'hall/closed' | 'service/closed' | 'service/paused' | 'service/full'

/** Why a service gives no ticket now, or null if it does. The kiosk shows the same beforehand. */
export function whyNotIssued(hall: Hall, service: Service, now: number): Refusal<WhyNotIssued> | null {
  if (service.series === null) return refuse('service/no-ticket')
  if (!hall.day) return refuse('day/not-open')
  if (!isWithin(hall.day.open, now)) return refuse('hall/closed')
  const own = hall.day.serviceOpen.get(service.id)
  if (own && !isWithin(own, now)) return refuse('service/closed')
  const reason = hall.paused.get(service.id)
  if (reason) return refuse('service/paused', { reason })
  const given = hall.issued.get(service.id) ?? 0
  if (service.dailyLimit !== null && given >= service.dailyLimit) return refuse('service/full')
  return null
}
