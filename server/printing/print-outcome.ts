import type { PrinterState } from './printer-state.ts'

export type PrintFault =
  /** the printer said so */
  | Exclude<PrinterState, 'ready' | 'unverifiable'>
  /** the picture could not be made */
  | 'not-drawn'
  /** it waited so long for its turn that the visitor has gone on without paper */
  | 'too-late'
  /** the line broke while sending */
  | 'cut-off'
  /** all was sent, and the printer did not say that it took it */
  | 'not-confirmed'
  /** the server is stopping */
  | 'closed'

/** How a print ended. `detail` is for the log, in English. */
export type PrintOutcome =
  /** the printer confirmed it */
  | { readonly outcome: 'printed' }
  /** everything was handed over to a printer that cannot answer */
  | { readonly outcome: 'sent' }
  /** nothing of the ticket was sent: safe to print again */
  | { readonly outcome: 'failed'; readonly reason: PrintFault; readonly detail?: string }
  /** something was sent: only a person can say whether the ticket came out, so it is never sent again by itself */
  | { readonly outcome: 'unknown'; readonly reason: PrintFault; readonly detail?: string }
