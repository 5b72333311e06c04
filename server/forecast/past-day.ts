/** What is known of a service when a ticket is issued, besides the queue itself; NaN where it is not known. */
export interface Seen {
  /** Counters that serve it now. */
  readonly counters: number
  /** People that wait for it, where another system counts them. */
  readonly waiting: number
}

export interface PastTicket {
  readonly service: string
  /** Unique in its service and day. */
  readonly ticket: string
  /** Minute of the day. */
  readonly issued: number
  /** Minute of the first call; null if it never came. */
  readonly called: number | null
  /** Minute in which it left without a call; null if it was called, waits, or that is not known. */
  readonly left?: number | null
  readonly seen: Seen
}

/** What a hall was like on one day. */
export interface DayFacts {
  /** 0 is Sunday. */
  readonly weekday: number
  /** Minute of the day when no more tickets are issued. */
  readonly closes: number
}

export interface PastDay extends DayFacts {
  readonly hall: string
  readonly date: string
  /** In order of issue. */
  readonly tickets: readonly PastTicket[]
}
