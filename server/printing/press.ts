import { deliver } from './delivery.ts'
import type { DeliveryLimits } from './delivery.ts'
import type { Paper } from './paper.ts'
import type { Picture } from './picture.ts'
import { pngOf } from './picture-png.ts'
import type { PreviewShelf } from './preview-shelf.ts'
import type { PrintOutcome } from './print-outcome.ts'
import type { PrinterLine } from './printer-line.ts'
import type { PrinterState } from './printer-state.ts'
import { talkOver } from './printer-talk.ts'
import { ticketBytes } from './ticket-bytes.ts'
import type { BytesOptions } from './ticket-bytes.ts'

/** What puts one picture on paper and knows how it stands. Its calls never overlap and never reject. */
export interface Press {
  readonly firstState: PrinterState
  /** `state` is null when nothing was learned about the printer */
  put(job: PressJob): Promise<{ outcome: PrintOutcome; state: PrinterState | null }>
  check(): Promise<PrinterState>
}

export interface PressJob {
  readonly key: string
  readonly paper: Paper
  readonly picture: Picture
  readonly at: number
}

/** A press at the other end of a line, which is opened for each ticket and each question. */
export function linePress(
  open: () => Promise<PrinterLine>,
  limits: DeliveryLimits,
  bytes: BytesOptions,
): Press {
  let confirms = true

  return {
    firstState: 'unverifiable',
    async put(job) {
      const ticket = await ticketBytes(job.picture, bytes).catch(asError)
      if (ticket instanceof Error) {
        return { outcome: { outcome: 'failed', reason: 'not-drawn', detail: ticket.message }, state: null }
      }
      const line = await open().catch(asError)
      if (line instanceof Error) {
        return { outcome: { outcome: 'failed', reason: 'offline', detail: line.message }, state: 'offline' }
      }
      const delivery = await deliver(line, ticket, limits, confirms)
      if (delivery.neverConfirms) confirms = false
      return delivery
    },
    async check() {
      const line = await open().catch(asError)
      if (line instanceof Error) return 'offline'
      try {
        const talk = talkOver(line, limits.answerMs)
        const state = line.canAnswer ? await talk.askState() : 'unverifiable'
        await line.finish()
        return state
      } catch {
        line.drop()
        return 'offline'
      }
    },
  }
}

/** A press without a printer: the tickets are kept as pictures. */
export function previewPress(shelf: PreviewShelf): Press {
  return {
    firstState: 'ready',
    async put({ key, paper, picture, at }) {
      // What bears no number has a heading.
      const label = paper.label || (paper.sections[0]?.service ?? '')
      shelf.put({ key, label, at, png: pngOf(picture) })
      return { outcome: { outcome: 'printed' }, state: 'ready' }
    },
    check: async () => 'ready',
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
