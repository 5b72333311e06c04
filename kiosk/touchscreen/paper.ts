import type { DownFields } from '#shared/protocol/down.ts'

export type PrintOutcome = DownFields<'ticket:printed'>['outcome']
export type PrinterState = DownFields<'printer:changed'>['state']

/** What the visitor can expect of the slot: `take` it, or remember the number, for one of three reasons. */
export type Paper = 'printing' | 'take' | 'failed' | 'no-paper' | 'no-printer'

const cannotPrint: readonly PrinterState[] = ['offline', 'paper-out', 'cover-open', 'error']

/** Whether the printer is known to print nothing. One that cannot be asked is trusted. */
export function isOutOfOrder(printer: PrinterState): boolean {
  return cannotPrint.includes(printer)
}

/** What becomes of a ticket's paper; `outcome` is null as long as nothing has been heard of it. */
export function paperOf(outcome: PrintOutcome | null, printer: PrinterState): Paper {
  // The last sheet may come out whole and leave the printer empty: its own outcome counts.
  if (outcome === 'printed' || outcome === 'sent') return 'take'
  if (outcome === null && printer === null) return 'no-printer'
  if (outcome === null && !isOutOfOrder(printer)) return 'printing'
  return printer === 'paper-out' ? 'no-paper' : 'failed'
}
