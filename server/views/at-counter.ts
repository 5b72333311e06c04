import type { Counter, HallConfig, Service } from '#shared/queue/config.ts'
import type { Shift } from '#shared/queue/hall.ts'

export function counterState(shift: Shift | undefined): 'open' | 'paused' | 'closed' {
  if (!shift) return 'closed'
  return shift.pause ? 'paused' : 'open'
}

/**
 * What a visitor is served there, first choices first: by the profile of who sits there, else by the counter's own. What
 * gives no ticket is not taken anywhere.
 */
export function takenAt(config: HallConfig, counter: Counter, shift: Shift | undefined): Service[] {
  const profile = config.profiles.find(({ id }) => id === (shift?.profile ?? counter.profile))
  const taken = profile ? [...new Set([...profile.first, ...profile.fallback])] : []
  return taken.flatMap((one) => config.services.find(({ id, series }) => id === one && series !== null) ?? [])
}
