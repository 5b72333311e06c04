import type { FoundTicket } from '#shared/protocol/found-tickets.ts'

export type Act =
  | 'change'
  | 'move'
  | 'put-back'
  | 'report'
  | 'restore'
  | 'finish'
  | 'miss'
  | 'return'
  | 'transfer'
  | 'print'
  | 'code'
  | 'cancel'

/**
 * By state, in the order in which they are offered. Who is at a counter is in the hands of its clerk, and of those who
 * may act for others.
 */
const acts: Readonly<Record<FoundTicket['state'], readonly Act[]>> = {
  waiting: ['change', 'move', 'print', 'code', 'cancel'],
  called: ['miss', 'return', 'transfer', 'print', 'code', 'cancel'],
  serving: ['finish', 'return', 'transfer', 'print', 'code'],
  parked: ['put-back', 'print', 'code', 'cancel'],
  missed: ['report', 'print', 'code'],
  served: ['restore'],
  'no-show': ['restore'],
  cancelled: ['restore'],
  expired: [],
}
const forOthers = ['ticket:serve', 'ticket:act-for-others']
const rightsFor: Readonly<Record<Act, readonly string[]>> = {
  change: ['ticket:change'],
  move: ['ticket:change'],
  'put-back': ['ticket:change'],
  report: ['ticket:report'],
  restore: ['ticket:restore'],
  finish: forOthers,
  miss: forOthers,
  return: forOthers,
  transfer: forOthers,
  print: ['ticket:print'],
  code: ['ticket:print'],
  cancel: ['ticket:cancel'],
}

/** What somebody with these rights can do with a ticket; paper only where a kiosk has a printer. */
export function actsOf(
  { state }: Pick<FoundTicket, 'state'>,
  may: (right: string) => boolean,
  hasPrinter: boolean,
): Act[] {
  return acts[state].filter((act) => rightsFor[act].every(may) && (act !== 'print' || hasPrinter))
}
