import { normalCdf, normalQuantile } from './normal.ts'
import type { Random } from './random.ts'

/** How long a visit takes: lognormal, with mean and standard deviation of its logarithm (of ms). */
export interface ServiceLaw {
  readonly logMean: number
  readonly logSd: number
}

/** The law with a mean (ms) and a coefficient of variation. */
export function lawOf(mean: number, cv: number): ServiceLaw {
  const variance = Math.log(1 + cv * cv)
  return { logMean: Math.log(mean) - variance / 2, logSd: Math.sqrt(variance) }
}

export function drawService({ logMean, logSd }: ServiceLaw, random: Random): number {
  return Math.exp(logMean + logSd * normalQuantile(open(random)))
}

/** What is left, ms, of a visit that has lasted so long. */
export function drawRest(law: ServiceLaw, elapsed: number, random: Random): number {
  if (elapsed <= 0) return drawService(law, random)
  const { logMean, logSd } = law
  const over = normalCdf((Math.log(elapsed) - logMean) / logSd)
  // So much longer than any before that the law says nothing more: as long again, on average.
  if (over > 0.9995) return elapsed * -Math.log(open(random))
  return Math.max(0, Math.exp(logMean + logSd * normalQuantile(over + (1 - over) * open(random))) - elapsed)
}

/** In (0, 1): a law has no value at its ends. */
function open(random: Random): number {
  return Math.min(Math.max(random(), 1e-9), 1 - 1e-9)
}
