import type { TicketClass } from './ticket.ts'

const minute = 60_000

/** How a hall decides whose turn it is. */
export interface OrderSettings {
  /**
   * - `share`: who has used the largest share of the target of the service.
   * - `first-come`: who came first.
   * - `strict`: priority and appointments before all others.
   * - `ratio`: the classes in turn, so many calls each.
   */
  readonly rule: 'share' | 'first-come' | 'strict' | 'ratio'
  /** How often the rule may let later ones go before somebody; null means no bound. */
  readonly mostOvertaken: number | null
  /** Rule `share`: from which share of their own target on priority and appointments go ahead; null means never. */
  readonly aheadFrom: number | null
  /** Rule `share`: by service, what its share is multiplied with; 1 where nothing is said. */
  readonly weights: { readonly [service: string]: number }
  /** Rule `ratio`: calls of each class in one round. */
  readonly ratio: { readonly [C in RatioClass]: number }
  /** The target of priority tickets, as a part of their service's. */
  readonly priorityShare: number
  /** The target of appointments after their time. */
  readonly appointmentMinutes: number
  /** So long after its time an appointment may check in and still be one. */
  readonly lateMinutes: number
  /** A counter's fallback services count like its first ones after this wait; null means only when nobody waits for those. */
  readonly fallbackMinutes: number | null
  /** So long a ticket waits for the clerk or counter that it was sent to. */
  readonly boundMinutes: number
  /** So long a ticket waits for a clerk who speaks its language. */
  readonly languageMinutes: number
  /** So long who came back to the old place is not called. */
  readonly justBackSeconds: number
  /** Whether who arrives while a counter is free is called there at once. */
  readonly callAtOnce: boolean
}

export const ratioClasses = ['priority', 'appointment', 'ordinary'] as const
export type RatioClass = (typeof ratioClasses)[number]

/** The order that a new hall starts with: the share of the target with its two guards (docs/order.md). */
export const standardOrder: OrderSettings = {
  rule: 'share',
  mostOvertaken: 12,
  aheadFrom: 0.5,
  weights: {},
  ratio: { priority: 1, appointment: 1, ordinary: 3 },
  priorityShare: 0.5,
  appointmentMinutes: 10,
  lateMinutes: 15,
  fallbackMinutes: 15,
  boundMinutes: 30,
  languageMinutes: 15,
  justBackSeconds: 60,
  callAtOnce: false,
}

/** What a choice looks at besides who waits: the settings, each service's target, and where the ratio's wheel stands. */
export interface Order extends OrderSettings {
  readonly targetsMs: ReadonlyMap<string, number>
  readonly turn: number
}

export function orderOf(
  config: {
    readonly order: OrderSettings
    readonly services: readonly { readonly id: string; readonly targetMinutes: number }[]
  },
  turn: number,
): Order {
  const targetsMs = new Map(config.services.map(({ id, targetMinutes }) => [id, targetMinutes * minute]))
  return { ...config.order, targetsMs, turn }
}

/** How long a ticket of this service and class should wait at most, in ms. */
export function targetMsOf(order: Order, ticket: { service: string; class: TicketClass }): number {
  const ofService = order.targetsMs.get(ticket.service)
  if (ofService === undefined) throw new Error(`The service ${ticket.service} has no target.`)
  switch (ticket.class) {
    case 'ordinary':
      return ofService
    case 'priority':
    case 'out-of-turn':
      return ofService * order.priorityShare
    case 'appointment':
      return order.appointmentMinutes * minute
  }
}

export function weightOf(order: OrderSettings, service: string): number {
  return order.weights[service] ?? 1
}
