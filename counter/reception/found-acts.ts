import type { FoundTicket } from '#shared/protocol/found-tickets.ts'

export type Act = 'change' | 'move' | 'put-back' | 'report' | 'restore' | 'print' | 'code' | 'cancel'

/** By state, in the order in which they are offered. Who is at a counter is in the hands of its clerk. */
const acts: Readonly<Record<FoundTicket['state'], readonly Act[]>> = {
  waiting: ['change', 'move', 'print', 'code', 'cancel'],
  called: ['print', 'code', 'cancel'],
  serving: ['print', 'code'],
  parked: ['put-back', 'print', 'code', 'cancel'],
  missed: ['report', 'print', 'code'],
  served: ['restore'],
  'no-show': ['restore'],
  cancelled: ['restore'],
  expired: [],
}
const rightFor: Readonly<Record<Act, string>> = {
  change: 'ticket:change',
  move: 'ticket:change',
  'put-back': 'ticket:change',
  report: 'ticket:report',
  restore: 'ticket:restore',
  print: 'ticket:print',
  code: 'ticket:print',
  cancel: 'ticket:cancel',
}

/** What somebody with these rights can do with a ticket; paper only where a kiosk has a printer. */
export function actsOf(
  { state }: Pick<FoundTicket, 'state'>,
  may: (right: string) => boolean,
  hasPrinter: boolean,
): Act[] {
  return acts[state].filter((act) => may(rightFor[act]) && (act !== 'print' || hasPrinter))
}
