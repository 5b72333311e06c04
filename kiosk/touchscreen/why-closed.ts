import type { TextKey } from '#shared/messages/text.ts'

import type { Group, KioskService } from './choices.ts'

/** What a visitor is told of a service that gives no number now, and what to do instead. */
export const whyClosed = {
  'service/no-ticket': { title: 'kiosk.noTicket', next: 'kiosk.noTicket.help' },
  'hall/closed': { title: 'kiosk.closed.now', next: 'kiosk.next.other' },
  'day/not-open': { title: 'kiosk.closed.now', next: 'kiosk.next.other' },
  'service/closed': { title: 'kiosk.service.closed', next: 'kiosk.next.other' },
  'service/paused': { title: 'kiosk.service.paused', next: 'kiosk.next.other' },
  'service/cut-off': { title: 'kiosk.service.cutOff', next: 'kiosk.next.another-day' },
  'service/full': { title: 'kiosk.service.full', next: 'kiosk.next.another-day' },
} as const satisfies Record<NonNullable<KioskService['closed']>, { title: TextKey; next: TextKey }>

/** What to do instead; `others` still give numbers today. */
export function nextStep(closed: NonNullable<KioskService['closed']>, others: boolean): TextKey {
  const { next } = whyClosed[closed]
  return others && next === 'kiosk.next.another-day' ? 'kiosk.next.other-or-day' : next
}

/** Why no number can be had in a whole group; null as long as one of its services gives any. */
export function whyGroupClosed({ services }: Group): KioskService['closed'] {
  const reasons = new Set(services.map(({ closed }) => closed))
  if (reasons.has(null)) return null
  // Something of use is behind the row all the same.
  if (reasons.has('service/no-ticket')) return 'service/no-ticket'
  const [reason = 'service/closed', ...others] = reasons
  return others.length === 0 ? reason : 'service/closed'
}
