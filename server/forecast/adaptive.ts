import { calibratedMargins, type Calibration, type Margins, type Misses } from './conformal.ts'
import { levelsOf, type Place } from './place.ts'

/** What was learned since the calibration, by the names of `levelsOf`: added to the margins there. Plain data. */
export type Drift = Record<string, Margins>

export interface Outcome {
  readonly below: boolean
  readonly above: boolean
}

/** Of a service with 60 calibrating tickets a day, of a hall with 600. Fewer tickets: larger steps, to be there as soon. */
const step = 0.02
const usualTickets = [60, 600]

/**
 * The margins of a place now: calibrated, and adapted. Adaptive conformal inference (Gibbs, Candès, NeurIPS 2021) in the
 * form that moves the margin itself (Angelopoulos, Candès, Tibshirani, NeurIPS 2023): out by step x (1 - miss) for a wait
 * outside, in by step x miss for one inside, so that over time the share outside is `miss`, whatever the waits do.
 */
export function marginsNow(calibration: Calibration, drift: Drift, place: Place): Margins {
  const [line, hall] = levelsOf(place)
  const all = [calibratedMargins(calibration, place), drift[line], drift[hall]]
  const sum = (end: keyof Margins) => all.reduce((total, margins) => total + (margins?.[end] ?? 0), 0)
  return { low: sum('low'), high: sum('high') }
}

/** What is learned when a ticket is called: not before, since long waits are known last. */
export function adapted(
  calibration: Calibration,
  drift: Drift,
  place: Place,
  { below, above }: Outcome,
  misses: Misses,
): Drift {
  const next = { ...drift }
  usualTickets.forEach((usual, level) => {
    const name = levelsOf(place)[level]!
    const size = step * stepFactor(usual, calibration.tickets[name] ?? 0)
    const { low, high } = drift[name] ?? { low: 0, high: 0 }
    next[name] = {
      low: low + size * (Number(below) - misses.low),
      high: high + size * (Number(above) - misses.high),
    }
  })
  return next
}

function stepFactor(usual: number, tickets: number): number {
  return Math.max(0.5, Math.min(5, Math.sqrt(usual / Math.max(1, tickets))))
}
