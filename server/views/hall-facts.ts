import { createHash } from 'node:crypto'

import { isWithin, nextOpening } from '#shared/queue/calendar.ts'
import type { Brand, HallConfig } from '#shared/queue/config.ts'
import type { Hall } from '#shared/queue/hall.ts'

/** A logo is long and views are many: worked out once for each configuration. */
const logoHashes = new WeakMap<Brand, string>()

/** What every audience knows of the hall. */
export function hallFacts(hall: Hall, config: HallConfig, now: number) {
  const open = hall.day !== null && isWithin(hall.day.open, now)
  return {
    name: config.name,
    timeZone: config.timeZone,
    languages: [...config.languages],
    open,
    brand: brandFacts(config.brand),
    opensAt: open ? null : nextOpening(config.hours, now, config.timeZone),
  }
}

/** The hall's colour, and which logo is at /api/brand/logo. */
export function brandFacts(brand: Brand) {
  return { colour: brand.colour, logo: logoHash(brand) }
}

function logoHash(brand: Brand): string | null {
  if (brand.logo === null) return null
  const known = logoHashes.get(brand)
  if (known !== undefined) return known
  const hash = createHash('sha256').update(brand.logo).digest('base64url').slice(0, 12)
  logoHashes.set(brand, hash)
  return hash
}
