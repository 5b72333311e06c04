import type { PhoneView } from '#shared/protocol/views.ts'
import { aheadOf } from '#shared/queue/ahead.ts'
import type { HallConfig, Language } from '#shared/queue/config.ts'
import { relied, type Forecast } from '#shared/queue/forecast.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { lateness } from '#shared/queue/lateness.ts'
import { promised, type Promised } from '#shared/queue/promise.ts'
import { isAtCounter, type Ticket } from '#shared/queue/ticket.ts'

import { zoneName } from '../zone-name.ts'
import { hallFacts } from './hall-facts.ts'
import { visitorReason } from './visitor-reason.ts'

/** What the visitor of one ticket may know, while it lives and as it ended. */
export function phoneView(
  hall: Hall,
  config: HallConfig,
  ticket: Ticket,
  language: Language,
  forecast: Forecast | null,
  now: number,
): PhoneView {
  const service = config.services.find(({ id }) => id === ticket.service)
  return {
    audience: 'phone',
    hall: hallFacts(hall, config, now),
    ticket: ticket.id,
    label: ticket.label,
    service: service?.name ?? {},
    language,
    state: ticket.state,
    ahead: ticket.state === 'waiting' ? aheadOf(hall, ticket) : null,
    promised: stillToWait(ticket, forecast, now),
    late: ticket.state === 'waiting' ? lateness(hall, ticket, forecast, now) : null,
    counter: counterOf(config, ticket),
    calledAt: ticket.state === 'called' ? ticket.lastCallAt : null,
    reason: ticket.state === 'called' && ticket.reason ? visitorReason(ticket.reason) : null,
    until: ticket.state === 'missed' || ticket.state === 'parked' ? ticket.until : null,
    mayCancel: ticket.state === 'waiting' || ticket.state === 'called' || ticket.state === 'parked',
  }
}

function counterOf(config: HallConfig, ticket: Ticket): PhoneView['counter'] {
  const counter = isAtCounter(ticket) ? config.counters.find(({ id }) => id === ticket.counter) : undefined
  if (!counter) return null
  return { label: counter.label, zone: zoneName(config, counter.zone), direction: counter.direction }
}

function stillToWait({ id }: Ticket, forecast: Forecast | null, now: number): Promised | null {
  const expected = relied(forecast, now)?.tickets.get(id)
  if (!expected) return null
  return promised({ low: Math.max(0, expected.low - now), high: Math.max(0, expected.high - now) })
}
