import type { StaffTextKey } from '#shared/messages/staff.ts'
import type { ReceptionView } from '#shared/protocol/views.ts'

/** Why a service gives no ticket now. */
type Closed = NonNullable<ReceptionView['services'][number]['closed']>

/** The same in words. */
export const whyClosed = {
  'service/no-ticket': 'kiosk.service.closed',
  'hall/closed': 'display.hallClosed',
  'day/not-open': 'display.hallClosed',
  'service/closed': 'kiosk.service.closed',
  'service/paused': 'kiosk.service.paused',
  'service/full': 'reception.full',
  'service/cut-off': 'kiosk.service.cutOff',
} as const satisfies Record<Closed, StaffTextKey>
