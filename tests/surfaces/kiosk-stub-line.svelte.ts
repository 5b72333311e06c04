import type { Acknowledgement, DownFields } from '#shared/protocol/down.ts'
import type { ErrorCode } from '#shared/protocol/error.ts'
import type { View } from '#shared/protocol/views.ts'
import type { LineStatus } from '#shared/ui/line.svelte.ts'
import type { PrinterState } from '#kiosk/touchscreen/paper.ts'

type Answer = Extract<Acknowledgement, { ok: true }>['answer']

/** The page's end of a line whose other end is the test. */
export class StubLine<V extends View> {
  view = $state.raw<V | null>(null)
  status = $state<LineStatus>('live')
  code = $state<ErrorCode | null>(null)
  lostAt = $state<number | null>(null)
  seenAt = $state<number | null>(null)
  printer = $state.raw<PrinterState>('ready')
  described = $state.raw<DownFields<'hall:described'> | null>(null)
  /** What was sent, in order. */
  readonly sent: { readonly name: string; readonly fields: object }[] = []
  /** The ids that its sender gave them. */
  readonly ids: (string | undefined)[] = []

  #answer: ((answer: Acknowledgement) => void) | null = null

  constructor(view: V) {
    this.view = view
  }

  now(): number {
    return Date.now()
  }

  send(name: string, fields: object, id?: string): Promise<Acknowledgement> {
    this.sent.push({ name, fields })
    this.ids.push(id)
    return new Promise((resolve) => (this.#answer = resolve))
  }

  /** Answers what was sent last. */
  async accept(answer: Answer): Promise<void> {
    await this.#tell({ ok: true, answer })
  }

  async refuse(code: ErrorCode): Promise<void> {
    await this.#tell({ ok: false, error: { code, details: {} } })
  }

  lose(code: ErrorCode | null = null): void {
    this.status = 'lost'
    this.code = code
    this.lostAt = Date.now()
  }

  comeBack(): void {
    this.status = 'live'
    this.code = null
    this.lostAt = null
  }

  async #tell(answer: Acknowledgement): Promise<void> {
    this.#answer?.(answer)
    // Whoever awaits it goes on after this.
    await Promise.resolve()
    await Promise.resolve()
  }
}
