import { wholeHall } from './day-sums.ts'
import type { HallUsual } from './history.ts'
import { Pace } from './pace.ts'
import type { DayFacts } from './past-day.ts'
import { ServicePast } from './service-past.ts'

export interface Line {
  readonly past: ServicePast
  readonly pace: Pace
}

/**
 * The account of a hall's queue on one day, told in the order of time what happened. It knows nothing but what it was
 * told: what is forecast from it can be known at that moment.
 */
export class QueuePast {
  readonly day: DayFacts
  readonly usual: HallUsual
  /** All services as one. */
  readonly hall: Line = newLine()
  readonly lines = new Map<string, Line>()
  /** Called today after they waited at all, and the sum of their turns in minutes. */
  waited = 0
  turnsWaited = 0

  constructor(day: DayFacts, usual: HallUsual) {
    this.day = day
    this.usual = usual
  }

  issued(service: string, ticket: string, at: number): void {
    this.line(service).past.issued(ticket, at)
    this.hall.past.issued(hallTicket(service, ticket), at)
  }

  /** At the first call. Returns the wait in minutes, null if the ticket was not known to wait. */
  called(service: string, ticket: string, at: number): number | null {
    const line = this.line(service)
    const turn = line.past.called(ticket, at)
    if (!turn) return null
    const usual = this.usual.get(service)
    this.hall.past.called(hallTicket(service, ticket), at)
    line.pace.called(turn, at, usual)
    this.hall.pace.called(turn, at, usual)
    if (turn.wait > 0) {
      this.turnsWaited += turn.turn
      this.waited += 1
    }
    return turn.wait
  }

  /** Gave up, or was moved to another line. */
  left(service: string, ticket: string): void {
    this.line(service).past.left(ticket)
    this.hall.past.left(hallTicket(service, ticket))
  }

  line(service: string): Line {
    const known = this.lines.get(service)
    if (known) return known
    const line = newLine()
    this.lines.set(service, line)
    return line
  }

  get usualHall() {
    return this.usual.get(wholeHall)
  }
}

function newLine(): Line {
  return { past: new ServicePast(), pace: new Pace() }
}

function hallTicket(service: string, ticket: string): string {
  return `${service}/${ticket}`
}
