import type { DownFields } from '#shared/protocol/down.ts'
import { servedLast } from '#shared/queue/steps.ts'

import { ticketUrl } from './commands.ts'
import type { Device } from './devices.ts'
import type { HallAuthority } from './hall.ts'
import { paperOf } from './paper-of.ts'
import { openDrawing } from './printing/drawing.ts'
import { WIDTHS, type WidthDots } from './printing/picture.ts'
import { previewShelf, type PreviewShelf } from './printing/preview-shelf.ts'
import type { Paper } from './printing/paper.ts'
import type { PrintOutcome } from './printing/print-outcome.ts'
import type { PrinterState } from './printing/printer-state.ts'
import { openPrinter, type Printer } from './printing/printer.ts'
import { summaryPaperOf } from './summary-paper.ts'
import type { TicketCodes } from './ticket-code.ts'

export interface PrintersParts {
  readonly authority: HallAuthority
  readonly codes: TicketCodes
  readonly publicUrl: string
  readonly now: () => number
  readonly onPrinted: (deviceId: string, printed: DownFields<'ticket:printed'>) => void
  readonly onState: (deviceId: string, state: PrinterState) => void
  readonly onError: (error: unknown) => void
}

/** The ticket itself, for the first time or again, or what its visit was summed up to. */
export type PaperKind = 'ticket' | 'copy' | 'summary'

export interface AskedPrint {
  /** Null if no such ticket lives, or its visit was not summed up. */
  readonly printed: Promise<PrintOutcome | null>
  /** The command came before: nothing more is printed for it. */
  readonly isAgain: boolean
}

/** The printers of the hall's kiosks, each opened when it is first needed. */
export interface Printers {
  /** Prints a ticket that exists already: how it fares is told by `onPrinted`, and changes nothing for the ticket. */
  readonly print: (device: Device, ticket: string) => void
  /** Prints a paper because somebody asks; once for each id of a command. */
  readonly printAsked: (device: Device, ticket: string, commandId: string, kind: PaperKind) => AskedPrint
  /** Null of a device without a printer: its tickets are kept as pictures, which nobody can take. */
  readonly stateOf: (device: Device) => PrinterState | null
  /** Of a device that is no longer one. What is being printed is let finish. */
  readonly forget: (deviceId: string) => Promise<void>
  /** The last tickets of kiosks without a printer, by device. */
  readonly previews: () => ReadonlyMap<string, PreviewShelf>
  readonly close: () => Promise<void>
}

const preview = 'preview:'
const commonWidth = 576
/** A page sends a command again within seconds, if at all. */
const rememberFor = 60_000

export function openPrinters(parts: PrintersParts): Printers {
  const { authority, codes, publicUrl, now, onPrinted, onState, onError } = parts
  const drawing = openDrawing()
  const opened = new Map<string, { readonly address: string; readonly printer: Printer }>()
  const copies = new Map<string, Promise<PrintOutcome | null>>()
  const shelves = new Map<string, PreviewShelf>()
  const forgotten = new Set<string>()

  function printerOf(device: Device): Printer {
    const known = opened.get(device.id)
    const url = device.printer ?? preview
    const widthDots = widthOf(device)
    const address = `${url} ${widthDots}`
    if (known?.address === address) return known.printer
    // The device was given another one.
    known?.printer.close().catch(onError)
    const shelf = shelves.get(device.id) ?? previewShelf()
    shelves.set(device.id, shelf)
    const printer = openPrinter(url, { widthDots }, { draw: drawing.draw, shelf, now })
    if (device.printer !== null) printer.onState((state) => onState(device.id, state))
    opened.set(device.id, { address, printer })
    return printer
  }

  async function close(deviceId: string): Promise<void> {
    const known = opened.get(deviceId)
    opened.delete(deviceId)
    await known?.printer.close()
  }

  async function put(device: Device, id: string, kind: PaperKind, key = id): Promise<PrintOutcome | null> {
    // A ticket may have been under way when its kiosk was revoked.
    const paper = forgotten.has(device.id) ? null : paperFor(id, kind)
    return paper && printerOf(device).print({ key, paper })
  }

  function paperFor(id: string, kind: PaperKind): Paper | null {
    const hall = authority.hall()
    const living = hall.tickets.get(id)
    const ticket = living ?? servedLast(hall, id)
    if (!ticket || !hall.config) return null
    const { language = 'lt', summary = null } = authority.visits().get(ticket.visit) ?? {}
    const facts = { hall, config: hall.config, language }
    if (kind === 'summary') return summary && summaryPaperOf({ ...facts, ticket, summary, now: now() })
    if (!living) return null
    const url = ticketUrl(publicUrl, codes.codeOf(id))
    return paperOf({ ...facts, ticket: living, url, isCopy: kind === 'copy' })
  }

  return {
    print(device, ticket) {
      put(device, ticket, 'ticket').then((printed) => {
        if (printed && device.printer !== null) onPrinted(device.id, { ticket, outcome: printed.outcome })
      }, onError)
    },
    printAsked(device, ticket, commandId, kind) {
      const key = `${device.id} ${commandId}`
      const known = copies.get(key)
      if (known) return { printed: known, isAgain: true }
      // A summary that has changed since is another paper.
      const printed = put(device, ticket, kind, kind === 'summary' ? `${ticket}.${commandId}` : ticket)
      copies.set(key, printed)
      setTimeout(() => copies.delete(key), rememberFor).unref()
      return { printed, isAgain: false }
    },
    stateOf(device) {
      if (device.printer !== null) return printerOf(device).state
      // It may have had one until now.
      close(device.id).catch(onError)
      return null
    },
    async forget(deviceId) {
      forgotten.add(deviceId)
      shelves.delete(deviceId)
      await close(deviceId)
    },
    previews: () => shelves,
    async close() {
      await Promise.all([...opened.values()].map(({ printer }) => printer.close()))
      await drawing.close()
    },
  }
}

function widthOf({ widthDots }: Device): WidthDots {
  return WIDTHS.find((width) => width === widthDots) ?? commonWidth
}
