import type { DisplayView } from '#shared/protocol/views.ts'
import type { HallConfig } from '#shared/queue/config.ts'

/** What the hall aims at and lets its visitors count on, for the services that a display tells of. */
export function standardFacts(
  { services, rules }: HallConfig,
  told: (service: string) => boolean,
): DisplayView['standard'] {
  const { recalls, reportMinutes } = rules
  return {
    targets: services
      .filter(({ id, series }) => series !== null && told(id))
      .map(({ id, targetMinutes }) => ({ service: id, minutes: targetMinutes })),
    recalls,
    reportMinutes,
  }
}
