import type { Transaction } from 'kysely'

import { eventSchema, type HallEvent } from '#shared/queue/event.ts'
import type { Hall } from '#shared/queue/hall.ts'
import { deskOf, isLiving, servedMsAt, waitedMs, type Ticket } from '#shared/queue/ticket.ts'

import { appendEvents } from './db/events.ts'
import { saveHall } from './db/halls.ts'
import { deleteLegsAfter, upsertLegs } from './db/legs.ts'
import type { Database, EventRow, LegRow, TicketRow } from './db/schema.ts'
import { closeShift, upsertShifts } from './db/shifts.ts'
import { upsertTickets } from './db/tickets.ts'
import { asOfNow } from './older-events.ts'
import { projectPromises } from './promises.ts'

/** An event with the ticket as it left it, living or ended. */
export interface Happened {
  readonly revision: number
  readonly event: HallEvent
  readonly ticket: Ticket | null
  /** The date of the hall's day that the event belongs to. */
  readonly day: string | null
  /** How many waited for the service of a ticket that was given, before it; null for any other event. */
  readonly waiting: number | null
}

/** Writes what happened: the events, and the rows that follow from them. `hall` is as the last of them left it. */
export async function project(
  trx: Transaction<Database>,
  hall: Hall,
  happened: readonly Happened[],
): Promise<void> {
  await appendEvents(
    trx,
    happened.map((one) => toEventRow(hall.id, one)),
  )

  const touched = lastOfEach(happened)
  await upsertTickets(
    trx,
    touched.map(({ ticket, day }) => toTicketRow(hall.id, ticket, day)),
  )
  for (const { event, ticket } of happened) {
    if (event.type === 'step:undone' && ticket) await deleteLegsAfter(trx, ticket.id, ticket.leg)
  }
  await upsertLegs(
    trx,
    touched.flatMap(({ ticket, event }) => toLegRows(ticket, event.at)),
  )
  await projectPromises(trx, hall.id, happened)
  for (const one of happened) await projectShift(trx, hall.id, one)
  await saveHall(trx, hall.id, { revision: hall.revision, ...hallChanges(happened) })
}

export function toEventRow(
  hallId: string,
  { revision, event }: Pick<Happened, 'revision' | 'event'>,
): EventRow {
  const { type, at, ...data } = event
  return { hall_id: hallId, revision, at, type, schema: eventSchema, data: JSON.stringify(data) }
}

export function toEvent({ type, at, schema, data }: EventRow): HallEvent {
  return asOfNow({ type, at, ...JSON.parse(data) } as HallEvent, schema)
}

function toTicketRow(hallId: string, ticket: Ticket, day: string | null): TicketRow {
  if (day === null) throw new Error(`Ticket ${ticket.label} belongs to no day.`)
  const isOver = !isLiving(ticket)
  return {
    id: ticket.id,
    hall_id: hallId,
    day,
    visit_id: ticket.visit,
    label: ticket.label,
    series: ticket.series,
    number: ticket.number,
    service: ticket.service,
    class: ticket.class,
    state: ticket.state,
    ...deskOf(ticket),
    issued_at: ticket.issuedAt,
    called_at: ticket.earlier[0]?.calledAt ?? ticket.calledAt,
    started_at: ticket.earlier[0]?.startedAt ?? ticket.startedAt,
    ended_at: isOver ? ticket.endedAt : null,
    outcome: isOver ? ticket.state : null,
    revision: ticket.changed,
    // Only an ended ticket is ever brought back from here.
    snapshot: isOver ? JSON.stringify(ticket) : '',
  }
}

/** Each ticket as the last of several events left it. */
function lastOfEach(happened: readonly Happened[]): (Happened & { readonly ticket: Ticket })[] {
  const last = new Map<string, Happened & { readonly ticket: Ticket }>()
  for (const one of happened) if (one.ticket) last.set(one.ticket.id, { ...one, ticket: one.ticket })
  return [...last.values()]
}

const noResult = { result: null, quantity: null }

/** The current leg, and those before it, any of which may have ended just now. */
function toLegRows(ticket: Ticket, at: number): LegRow[] {
  const isOver = !isLiving(ticket)
  const rows = ticket.earlier.map((ended): LegRow => ({
    ticket_id: ticket.id,
    leg: ended.leg,
    service: ended.service,
    queued_at: ended.queuedAt,
    called_at: ended.calledAt,
    started_at: ended.startedAt,
    ended_at: ended.endedAt,
    counter: ended.counter,
    clerk: ended.clerk,
    waited_ms: waitedMs(ended, ended.endedAt),
    served_ms: ended.servedMs,
    outcome: ended.outcome,
    ...(ended.outcome === 'served' ? { result: 'done', quantity: 1 } : noResult),
  }))
  rows.push({
    ticket_id: ticket.id,
    leg: ticket.leg,
    service: ticket.service,
    queued_at: ticket.queuedAt,
    called_at: ticket.calledAt,
    started_at: ticket.startedAt,
    ended_at: isOver ? ticket.endedAt : null,
    ...deskOf(ticket),
    waited_ms: waitedMs(ticket, at),
    served_ms: servedMsAt(ticket, at),
    outcome: isOver ? ticket.state : null,
    ...(isOver ? { result: ticket.result, quantity: ticket.quantity } : noResult),
  })
  return rows
}

async function projectShift(trx: Transaction<Database>, hallId: string, { revision, event }: Happened) {
  if (event.type === 'shift:closed') await closeShift(trx, hallId, event.counter, event.at)
  if (event.type !== 'shift:opened') return
  const { counter, clerk, at } = event
  await upsertShifts(trx, [
    { id: `${hallId}-${revision}`, hall_id: hallId, counter, clerk, opened_at: at, closed_at: null },
  ])
}

function hallChanges(happened: readonly Happened[]) {
  const changes: { day?: string | null; day_revision?: number; config?: string } = {}
  for (const { revision, event } of happened) {
    if (event.type === 'hall:configured') changes.config = JSON.stringify(event.config)
    if (event.type === 'day:closed') changes.day = null
    if (event.type === 'day:opened') {
      changes.day = event.date
      changes.day_revision = revision
    }
  }
  return changes
}
