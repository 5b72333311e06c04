import { isWithin, nextOpening } from '#shared/queue/calendar.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import type { Hall } from '#shared/queue/hall.ts'

/** What every audience knows of the hall. */
export function hallFacts(hall: Hall, config: HallConfig, now: number) {
  const open = hall.day !== null && isWithin(hall.day.open, now)
  return {
    name: config.name,
    timeZone: config.timeZone,
    languages: [...config.languages],
    open,
    brand: { colour: config.brand.colour, logo: config.brand.logo !== null },
    opensAt: open ? null : nextOpening(config.hours, now, config.timeZone),
  }
}
