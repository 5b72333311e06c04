import { RecentTimes } from './recent-times.ts'

/** Today's past of one service's line. Minutes of the day. */
export class ServicePast {
  readonly calls = new RecentTimes()
  readonly arrivals = new RecentTimes()
  /** Ticket to its minute of issue, the oldest first. */
  readonly waiting = new Map<string, number>()
  /** Of the last called, the newest last. */
  readonly waits: number[] = []
  /** Of the last called: see `Turn`. */
  readonly turns: number[] = []
  lastCall = NaN
  issuedToday = 0
  calledToday = 0
  /** Sum of today's turns. */
  turnsToday = 0

  issued(ticket: string, at: number): void {
    this.waiting.set(ticket, at)
    this.arrivals.add(at)
    this.issuedToday += 1
  }

  /** Null if the ticket was not known to wait. */
  called(ticket: string, at: number): Turn | null {
    const since = this.waiting.get(ticket)
    if (since === undefined) return null
    this.waiting.delete(ticket)
    const wait = at - since
    const turn = this.lastCall > since ? at - this.lastCall : wait
    keep(this.waits, wait, 4)
    keep(this.turns, turn, 30)
    this.turnsToday += turn
    this.calledToday += 1
    this.calls.add(at)
    this.lastCall = at
    return { wait, turn }
  }

  /** Gave up, or was moved. */
  left(ticket: string): void {
    this.waiting.delete(ticket)
  }

  /** Minute of issue of the first in line, NaN if nobody waits. */
  get headSince(): number {
    for (const since of this.waiting.values()) return since
    return NaN
  }
}

export interface Turn {
  readonly wait: number
  /**
   * How long it stood at the head of the line: since the call before it, or its own issue if that was later. A wait is
   * the sum of the turns of all ahead and one's own, however many counters serve.
   */
  readonly turn: number
}

function keep(list: number[], value: number, most: number): void {
  list.push(value)
  if (list.length > most) list.shift()
}
