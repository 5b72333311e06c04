import { staffErrorText, type StaffLanguage, type StaffTranslate } from '#shared/messages/staff.ts'
import { longDay } from '#shared/messages/time.ts'
import type { DeskView } from '#shared/protocol/views.ts'

import { rightName } from '../right-name.ts'
import type { Refusal } from './desk.svelte.ts'

/** A refusal in the words of the desk: where the ticket is now, what to look at. */
export function refusalText(
  { t, language }: { readonly t: StaffTranslate; readonly language: StaffLanguage },
  { code, details }: Refusal,
  view: DeskView | null,
): string {
  if (code === 'line/lost') return t('desk.lost')
  if (code === 'right/missing' && details.right !== undefined)
    return t('refused.right/missing', { right: rightName(t, String(details.right)) })
  const counter = view?.counters.find(({ id }) => id === details.counter)?.label
  if (code === 'ticket/at-another-counter' && counter !== undefined) return t('desk.faster', { counter })
  if (code === 'ticket/recalled-too-soon' && details.seconds !== undefined)
    return t('desk.recall.soon', { seconds: details.seconds })
  if (code === 'appointment/another-day' && details.date !== undefined)
    return t('desk.anotherDay', { day: longDay(Date.parse(`${details.date}T12:00Z`), language, 'UTC') })
  return staffErrorText(t, code)
}
