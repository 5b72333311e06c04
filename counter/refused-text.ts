import {
  staffErrorText,
  staffMessages,
  type StaffLanguage,
  type StaffTextKey,
  type StaffTranslate,
} from '#shared/messages/staff.ts'
import { clockTime } from '#shared/messages/time.ts'

import { rightName } from './right-name.ts'

interface Refused {
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
}

/** Why an order of a staff page was not carried out: `refused.CODE` among the staff's texts, else as on the wire. */
export function refusedText(t: StaffTranslate, { code, details }: Refused, language: StaffLanguage): string {
  const key = `refused.${code}`
  const { until, right } = details
  const isNameless = code === 'right/missing' && right === undefined
  if (isNameless || !Object.hasOwn(staffMessages.lt, key)) return staffErrorText(t, code)
  const values = {
    ...details,
    ...(typeof until === 'number' && { time: clockTime(until, language) }),
    ...(typeof right === 'string' && { right: rightName(t, right) }),
  }
  return t(key as StaffTextKey, values)
}
