import type { DisplayView } from '#shared/protocol/views.ts'
import type { Counter, HallConfig } from '#shared/queue/config.ts'
import type { Hall, Shift } from '#shared/queue/hall.ts'

import { zoneName } from '../zone-name.ts'

type Desk = DisplayView['desks'][number]

/** Which of these counters serves what: by the profile of who sits there, else by the counter's own. */
export function deskBoard(hall: Hall, config: HallConfig, counters: readonly Counter[]): Desk[] {
  return counters.map((counter) => {
    const shift = hall.shifts.get(counter.id)
    const profileId = shift?.profile ?? counter.profile
    const profile = config.profiles.find(({ id }) => id === profileId)
    return {
      counter: counter.label,
      zone: zoneName(config, counter.zone),
      direction: counter.direction,
      state: stateOf(shift),
      services: profile ? [...new Set([...profile.first, ...profile.fallback])] : [],
    }
  })
}

function stateOf(shift: Shift | undefined): Desk['state'] {
  if (!shift) return 'closed'
  return shift.pause ? 'paused' : 'open'
}
