import type { TextKey } from '#shared/messages/text.ts'

import type { KioskService } from './choices.ts'

/** What a visitor is told of a service that gives no number now, and what to do instead. */
export const whyClosed = {
  'service/no-ticket': { title: 'kiosk.noTicket', next: 'kiosk.noTicket.help' },
  'hall/closed': { title: 'kiosk.closed.now', next: 'kiosk.next.other' },
  'day/not-open': { title: 'kiosk.closed.now', next: 'kiosk.next.other' },
  'service/closed': { title: 'kiosk.service.closed', next: 'kiosk.next.other' },
  'service/paused': { title: 'kiosk.service.paused', next: 'kiosk.next.other' },
  'service/full': { title: 'kiosk.service.full', next: 'kiosk.next.another-day' },
} as const satisfies Record<NonNullable<KioskService['closed']>, { title: TextKey; next: TextKey }>
