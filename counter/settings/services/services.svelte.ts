import type { UpFields } from '#shared/protocol/up.ts'
import type { DeskView } from '#shared/protocol/views.ts'
import type { Line } from '#shared/ui/line.svelte.ts'

import { todayAt } from '../local-time.ts'

/** What a page with the hall's services needs of its line, whoever's view that brings. */
export interface ServicesLine extends Pick<
  Line<DeskView>,
  'status' | 'code' | 'lostAt' | 'seenAt' | 'now' | 'send' | 'close'
> {
  readonly view: (Pick<DeskView, 'hall'> & { readonly services: readonly ServiceSeen[] }) | null
}
export type ServiceSeen = Omit<DeskView['services'][number], 'mine'>
export type PauseReason = UpFields<'service:pause'>['reason']

/** In the order in which they are offered. */
export const pauseReasons: readonly PauseReason[] = ['staff', 'technical', 'unforeseen']

/** The services of the hall: who waits for them, and whether they give tickets now. */
export class Services {
  readonly line: ServicesLine
  /** The service that is about to be paused. */
  asking = $state.raw<ServiceSeen | null>(null)
  /** The one that is about to give tickets until closing. */
  lifting = $state.raw<ServiceSeen | null>(null)
  /** Why the last order was not carried out. */
  refusal = $state.raw<{
    readonly code: string
    readonly details: Readonly<Record<string, string | number>>
  } | null>(null)

  readonly live = $derived.by(() => this.line.status === 'live')
  readonly list = $derived.by(() => this.line.view?.services ?? [])

  constructor(line: ServicesLine) {
    this.line = line
  }

  /** `clock`: the hall's time of today at which it goes on by itself, as a field has it; empty: not by itself. */
  async pause({ id }: ServiceSeen, reason: PauseReason, clock: string): Promise<void> {
    this.asking = null
    if (!this.live) return
    const zone = this.line.view?.hall.timeZone ?? 'UTC'
    const until = clock === '' ? null : todayAt(clock, this.line.now(), zone)
    const answer = await this.line.send('service:pause', { service: id, reason, until })
    this.refusal = answer.ok ? null : answer.error
  }

  /** It gives tickets until it closes, whatever is foreseen. */
  async liftCutOff({ id }: ServiceSeen): Promise<void> {
    this.lifting = null
    if (!this.live) return
    const answer = await this.line.send('service:lift-cut-off', { service: id })
    this.refusal = answer.ok ? null : answer.error
  }

  async resume({ id }: ServiceSeen): Promise<void> {
    if (!this.live) return
    const answer = await this.line.send('service:resume', { service: id })
    this.refusal = answer.ok ? null : answer.error
  }
}
