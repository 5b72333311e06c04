import { openDeviceLine } from './device-line.ts'
import type { Draw } from './drawing.ts'
import { jobBook } from './job-book.ts'
import type { Paper } from './paper.ts'
import type { Picture, WidthDots } from './picture.ts'
import { linePress, previewPress } from './press.ts'
import type { Press } from './press.ts'
import type { PreviewShelf } from './preview-shelf.ts'
import type { PrintFault, PrintOutcome } from './print-outcome.ts'
import type { PrinterState } from './printer-state.ts'
import { parsePrinterUrl } from './printer-url.ts'
import { openTcpLine } from './tcp-line.ts'
import type { PaperCut } from './ticket-bytes.ts'

export interface PrintJob {
  /** names the ticket: the same key is the same ticket, printed once, unless the paper says that it is a copy */
  readonly key: string
  readonly paper: Paper
}

export interface Printer {
  /** as last seen; 'unverifiable' until seen, and for a printer that cannot answer */
  readonly state: PrinterState
  /** Prints after the jobs before it. Always resolves. */
  print(job: PrintJob): Promise<PrintOutcome>
  /** Asks the printer how it is, after the jobs before. */
  check(): Promise<PrinterState>
  /** Called on each change of state; returns the way to stop it. */
  onState(listener: (state: PrinterState) => void): () => void
  /** Ends the job being sent, gives up the ones behind it. */
  close(): Promise<void>
}

/** All times in milliseconds. */
export interface PrinterOptions {
  readonly widthDots: WidthDots
  readonly cut?: PaperCut
  readonly bandRows?: number
  readonly connectMs?: number
  readonly answerMs?: number
  readonly sendMs?: number
  readonly confirmMs?: number
  readonly closeMs?: number
  /** a ticket that waited longer than this for the printer is given up */
  readonly tooLateMs?: number
  /** how often an idle printer is asked how it is; 0 for never */
  readonly pollMs?: number
  /** of a trial: a pipe or a plain file may take the place of a device */
  readonly anyFile?: boolean
}

export interface PrinterParts {
  readonly draw: Draw
  readonly shelf: PreviewShelf
  /** epoch milliseconds */
  readonly now: () => number
}

/** A printer by its address, which `parsePrinterUrl` must accept; throws otherwise. */
export function openPrinter(url: string, options: PrinterOptions, parts: PrinterParts): Printer {
  const { tooLateMs = 60_000, pollMs = 30_000 } = options
  const press = pressFor(url, options, parts.shelf)
  const book = jobBook()
  const listeners = new Set<(state: PrinterState) => void>()
  let state = press.firstState
  let isClosed = false
  let last: Promise<unknown> = Promise.resolve()
  let poll: NodeJS.Timeout | undefined

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }

  function see(next: PrinterState): PrinterState {
    if (next !== state) {
      state = next
      for (const listener of listeners) listener(next)
    }
    return next
  }

  async function put(job: PrintJob, asked: number): Promise<PrintOutcome> {
    if (isClosed) return failed('closed')
    if (parts.now() - asked > tooLateMs) return failed('too-late')
    let picture: Picture
    try {
      picture = await parts.draw(job.paper, options.widthDots)
    } catch (error) {
      return failed('not-drawn', error instanceof Error ? error.message : String(error))
    }
    const result = await press.put({ ...job, picture, at: parts.now() })
    if (result.state !== null) see(result.state)
    return result.outcome
  }

  async function check(): Promise<PrinterState> {
    return inTurn(async () => (isClosed ? state : see(await press.check())))
  }

  async function watch(): Promise<void> {
    await check()
    if (!isClosed) poll = setTimeout(() => void watch(), pollMs).unref()
  }

  if (pollMs > 0) void watch()
  return {
    get state() {
      return state
    },
    print(job) {
      const asked = parts.now()
      return book.once(job.key, job.paper.copy !== null, () => inTurn(() => put(job, asked)))
    },
    check,
    onState(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      isClosed = true
      clearTimeout(poll)
      await last
    },
  }
}

function pressFor(url: string, options: PrinterOptions, shelf: PreviewShelf): Press {
  const {
    connectMs = 2_000,
    answerMs = 1_000,
    sendMs = 20_000,
    confirmMs = 10_000,
    closeMs = 3_000,
  } = options
  const { cut = 'partial', bandRows = 128, anyFile = false } = options
  const lineLimits = { connectMs, sendMs, closeMs }
  const parsed = parsePrinterUrl(url)
  if (!parsed.ok) throw new Error(parsed.message)
  const { address } = parsed
  switch (address.kind) {
    case 'tcp':
      return linePress(
        () => openTcpLine(address.host, address.port, lineLimits),
        { answerMs, confirmMs },
        { cut, bandRows },
      )
    case 'file':
      return linePress(
        () => openDeviceLine(address.path, lineLimits, anyFile),
        { answerMs, confirmMs },
        { cut, bandRows },
      )
    case 'preview':
      return previewPress(shelf)
  }
}

function failed(reason: PrintFault, detail?: string): PrintOutcome {
  return detail === undefined ? { outcome: 'failed', reason } : { outcome: 'failed', reason, detail }
}
