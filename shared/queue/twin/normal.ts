/** The standard normal distribution function, to about 1e-7 (Abramowitz and Stegun, 26.2.17). */
export function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail =
    0.3989422804 *
    Math.exp((-z * z) / 2) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return z >= 0 ? 1 - tail : tail
}

const centre = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
] as const
const centreBelow = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
] as const
const edge = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
] as const
const edgeBelow = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416] as const
const edgeFrom = 0.02425

/** Its inverse, to about 1e-9 relative (P. J. Acklam's rational approximation). */
export function normalQuantile(p: number): number {
  if (p <= 0) return -Infinity
  if (p >= 1) return Infinity
  if (p < edgeFrom) return atEdge(Math.sqrt(-2 * Math.log(p)))
  if (p > 1 - edgeFrom) return -atEdge(Math.sqrt(-2 * Math.log(1 - p)))
  const q = p - 0.5
  const r = q * q
  return (polynomial(centre, r) * q) / (polynomial(centreBelow, r) * r + 1)
}

function atEdge(q: number): number {
  return polynomial(edge, q) / (polynomial(edgeBelow, q) * q + 1)
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0
  for (const coefficient of coefficients) value = value * x + coefficient
  return value
}
