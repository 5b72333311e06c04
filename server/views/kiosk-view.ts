import type { KioskView } from '#shared/protocol/views.ts'
import { waitingByService } from '#shared/queue/ahead.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import { lastTickets } from '#shared/queue/cut-off.ts'
import { relied, type Forecast } from '#shared/queue/forecast.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { whyNotIssued } from '#shared/queue/issuing.ts'

import { hallFacts } from './hall-facts.ts'

/** What a visitor at one kiosk chooses from. */
export function kioskView(
  hall: Hall,
  config: HallConfig,
  kiosk: string,
  forecast: Forecast | null,
  now: number,
): KioskView {
  const assistance = hall.assistance.get(kiosk)
  const waiting = waitingByService(hall)
  return {
    audience: 'kiosk',
    hall: { ...hallFacts(hall, config, now), welcome: config.texts.welcome },
    groups: config.groups.map(({ id, name }) => ({ id, name })),
    services: config.services.map((service) => ({
      id: service.id,
      group: service.group,
      name: service.name,
      help: service.help,
      waiting: waiting.get(service.id) ?? 0,
      closed: whyNotIssued(hall, service, forecast, now)?.code ?? null,
      paused: hall.paused.get(service.id)?.reason ?? null,
      promised: relied(forecast, now)?.services.get(service.id)?.promised ?? null,
      lastTickets: lastTickets(hall, service, forecast, now),
    })),
    assistance: assistance ? (assistance.coming ? 'coming' : 'asked') : null,
  }
}
