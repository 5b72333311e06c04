import type { OrderSettings } from './order.ts'

/** Everything a hall sets for itself. It is plain data: `hall -- export` writes it, `hall -- import` reads it. */
export interface HallConfig {
  readonly name: Text
  /** IANA name; opening hours and the day's date are in this zone. */
  readonly timeZone: string
  /** The first is the hall's own and is shown first everywhere. */
  readonly languages: readonly Language[]
  readonly hours: OpeningHours
  readonly series: readonly Series[]
  readonly groups: readonly ServiceGroup[]
  readonly services: readonly Service[]
  readonly zones: readonly Zone[]
  readonly profiles: readonly Profile[]
  readonly counters: readonly Counter[]
  readonly texts: HallTexts
  readonly brand: Brand
  readonly order: OrderSettings
  readonly rules: HallRules
  readonly voice: HallVoice
  readonly alerts: HallAlerts
  /**
   * Where a clerk has something translated, an `https:` address in which `{from}` and `{to}` are the languages; null for
   * nowhere.
   */
  readonly translator: string | null
}

export type Language = 'lt' | 'en' | 'ru' | 'pl' | 'uk'

/** One text in several languages; the hall's own language is always there. */
export type Text = { readonly [L in Language]?: string }

export interface Series {
  readonly id: string
  readonly letter: string
  readonly from: number
  readonly to: number
}

export interface ServiceGroup {
  readonly id: string
  readonly name: Text
}

export interface Service {
  readonly id: string
  readonly group: string
  /** Null: it is answered by its information alone and gives no ticket. */
  readonly series: string | null
  readonly name: Text
  /** One line under the name. */
  readonly help: Text
  readonly information: ServiceInformation
  readonly targetMinutes: number
  /** Narrower than the hall's; null means the hall's. */
  readonly hours: OpeningHours | null
  /** Tickets a day; null means no limit. */
  readonly dailyLimit: number | null
}

/** What a visitor should know before taking a ticket. A text may be empty; one that is not is there in every language. */
export interface ServiceInformation {
  readonly about: Text
  /** A line each. */
  readonly bring: Text
  readonly price: Text
  readonly pay: Text
  /** How long it usually takes at the counter. */
  readonly minutes: number | null
  /** On which local date it was last checked, and who answers for it. */
  readonly checked: { readonly on: string; readonly by: Text } | null
}

export interface Zone {
  readonly id: string
  readonly name: Text
}

export interface Profile {
  readonly id: string
  readonly name: Text
  readonly first: readonly string[]
  /** Taken when nobody waits for a service of `first`, or has waited the order's term. */
  readonly fallback: readonly string[]
  /** Spoken besides the hall's own language. */
  readonly languages: readonly Language[]
}

export interface Counter {
  readonly id: string
  readonly label: string
  readonly zone: string
  readonly profile: string
  readonly direction: Direction
}

export type Direction = 'left' | 'right' | 'straight'

export interface HallTexts {
  /** On the kiosk's first screen, under the question; may be empty. */
  readonly welcome: Text
  /** At the foot of a printed ticket; may be empty. */
  readonly paper: Text
}

export interface Brand {
  /** Of the main action, `#rrggbb`; null for the colour that Eilė comes with. Surfaces darken it until it can be read. */
  readonly colour: string | null
  /** A picture as a data URL. */
  readonly logo: string | null
}

export interface HallRules {
  /** How often a called ticket may be called again. */
  readonly recalls: number
  /** So long after a call it may be called again. */
  readonly recallSeconds: number
  /** A missed ticket may report back within this time. */
  readonly reportMinutes: number
  /** A parked ticket returns to its place after this time, unless the clerk named another. */
  readonly parkMinutes: number
  /** So long after a counter is free, or somebody has come to it, a clerk who wants that has the next called. */
  readonly autoCallSeconds: number
  /** Whether a service gives no more tickets once a visitor who took one would not be served by closing. */
  readonly cutOff: boolean
  /** Whether anybody may read if visitors are called when they were told they would be. */
  readonly showKept: boolean
  /** Whether the screen over a counter says who sits there, by name and role. */
  readonly showClerk: boolean
}

export interface HallVoice {
  /** Whether calls are said aloud, where the server can. */
  readonly speaks: boolean
  /** Whether the name of the counter's zone is said after the counter. */
  readonly saysZone: boolean
}

/** From which share of the target on a supervisor is told of a wait, and told that it presses; in percent. */
export interface HallAlerts {
  readonly attentionPercent: number
  readonly stopPercent: number
  /** Beyond so many minutes a supervisor is told of it whatever the target is; null: not by minutes. */
  readonly waitMinutes: number | null
}

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof weekdays)[number]

/** Local times `HH:MM`, from and to; `24:00` ends a day. An empty list is a closed day. */
export type OpenTimes = readonly (readonly [from: string, to: string])[]

export interface OpeningHours {
  readonly week: { readonly [D in Weekday]: OpenTimes }
  /** Days that differ, by local date `YYYY-MM-DD`. */
  readonly exceptions: { readonly [date: string]: OpenTimes }
}
