export type PrinterState = 'ready' | 'offline' | 'paper-out' | 'cover-open' | 'error' | 'unverifiable'

/** The answers to DLE EOT 1 to 4; null where none came. */
export interface RealTimeAnswers {
  readonly printer: number | null
  readonly offline: number | null
  readonly error: number | null
  readonly paper: number | null
}

/** What the answers mean (bits as in Epson's manuals, which the others copy); the cause before its effect. */
export function stateOf(answers: RealTimeAnswers): PrinterState {
  const { printer, offline, error, paper } = answers
  if (printer === null && offline === null && error === null && paper === null) return 'unverifiable'
  if (has(offline, 0x04)) return 'cover-open'
  if (has(paper, 0x60) || has(offline, 0x20)) return 'paper-out'
  if (has(offline, 0x40) || has(error, 0x68)) return 'error'
  return has(printer, 0x08) ? 'offline' : 'ready'
}

/** What an automatic status (ASB) means. */
export function stateOfAutomatic(bytes: readonly [number, number, number, number]): PrinterState {
  const [printer, error, paper] = bytes
  if (has(printer, 0x20)) return 'cover-open'
  if (has(paper, 0x0c)) return 'paper-out'
  if (has(error, 0x68)) return 'error'
  return has(printer, 0x08) ? 'offline' : 'ready'
}

/** Whether a ticket may be sent to a printer in this state. */
export function takesTickets(state: PrinterState): boolean {
  return state === 'ready' || state === 'unverifiable'
}

function has(byte: number | null, bits: number): boolean {
  return byte !== null && (byte & bits) !== 0
}
