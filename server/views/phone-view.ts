import type { PhoneView } from '#shared/protocol/views.ts'
import { aheadOf } from '#shared/queue/ahead.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import { relied, type Forecast } from '#shared/queue/forecast.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { lateness } from '#shared/queue/lateness.ts'
import { promised, type Promised } from '#shared/queue/promise.ts'
import { isAtCounter, isLiving, type Ticket } from '#shared/queue/ticket.ts'

import { noticeState, type Notice } from '../notices.ts'
import type { Visit } from '../visit-details.ts'
import { zoneName } from '../zone-name.ts'
import { hallFacts } from './hall-facts.ts'
import { visitorReason } from './visitor-reason.ts'

/** What a phone knows of a visit. */
export type PhoneVisit = Pick<Visit, 'language' | 'summary'>

/** What the visitor of one ticket may know, while it lives and as it ended. */
export function phoneView(
  hall: Hall,
  config: HallConfig,
  ticket: Ticket,
  { language, summary }: PhoneVisit,
  told: { readonly forecast: Forecast | null; readonly notices: readonly Notice[] },
  now: number,
): PhoneView {
  const { forecast, notices } = told
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
    message: isLiving(ticket) ? messageOf(notices, now) : null,
    until: ticket.state === 'missed' || ticket.state === 'parked' ? ticket.until : null,
    summary,
    mayCancel: ticket.state === 'waiting' || ticket.state === 'called' || ticket.state === 'parked',
  }
}

/** The newest of those that are meant for phones. */
function messageOf(notices: readonly Notice[], now: number): PhoneView['message'] {
  const shown = notices.filter((notice) => notice.toPhones && noticeState(notice, now) === 'shown')
  return shown.at(-1)?.title ?? null
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
