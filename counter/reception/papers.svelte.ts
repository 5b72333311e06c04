import { type KioskPrinters, printsWell } from '../kiosk-printers.svelte.ts'
import type { ReceptionLine, Refusal } from './reception.svelte.ts'

/** A ticket's paper: where it comes out, and how it fared. */
export interface Paper {
  readonly ticket: string
  readonly label: string
  /** It was given before, and the paper says so. */
  readonly copy: boolean
  /** The kiosk's name. */
  readonly kiosk: string
  readonly state: 'printing' | 'printed' | 'failed'
  /** Why it was not printed. */
  readonly refusal: Refusal | null
}

/** What was printed from this page, of each ticket the last. */
export class Papers {
  readonly printers: KioskPrinters
  all = $state.raw<readonly Paper[]>([])

  readonly #line: Pick<ReceptionLine, 'send'>

  constructor(line: Pick<ReceptionLine, 'send'>, printers: KioskPrinters) {
    this.#line = line
    this.printers = printers
  }

  of(ticket: string): Paper | null {
    return this.all.find((paper) => paper.ticket === ticket) ?? null
  }

  /** At the kiosk that is chosen. */
  async print(ticket: string, label: string, copy: boolean): Promise<void> {
    const { printers } = this
    const kiosk = printers.kiosks.find(({ id }) => id === printers.chosen)
    const paper = { ticket, label, copy, kiosk: kiosk?.name ?? '', refusal: null }
    this.#tell({ ...paper, state: 'printing' })
    const answer = await this.#line.send('ticket:print', { ticket, kiosk: kiosk?.id ?? null, copy })
    this.#tell(
      answer.ok ? { ...paper, state: 'printed' } : { ...paper, state: 'failed', refusal: answer.error },
    )
    if (!answer.ok || !kiosk || !printsWell(kiosk)) void printers.look()
  }

  /** It was taken note of, or its ticket is no more. */
  forget(ticket: string): void {
    this.all = this.all.filter((paper) => paper.ticket !== ticket)
  }

  #tell(paper: Paper): void {
    this.all = [...this.all.filter(({ ticket }) => ticket !== paper.ticket), paper]
  }
}
