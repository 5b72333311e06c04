import { levelsOf, type Place } from './place.ts'

/** On the scale of `scale.ts`: how far a range is moved out at each end, or in if negative. */
export interface Margins {
  readonly low: number
  readonly high: number
}

/** Shares of waits that are to fall below and above the range. */
export type Misses = Margins

/** How far a known wait lay outside the range of the quantiles, negative if inside. */
export interface Score extends Margins {
  readonly place: Place
}

/** Plain data, by the names of `levelsOf`. */
export interface Calibration {
  readonly margins: Record<string, Margins>
  /** Calibrating tickets a day. */
  readonly tickets: Record<string, number>
}

/** The scores that a wider level's margin weighs in a narrower one's. */
const weight = { line: 100, hall: 200 }

/**
 * Split conformal quantile regression (Romano, Patterson, Candès, NeurIPS 2019), each end by itself, for each service
 * and whether it found somebody waiting; few scores are led by those of their hall, and of all halls.
 */
export function calibrate(scores: readonly Score[], days: number, misses: Misses): Calibration {
  const groups = new Map<string, Score[]>()
  for (const score of scores) {
    for (const level of levelsOf(score.place)) {
      const group = groups.get(level)
      if (group) group.push(score)
      else groups.set(level, [score])
    }
  }
  const calibration: Calibration = { margins: {}, tickets: {} }
  const margins = (level: string, wider: Margins, weighs: number) => {
    const own = groups.get(level) ?? []
    const mean = (end: keyof Margins) => {
      if (own.length === 0) return wider[end]
      const value = conformalQuantile(
        Float64Array.from(own, (score) => score[end]),
        misses[end],
      )
      return (own.length * value + weighs * wider[end]) / (own.length + weighs)
    }
    calibration.tickets[level] = own.length / days
    return (calibration.margins[level] = { low: mean('low'), high: mean('high') })
  }
  for (const { place } of scores) {
    const [line, hall, all] = levelsOf(place)
    const widest = calibration.margins[all] ?? margins(all, { low: 0, high: 0 }, 0)
    const wider = calibration.margins[hall] ?? margins(hall, widest, weight.hall)
    if (!calibration.margins[line]) margins(line, wider, weight.line)
  }
  return calibration
}

/** The (1 - miss)(1 + 1/n) quantile: at most `miss` of exchangeable scores to come are above it. */
export function conformalQuantile(scores: Float64Array, miss: number): number {
  scores.sort()
  const rank = Math.ceil((1 - miss) * (scores.length + 1))
  return scores[Math.max(1, Math.min(scores.length, rank)) - 1]!
}

/** Of the narrowest level that was calibrated. */
export function calibratedMargins({ margins }: Calibration, place: Place): Margins {
  for (const level of levelsOf(place)) if (margins[level]) return margins[level]
  return { low: 0, high: 0 }
}
