import type { StaffTranslate } from '#shared/messages/staff.ts'
import { timer } from '#shared/messages/time.ts'
import type { DeskView } from '#shared/protocol/views.ts'

type Visitor = NonNullable<DeskView['visitor']>

/** What happens with the visitor at the counter, and for how long already. */
export function visitorState(
  t: StaffTranslate,
  { state, paused, at, servedMs }: Visitor,
  now: number,
): string {
  if (state === 'called') return t('desk.here.called', { duration: timer(now - at) })
  const duration = timer(servedMs + (paused ? 0 : now - at))
  return t(paused ? 'desk.here.paused' : 'desk.here.serving', { duration })
}

/** The same without what changes every second. */
export function visitorStateName(t: StaffTranslate, { state, paused }: Visitor): string {
  return t(`desk.here.${paused ? 'paused' : state}`, { duration: '' }).trim()
}
