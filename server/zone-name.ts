import type { HallConfig, Text } from '#shared/queue/config.ts'

/** What a zone is called, in each language; nothing, if the hall has no such zone. */
export function zoneName(config: HallConfig, zone: string): Text {
  return config.zones.find(({ id }) => id === zone)?.name ?? {}
}
