import type { StaffTranslate } from '#shared/messages/staff.ts'
import { timer } from '#shared/messages/time.ts'
import type { DeskView } from '#shared/protocol/views.ts'

/** What happens with the visitor at the counter, and for how long already. */
export function visitorState(
  t: StaffTranslate,
  { state, paused, at, servedMs }: NonNullable<DeskView['visitor']>,
  now: number,
): string {
  if (state === 'called') return t('desk.here.called', { duration: timer(now - at) })
  const duration = timer(servedMs + (paused ? 0 : now - at))
  return t(paused ? 'desk.here.paused' : 'desk.here.serving', { duration })
}
