import type { Acknowledgement } from '#shared/protocol/down.ts'
import type { ErrorCode } from '#shared/protocol/error.ts'
import type { UpFields, UpName } from '#shared/protocol/up.ts'
import type { View } from '#shared/protocol/views.ts'
import type { LineStatus } from '#shared/ui/line.svelte.ts'

/** A line whose other end is the test: it says what is seen and answers what is sent. */
export class FakeLine<V extends View> {
  view = $state.raw<V | null>(null)
  status = $state<LineStatus>('connecting')
  code = $state<ErrorCode | null>(null)
  lostAt = $state<number | null>(null)
  seenAt = $state<number | null>(null)
  readonly sent: { readonly name: UpName; readonly fields: object }[] = []
  /** The answer to what is sent next. */
  answer: Acknowledgement | Promise<Acknowledgement> = { ok: true, answer: {} }
  time = 0
  closed = false

  show(view: V): void {
    this.view = view
    this.status = 'live'
  }

  lose(at: number): void {
    this.status = 'lost'
    this.lostAt = at
    this.seenAt = at
  }

  refuse(code: ErrorCode): void {
    this.answer = { ok: false, error: { code, details: {} } }
  }

  now = (): number => this.time

  send = async <N extends UpName>(name: N, fields: UpFields<N>): Promise<Acknowledgement> => {
    this.sent.push({ name, fields })
    return this.answer
  }

  close = (): void => {
    this.closed = true
  }
}
