import type { Counter, HallConfig } from '#shared/queue/config.ts'

import type { SpokenPlace } from './voice.ts'

/** A counter as far as it is said: with its zone, if the hall wants that. */
export function placeToSay({ zones, voice }: HallConfig, { label, zone }: Counter): SpokenPlace {
  const name = voice.saysZone ? zones.find(({ id }) => id === zone)?.name : undefined
  return { counter: label, ...(name && { zone: name }) }
}
