import type { StaffTranslate } from '#shared/messages/staff.ts'

export const pauseReasons = ['break', 'lunch', 'meeting', 'other'] as const

/** A reason in words; one that another release wrote is shown as it is. */
export function pauseText(t: StaffTranslate, reason: string): string {
  const known = pauseReasons.find((one) => one === reason)
  return known ? t(`pause.${known}`) : reason
}
