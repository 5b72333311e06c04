import type { OrderFacts } from '#shared/protocol/order-facts.ts'
import { localDate } from '#shared/queue/calendar.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import { speakersOf } from '#shared/queue/waiting.ts'

import { brandFacts } from './hall-facts.ts'

/** How a hall decides whose turn it is, as it is set: nothing of who waits. */
export function orderFactsOf(config: HallConfig, now: number): OrderFacts {
  const { name, timeZone, languages, order, rules } = config
  return {
    hall: { name, timeZone, languages: [...languages], brand: brandFacts(config.brand) },
    on: localDate(now, timeZone),
    order,
    services: config.services
      .filter(({ series }) => series !== null)
      .map(({ id, name, targetMinutes }) => ({ id, name, targetMinutes })),
    hasFallback: config.profiles.some(({ fallback }) => fallback.length > 0),
    hasSpeakers: languages.some((language) => speakersOf(config, language) !== null),
    recalls: rules.recalls,
    reportMinutes: rules.reportMinutes,
  }
}
