export const halfHours = 48

export function halfHourOf(minute: number): number {
  return Math.max(0, Math.min(halfHours - 1, Math.floor(minute / 30)))
}
