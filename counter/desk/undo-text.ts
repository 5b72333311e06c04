import type { StaffTranslate } from '#shared/messages/staff.ts'
import type { DeskView } from '#shared/protocol/views.ts'

/** Which step would be undone, and of which number. */
export function undoText(t: StaffTranslate, undo: DeskView['undo']): string {
  if (!undo) return t('desk.undo.nothing')
  return t('desk.undo.what', { step: t(`step.${undo.step}` as 'step.ticket:called'), number: undo.label })
}
