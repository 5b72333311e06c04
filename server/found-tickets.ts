import type { Kysely } from 'kysely'

import type { FoundTicket } from '#shared/protocol/found-tickets.ts'
import { aheadOf } from '#shared/queue/ahead.ts'
import type { HallConfig } from '#shared/queue/config.ts'
import type { Forecast } from '#shared/queue/forecast.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { lateness, promisedUntil } from '#shared/queue/lateness.ts'
import { labelOf } from '#shared/queue/number-series.ts'
import { orderOf, targetMsOf } from '#shared/queue/order.ts'
import { deskOf, isLiving, waitedMs, type EndedTicket, type Ticket } from '#shared/queue/ticket.ts'

import { ticketUrl } from './commands.ts'
import type { Database, TicketRow } from './db/schema.ts'
import { findTicket, ticketsByLabel } from './db/tickets.ts'
import type { HallAuthority } from './hall.ts'
import { ticketAsOfNow } from './older-events.ts'
import type { TicketCodes } from './ticket-code.ts'
import { loadVisits, type Visit } from './visit-details.ts'

export interface FindingParts {
  readonly db: Kysely<Database>
  readonly hallId: string
  readonly authority: HallAuthority
  readonly codes: TicketCodes
  readonly publicUrl: string
  readonly forecast: () => Forecast | null
  readonly now: () => number
}

/** Today's tickets that somebody asks for by number, or by what their code says to a reader: the newest first. */
export async function findTickets(
  parts: FindingParts,
  asked: string,
  mayPrint: boolean,
): Promise<FoundTicket[]> {
  const hall = parts.authority.hall()
  const { config, day } = hall
  if (!config || !day) return []
  const rows = (await rowsOf(parts, config, day.date, asked.trim())).reverse()
  const tickets = rows.flatMap((row) => hall.tickets.get(row.id) ?? endedOf(row) ?? [])
  const visits = await loadVisits(
    parts.db,
    tickets.map(({ visit }) => visit),
  )
  return tickets.map((ticket) => ({
    ...factsOf(hall, config, ticket, visits.get(ticket.visit), parts.forecast(), parts.now()),
    url: mayPrint && isLiving(ticket) ? ticketUrl(parts.publicUrl, parts.codes.codeOf(ticket.id)) : null,
  }))
}

/** In the order of issue; a label may be given again within a day. */
async function rowsOf(
  { db, hallId, codes }: FindingParts,
  config: HallConfig,
  day: string,
  asked: string,
): Promise<TicketRow[]> {
  const id = codes.ticketOf(asked.split('/').at(-1)!)
  const known = id === null ? null : await findTicket(db, hallId, id)
  if (known) return known.day === day ? [known] : []
  const labels = labelsFor(config, asked)
  return (await Promise.all(labels.map((label) => ticketsByLabel(db, hallId, day, label)))).flat()
}

/** What somebody may mean who writes `a17`, `A 017`, or only `17`: each series has as many digits as it has. */
export function labelsFor({ series }: Pick<HallConfig, 'series'>, asked: string): string[] {
  const [, letter = '', digits = ''] = /^(\p{L}{0,2})[\s-]*(\d{1,7})$/u.exec(asked) ?? []
  if (digits === '') return []
  const number = Number(digits)
  const meant = series.filter((one) => letter === '' || one.letter === letter.toLocaleUpperCase('lt'))
  return meant.filter(({ from, to }) => number >= from && number <= to).map((one) => labelOf(one, number))
}

function endedOf({ ended_at, snapshot }: TicketRow): EndedTicket | null {
  return ended_at === null ? null : ticketAsOfNow(JSON.parse(snapshot) as EndedTicket)
}

function factsOf(
  hall: Hall,
  config: HallConfig,
  ticket: Ticket,
  visit: Visit | undefined,
  forecast: Forecast | null,
  now: number,
): Omit<FoundTicket, 'url'> {
  const { id, label, service, state, issuedAt, slot, since } = ticket
  const isOver = !isLiving(ticket)
  const until = isOver || state !== 'waiting' ? null : promisedUntil(ticket)
  const { counter } = deskOf(ticket)
  const isKnown = config.services.some((one) => one.id === service)
  return {
    id,
    label,
    service,
    class: ticket.class,
    state,
    language: visit?.language ?? 'lt',
    needs: [...(visit?.needs ?? [])],
    issuedAt,
    slot,
    waitedMs: state === 'waiting' ? null : waitedMs(ticket, isOver ? ticket.endedAt : now),
    since,
    targetMs: isKnown ? targetMsOf(orderOf(config, hall.turn), ticket) : 0,
    promised:
      until === null || isOver ? null : { until, kept: lateness(hall, ticket, forecast, now) === null },
    bound: ticket.bound,
    ahead: state === 'waiting' ? aheadOf(hall, ticket) : null,
    counter: config.counters.find((one) => one.id === counter)?.label ?? null,
    until: state === 'missed' || state === 'parked' ? ticket.until : null,
    endedAt: isOver ? ticket.endedAt : null,
  }
}
