import type { Dice } from '#tests/demo/dice.ts'
import { minute, type HallModel } from './reference-hall.ts'

/** Who comes, with all their luck, so that every rule meets the same people. Times are ms after opening. */
export interface Visitor {
  readonly service: string
  readonly class: 'ordinary' | 'priority' | 'appointment'
  /** When they take a ticket or check in. */
  readonly joinsAt: number
  /** An appointment's time. */
  readonly slot: number | null
  /** How long serving takes at a counter of speed 1, ms. */
  readonly servingMs: number
  /** Whether they do not come to the first call, and how long after it they report back; null means never. */
  readonly misses: { readonly returnsAfterMs: number | null } | null
}

/**
 * A day at a hall, in the order of joining. Doors close for new tickets at the end; who is inside is served. `luck` is the
 * standard normal number that says how busy the day is.
 */
export function dayOf(hall: HallModel, dice: Dice, luck = normal(dice.of('day'))): Visitor[] {
  const factor = Math.exp(hall.dayLogSd * luck - hall.dayLogSd ** 2 / 2)
  const visitors = [
    ...walkIns(hall, factor, dice.of('walk-ins')),
    ...appointments(hall, dice.of('appointments')),
  ]
  return visitors.sort((a, b) => a.joinsAt - b.joinsAt)
}

/** In each half hour a Poisson process of its own rate. */
function walkIns(hall: HallModel, factor: number, dice: Dice): Visitor[] {
  const visitors: Visitor[] = []
  const total = hall.walkIns.reduce((sum, one) => sum + one, 0)
  const aDay = hall.customersPerDay * (1 - hall.appointments.share) * factor
  const periodMs = (hall.openMinutes * minute) / hall.walkIns.length
  hall.walkIns.forEach((part, period) => {
    const meanGap = (periodMs * total) / (aDay * part)
    let at = dice.exponential(meanGap)
    for (; at < periodMs; at += dice.exponential(meanGap)) {
      const isPriority = dice.chance(hall.priority.share / (1 - hall.appointments.share))
      visitors.push({
        ...chances(hall, dice),
        class: isPriority ? 'priority' : 'ordinary',
        joinsAt: Math.floor(period * periodMs + at),
        slot: null,
      })
    }
  })
  return visitors
}

/** As many every day, spread evenly over the slots. */
function appointments(hall: HallModel, dice: Dice): Visitor[] {
  const { share, slotMinutes, lastSlot, mean, sd, earliest, latest } = hall.appointments
  const count = Math.round(hall.customersPerDay * share)
  const slots = lastSlot / slotMinutes + 1
  return Array.from({ length: count }, (_, index) => {
    const slot = Math.floor((index * slots) / count) * slotMinutes
    const apart = Math.min(latest, Math.max(earliest, mean + sd * normal(dice)))
    return {
      ...chances(hall, dice),
      class: 'appointment',
      joinsAt: Math.floor((slot + apart) * minute),
      slot: slot * minute,
    }
  })
}

function chances(hall: HallModel, dice: Dice): Pick<Visitor, 'service' | 'servingMs' | 'misses'> {
  const { id, meanMinutes, cv } = dice.pick(hall.services, ({ share }) => share)
  const servingMs = Math.round(dice.lognormal(meanMinutes, cv) * minute)
  if (!dice.chance(hall.noShow.probability)) return { service: id, servingMs, misses: null }
  const isBack = dice.chance(hall.noShow.returning)
  const returnsAfterMs = isBack ? Math.round(dice.exponential(hall.noShow.returnMinutes) * minute) : null
  return { service: id, servingMs, misses: { returnsAfterMs } }
}

/** The logarithm of a lognormal number, here one of variance 1. */
function normal(dice: Dice): number {
  return Math.log(dice.lognormal(1, Math.sqrt(Math.E - 1))) + 0.5
}
