/** Waits are learned on a scale on which five minutes more matter less after an hour than at once. */
export function toScale(minutes: number): number {
  return Math.log1p(minutes)
}

export function toMinutes(value: number): number {
  return Math.max(0, Math.expm1(value))
}
