import type { UpFields } from '#shared/protocol/up.ts'
import type { DeskView } from '#shared/protocol/views.ts'
import type { Line } from '#shared/ui/line.svelte.ts'

import { Orders } from '../../orders.svelte.ts'
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
  readonly orders: Orders
  /** The service that is about to be paused. */
  asking = $state.raw<ServiceSeen | null>(null)
  /** The one that is about to give tickets until closing. */
  lifting = $state.raw<ServiceSeen | null>(null)

  readonly list = $derived.by(() => this.line.view?.services ?? [])

  /** `orders`: of the page around, if it gives others too. */
  constructor(line: ServicesLine, orders = new Orders(line)) {
    this.line = line
    this.orders = orders
  }

  /** Asks what there is to ask before a service is paused, or gives tickets until closing. */
  ask(what: 'asking' | 'lifting', service: ServiceSeen): void {
    this.close()
    this[what] = service
  }

  close(): void {
    this.asking = null
    this.lifting = null
    this.orders.dismiss()
  }

  /** `clock`: the hall's time of today at which it goes on by itself, as a field has it; empty: not by itself. */
  async pause(service: ServiceSeen, reason: PauseReason, clock: string): Promise<void> {
    const zone = this.line.view?.hall.timeZone ?? 'UTC'
    const until = clock === '' ? null : todayAt(clock, this.line.now(), zone)
    const isDone = await this.orders.send('service:pause', { service: service.id, reason, until })
    if (isDone && this.asking === service) this.close()
  }

  /** It gives tickets until it closes, whatever is foreseen. */
  async liftCutOff(service: ServiceSeen): Promise<void> {
    const isDone = await this.orders.send('service:lift-cut-off', { service: service.id })
    if (isDone && this.lifting === service) this.close()
  }

  async resume({ id }: ServiceSeen): Promise<void> {
    await this.orders.send('service:resume', { service: id })
  }
}
