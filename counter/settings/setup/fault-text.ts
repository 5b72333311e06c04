import { staffMessages, type StaffTextKey, type StaffTranslate } from '#shared/messages/staff.ts'

/** What to do about a field; null if nothing is wrong with it. */
export function faultText(t: StaffTranslate, code: string | undefined): string | null {
  if (code === undefined) return null
  const key = `setup.fault.${code}`
  const isKnown = Object.hasOwn(staffMessages.lt, key)
  return t(isKnown ? (key as StaffTextKey) : 'setup.fault.setup/malformed')
}
