import { Temporal } from 'temporal-polyfill'
import type { Actor, Command, CommandName } from '#shared/queue/command.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import { decide } from '#shared/queue/decide.ts'
import type { Answer, Context, Decision } from '#shared/queue/decision.ts'
import { dueCommands } from '#shared/queue/due.ts'
import type { HallEvent } from '#shared/queue/event.ts'
import type { Forecast } from '#shared/queue/forecast.ts'
import { evolve } from '#shared/queue/evolve.ts'
import { copyHall, emptyHall, type Hall } from '#shared/queue/hall.ts'
import type { RuleRefusal } from '#shared/queue/refusal.ts'
import { isLiving, type EndedTicket, type Ticket, type TicketClass } from '#shared/queue/ticket.ts'
import { hallOf } from './hall-of.ts'
import { usualFields, type Fields } from './usual-fields.ts'

/** Who sends: a kiosk, a phone, the clock, the operator, else staff of that name. */
export type Sender = string

/** A day at a hall, with a clock that the test moves and ids that count up. */
export class Day {
  hall: Hall = emptyHall('hall')
  now: number
  forecast: Forecast | null = null
  readonly events: HallEvent[] = []
  /** Today's ended tickets, which the hall itself does not keep. */
  readonly ended = new Map<string, EndedTicket>()
  /** Those of the days before. */
  readonly past = new Map<string, EndedTicket>()
  #ids = 0

  constructor(now: number) {
    this.now = now
  }

  /** Moves the clock: `HH:MM` of the same date, or a local date and time. */
  at(time: string): void {
    const { timeZone } = this.hall.config!
    const date = Temporal.Instant.fromEpochMilliseconds(this.now).toZonedDateTimeISO(timeZone).toPlainDate()
    this.now = instant(time.includes('T') ? time : `${date}T${time}`, timeZone)
  }

  pass(minutes: number): void {
    this.now += minutes * 60_000
  }

  /** What would be decided; nothing happens. */
  asks<N extends CommandName>(by: Sender, type: N, fields: Fields<N>): Decision {
    return decide(
      this.hall,
      { type, ...usualFields(type), ...fields } as unknown as Command,
      this.context(by, fields),
    )
  }

  /** The code with which it would be refused, or null. */
  refusal<N extends CommandName>(by: Sender, type: N, fields: Fields<N>): RuleRefusal | null {
    const decision = this.asks(by, type, fields)
    return decision.ok ? null : decision.code
  }

  /** Does it, or leaves all as it is: the hall is a working copy that is kept or dropped as a whole. */
  tries<N extends CommandName>(by: Sender, type: N, fields: Fields<N>): Decision {
    const decision = this.asks(by, type, fields)
    if (!decision.ok) return decision
    const copy = copyHall(this.hall)
    for (const event of decision.events) {
      const ticket = evolve(copy, event)
      if (event.type === 'day:opened') this.#turnPage()
      if (ticket && isLiving(ticket)) this.ended.delete(ticket.id)
      else if (ticket) this.ended.set(ticket.id, ticket as EndedTicket)
    }
    this.hall = copy
    this.events.push(...decision.events)
    return decision
  }

  /** The same, for what has to work. */
  does<N extends CommandName>(by: Sender, type: N, fields: Fields<N>): Answer {
    const decision = this.tries(by, type, fields)
    if (!decision.ok) throw new Error(`${type} by ${by} was refused: ${decision.code}`)
    return decision.answer
  }

  /** The hall's clock looks once at what is due. Gives the names of what it asked for. */
  tick(): string[] {
    const due = dueCommands(this.hall, this.now)
    for (const { type, ...fields } of due) this.does('clock', type, fields as never)
    return due.map(({ type }) => type)
  }

  /** Gives a ticket at the kiosk: its id. */
  issue(service = 'passports', ticketClass: TicketClass = 'ordinary'): string {
    return this.does('kiosk', 'ticket:issue', {
      service,
      class: ticketClass,
      slot: null,
      language: 'lt',
      needs: [],
    }).ticket!
  }

  opens(clerk: string, counter: string, profile: string | null = null): void {
    this.does(clerk, 'shift:open', { counter, profile, takeOver: false })
  }

  /** The id of the ticket that a counter calls next. */
  calls(clerk: string, counter: string): string {
    return this.does(clerk, 'ticket:call-next', { counter }).ticket!
  }

  /** A ticket as it is now, living or ended. */
  ticket(id: string): Ticket {
    const ticket = this.hall.tickets.get(id) ?? this.ended.get(id) ?? this.past.get(id)
    if (!ticket) throw new Error(`There is no ticket ${id}.`)
    return ticket
  }

  context(by: Sender, fields: object): Context {
    const ended = ('ticket' in fields && this.ended.get(fields.ticket as string)) || null
    const mayActForOthers = by === 'sue'
    return {
      by: actor(by),
      mayActForOthers,
      now: this.now,
      newId: () => `id${++this.#ids}`,
      ended,
      forecast: this.forecast,
    }
  }

  #turnPage(): void {
    for (const [id, ticket] of this.ended) this.past.set(id, ticket)
    this.ended.clear()
  }
}

/** A configured hall with its day open, at a local time: if no other is named, on a Monday at eight. */
export function dayAt(time = '2026-03-02T08:00', config: HallConfig = hallOf()): Day {
  const day = new Day(instant(time, config.timeZone))
  day.does('operator', 'hall:configure', { config })
  day.tick()
  return day
}

/** The same, with Ana at counter 1, Bob at counter 2 and Cid at counter 3. */
export function staffedDay(config: HallConfig = hallOf()): Day {
  const day = dayAt('2026-03-02T08:00', config)
  day.opens('ana', 'c1')
  day.opens('bob', 'c2')
  day.opens('cid', 'c3')
  return day
}

export function instant(local: string, timeZone = 'Europe/Vilnius'): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds
}

function actor(by: Sender): Actor {
  if (by.startsWith('kiosk')) return { kind: 'device', id: by }
  if (by === 'phone') return { kind: 'ticket', id: by }
  if (by === 'clock') return { kind: 'clock', id: by }
  if (by === 'operator') return { kind: 'operator', id: by }
  return { kind: 'staff', id: by }
}
