import type { StaffTranslate } from '#shared/messages/staff.ts'
import type { DeskView } from '#shared/protocol/views.ts'

/** How many wait whom the next call of a desk may bring. */
export function waitingText(t: StaffTranslate, { waitingForMe }: Pick<DeskView, 'waitingForMe'>): string {
  return waitingForMe > 0 ? t('people.waiting', { count: waitingForMe }) : t('desk.waiting.nobodyForYou')
}
