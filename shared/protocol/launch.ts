import type { Text } from '../queue/config.ts'

/** What `GET /api/launch` answers: what anybody may know, and for staff with `hall:see` what is running. Times are epoch ms. */
export interface LaunchFacts {
  readonly setUp: boolean
  /** Null until the hall is set up. */
  readonly name: Text | null
  readonly publicUrl: string
  readonly reach: Reach
  /** Of a demonstration: who may be tried. */
  readonly demo: readonly DemoAccount[] | null
  readonly running: RunningFacts | null
}

/** Whether other machines get to the public address, and whether the way there is encrypted. */
export type Reach = 'this-machine' | 'plain' | 'encrypted'

export interface DemoAccount {
  readonly username: string
  readonly password: string
  readonly name: string
  readonly role: string
}

export interface RunningFacts {
  readonly build: string
  readonly startedAt: number
  readonly now: number
  readonly hall: {
    readonly timeZone: string
    readonly open: boolean
    readonly opensAt: number | null
    /** The local date that is open, or null. */
    readonly day: string | null
    readonly waiting: number
    readonly countersOpen: number
    readonly counters: number
  } | null
  readonly connected: Readonly<Record<'kiosks' | 'displays' | 'desks' | 'phones', number>>
  /** All that may connect. */
  readonly devices: readonly LaunchDevice[]
  /** The last to be given of those that live. */
  readonly newestTicket: { readonly label: string; readonly page: string } | null
  readonly done: Readonly<Record<FirstDeed, boolean>>
}

export interface LaunchDevice {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly connected: boolean
  /** Of a connected kiosk: how its printer fares, `preview` if tickets are only kept as pictures. */
  readonly printer: string | null
}

/** What a new hall does once: it has a service, a kiosk, a display, a clerk and an open counter, and has called somebody. */
export type FirstDeed = 'services' | 'kiosk' | 'display' | 'clerk' | 'counter' | 'call'
