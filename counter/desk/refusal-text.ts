import { staffErrorText, type StaffTranslate } from '#shared/messages/staff.ts'
import type { DeskView } from '#shared/protocol/views.ts'

import type { Refusal } from './desk.svelte.ts'

/** A refusal in the words of the desk: where the ticket is now, what to look at. */
export function refusalText(t: StaffTranslate, { code, details }: Refusal, view: DeskView | null): string {
  if (code === 'line/lost') return t('desk.lost')
  const counter = view?.counters.find(({ id }) => id === details.counter)?.label
  if (code === 'ticket/at-another-counter' && counter !== undefined) return t('desk.faster', { counter })
  return staffErrorText(t, code)
}
