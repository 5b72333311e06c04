import type { StaffTranslate } from '#shared/messages/staff.ts'
import type { DeskView } from '#shared/protocol/views.ts'

/** That the hall did not hear the call of a visitor; empty where it did, or has not yet. */
export function unheardText(t: StaffTranslate, visitor: DeskView['visitor']): string {
  if (visitor?.state !== 'called' || !visitor.announced) return ''
  const { state } = visitor.announced
  return state === 'blocked' || state === 'failed' ? t(`desk.heard.${state}`) : ''
}
