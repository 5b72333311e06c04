/** Sorts `values`; 0 if there are none. */
export function quantileOf(values: Float64Array, quantile: number): number {
  values.sort()
  return values[Math.min(values.length - 1, Math.floor(quantile * values.length))] ?? 0
}
