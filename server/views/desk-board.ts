import type { DisplayView } from '#shared/protocol/views.ts'
import type { Counter, HallConfig } from '#shared/queue/config.ts'
import type { Hall } from '#shared/queue/hall.ts'

import { zoneName } from '../zone-name.ts'
import { counterState, takenAt } from './at-counter.ts'

/** Which of these counters serves what. */
export function deskBoard(
  hall: Hall,
  config: HallConfig,
  counters: readonly Counter[],
): DisplayView['desks'] {
  return counters.map((counter) => {
    const shift = hall.shifts.get(counter.id)
    return {
      counter: counter.label,
      zone: zoneName(config, counter.zone),
      direction: counter.direction,
      state: counterState(shift),
      services: takenAt(config, counter, shift).map(({ id }) => id),
    }
  })
}
