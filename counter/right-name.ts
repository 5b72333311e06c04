import { staffMessages, type StaffTextKey, type StaffTranslate } from '#shared/messages/staff.ts'

/** A right as staff know it, by its code; of one that a newer server knows, the code. */
export function rightName(t: StaffTranslate, right: string): string {
  const key = `right.${right}`
  return Object.hasOwn(staffMessages.lt, key) ? t(key as StaffTextKey) : right
}
