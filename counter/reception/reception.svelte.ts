import type { UpFields, UpName } from '#shared/protocol/up.ts'
import type { ReceptionView } from '#shared/protocol/views.ts'
import type { Line } from '#shared/ui/line.svelte.ts'

import { Finding } from './finding.svelte.ts'
import { Issuing } from './issuing.svelte.ts'

/** What the reception needs of its line. */
export type ReceptionLine = Pick<
  Line<ReceptionView>,
  'view' | 'status' | 'code' | 'lostAt' | 'seenAt' | 'now' | 'send' | 'close'
>

export interface Refusal {
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
}

/** The reception: tickets for those who ask for one, a search, and who waits. */
export class Reception {
  readonly line: ReceptionLine
  readonly issuing: Issuing
  readonly finding: Finding
  readonly may: (right: string) => boolean
  /** The server's time, as of the last tick. */
  now = $state(0)
  /** Why the last thing that was to be done with a ticket was not. */
  refusal = $state.raw<Refusal | null>(null)

  readonly live = $derived.by(() => this.line.status === 'live')

  constructor(line: ReceptionLine, rights: readonly string[], finding = new Finding()) {
    this.line = line
    this.finding = finding
    this.issuing = new Issuing(line)
    this.may = (right) => rights.includes(right)
    this.tick()
  }

  tick(): void {
    this.now = this.line.now()
  }

  /** Looks for a ticket; what can be done with it is offered as things are now. */
  look(asked: string): Promise<void> {
    this.refusal = null
    this.lookForPrinters()
    return this.finding.look(asked)
  }

  lookForPrinters(): void {
    if (this.may('ticket:print')) void this.issuing.printers.look()
  }

  /** Does something with a ticket that was found; nothing while the line is down. */
  async act<N extends UpName>(name: N, fields: UpFields<N>): Promise<boolean> {
    if (!this.live) return false
    this.refusal = await this.attempt(name, fields)
    return this.refusal === null
  }

  /** The same for whoever says by themselves why it was not done: null if it was. */
  async attempt<N extends UpName>(name: N, fields: UpFields<N>): Promise<Refusal | null> {
    const answer = await this.line.send(name, fields)
    await this.finding.again()
    return answer.ok ? null : answer.error
  }
}
